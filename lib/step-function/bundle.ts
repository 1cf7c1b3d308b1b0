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

/** Members of the classes of parse5, each named several times; nothing else is named so. */
const namesOfParse5 = new RegExp(
  `^(?:${[
    '_(?:state|emit|insert|reconstruct|switchTo|leave|consume|endTag|startTag|isCharacterR|isElementC|shouldF)\\w*',
    '_(?:resetInsertion|attachE|appendElement|getInsertion|updateCurrent|setEndL|extendRun|closeP|ensure)\\w*',
    '_(?:startCharacter|findFoster|create(?:Doctype|Comment|Character)|flushCodePoint|processStart|processToken)\\w*',
    '(?:emitCurrent|popUntil|clearBackTo|generateImplied|indexOfTopmost|getElementEntry|tryPeek)\\w*',
    '(?:openElement|activeFormatting|elementEntrie|formattingSlot|scopeBoundarie|listItemBoundarie)\\w*',
    '(?:original|tmpl)?[iI]nsertionMode(?:Stack)?|fragmentContext(?:ID)?|framesetOk|fosterParentingEnabled',
    'current(?:TagId|CharacterToken|Attr|AttrNames|AttrLocation|Location|TmplContentOrNode)|getCurrentLocation',
    '(?:skipNext|shortenTo|dropped|clearToLast|lastChunk|lastStart|entityStart|endOfChunk|consumedAfter)[A-Z]\\w*',
    'preprocessor|stackTop|forceQuirks|ackSelfClosing|pendingCharacterTokens|olderSameTag|keyTops',
    'has(?:In|InTable|InButton|InListItem|InSelect)Scope|hasNonWhitespacePendingCharacterToken|handleSpecialEndTag',
    '_(?:createElement|appendComment|runParsing|scanScope|isInScope|isIntegration|flushRun|setContext|initTok)\\w*',
    'tagIDs?|tmplCount|inForeignNode|hasTableBodyContextInTableScope|removeEntry|dropParsedChunk|currentNotInHTML',
  ].join('|')})$`,
);

/** How the code of a step becomes one file, as esbuild takes it; a test and a benchmark measure what comes out. */
export const bundle: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  minify: true,
  // ES modules first: esbuild can leave out what nobody imports.
  mainFields: ['module', 'main'],
  // V8 knows every class of characters; esbuild would make calls of RegExp instead.
  supported: { 'regexp-unicode-property-escapes': true },
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
  mangleProps: namesOfParse5,
  alias: {
    // Looks for bare addresses in Markdown when asked to; we never ask.
    'linkify-it': join(__dirname, 'no-linkify.ts'),
    mdurl: join(__dirname, 'no-link-rewriting.ts'),
    'punycode.js': join(__dirname, 'no-link-rewriting.ts'),
    'uc.micro': join(__dirname, 'unicode-classes.ts'),
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
