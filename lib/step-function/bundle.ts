import { basename, dirname, join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { buildSync } from 'esbuild';
import type { Step } from '../../lambda/steps.ts';
import { steps } from '../../lambda/steps.ts';

const root = join(__dirname, '../..');
/** Nothing is written there: it only says where the source maps look from. */
const outdir = join(root, 'cdk.out');

/** A file of the code of a step: `index.js`, or its source map. */
export interface CodeFile {
  readonly step: Step;
  readonly name: string;
  readonly contents: Uint8Array;
}

/** How the code of a step becomes one file, as esbuild takes it; a test and a benchmark measure what comes out. */
export const bundle: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  minify: true,
  // ES modules first: esbuild can leave out what nobody imports.
  mainFields: ['module', 'main'],
  // Letters as they are, instead of six characters for each one outside ASCII.
  charset: 'utf8',
  // The SDK itself is part of the code: the one of the runtime changes under our feet, and with it how long a call
  // waits and whether it is repeated. Left out are ways to find credentials that no function takes: Lambda puts them
  // into the environment, where the SDK looks first. It loads the others only when they are not there, and they are a
  // tenth of a bundle.
  external: [
    ...['ini', 'sso', 'process', 'web-identity', 'http', 'login'].map(
      (source) => `@aws-sdk/credential-provider-${source}`,
    ),
    '@aws-sdk/token-providers',
    '@aws-sdk/nested-clients/*',
    '@smithy/credential-provider-imds',
  ],
  // The states of parse5's tokenizer and the methods of its parser, each named several times; nothing else is named so.
  mangleProps:
    /^_(?:state|emit|insert|reconstruct|switchTo|leave|consume|endTag|startTag|isCharacterR|isElementC|shouldF|resetInsertion|attachE|appendElement|getInsertion|updateCurrent|setEndL|extendRun|closeP|startCharacter|findFoster|create(?:Doctype|Comment|Character)|flushCodePoint|processStart|processToken)[A-Za-z]*$/,
  alias: {
    // Looks for bare addresses in Markdown when asked to; we never ask.
    'linkify-it': join(__dirname, 'no-linkify.ts'),
  },
  logLevel: 'warning',
};

/** Bundles all steps in one pass, because they share most of their code. Throws what esbuild has to say. */
export function bundleSteps(): readonly CodeFile[] {
  const { outputFiles } = buildSync({
    ...bundle,
    entryPoints: steps.map((step) => ({ in: join(root, 'lambda', step, 'index.ts'), out: `${step}/index` })),
    outdir,
    sourcemap: true,
    sourcesContent: false,
    write: false,
  });
  return steps.flatMap((step) =>
    outputFiles
      .filter(({ path }) => dirname(path) === join(outdir, step))
      .map(({ path, contents }) => ({ step, name: basename(path), contents })),
  );
}
