const swc = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
  module: { type: 'commonjs' },
};

/** These ship as ES modules alone; everything else in node_modules loads as it is. */
const esmOnly = 'parse5|entities|commander|csv-parse|postal-mime';

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  setupFiles: ['<rootDir>/jest.setup.cjs'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/browser/'],
  transform: { '^.+\\.(ts|js)$': ['@swc/jest', swc] },
  // Only the suites with properties pay for loading it, and none can forget the seed.
  moduleNameMapper: { '^fast-check$': '<rootDir>/jest.fast-check.cjs' },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
  // Every core: by default jest leaves one to a person who is watching.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/jest.sequencer.cjs',
  testTimeout: 30_000,
};
