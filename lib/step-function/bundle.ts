/** How the code of a step becomes one file, as esbuild takes it; a test measures what comes out. */
export const bundle = {
  minify: true,
  target: 'node24',
  // ES modules first: esbuild can leave out what nobody imports.
  mainFields: ['module', 'main'],
} as const;

/**
 * Ways to find credentials that no function takes: Lambda puts them into the environment, where the SDK looks first.
 * The SDK loads the others only when they are not there, and they are a tenth of a bundle.
 */
export const leftOut = [
  ...['ini', 'sso', 'process', 'web-identity', 'http', 'login'].map(
    (source) => `@aws-sdk/credential-provider-${source}`,
  ),
  '@aws-sdk/token-providers',
  '@aws-sdk/nested-clients/*',
  '@smithy/credential-provider-imds',
];
