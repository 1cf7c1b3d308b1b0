const base = require('../../jest.config.cjs');

/** `npx jest --config test/browser/jest.config.cjs`; needs Debian's chromium (or CHROMIUM=/path/to/it). */
module.exports = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
};
