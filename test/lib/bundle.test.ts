import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import type { Metafile } from 'esbuild';
import { build } from 'esbuild';
import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import type { Step } from '../../lambda/steps.ts';
import { env, environment, steps } from '../../lambda/steps.ts';
import { parseDocument } from '../../lambda/core/document/parse.ts';
import { sourceOf } from '../../lambda/core/document/source.ts';
import { bundle } from '../../lib/step-function/bundle.ts';

const root = join(__dirname, '../..');
/** Longer files take longer to start, and a step starts while a customer's notice waits. */
const largest = 1_000_000;

/** The SDK client that an address in the environment needs. */
const clientOf: Readonly<Record<string, string>> = {
  [env.archiveTable]: 'client-dynamodb',
  [env.noticesTable]: 'client-dynamodb',
  [env.customersTable]: 'client-dynamodb',
  [env.documentsBucket]: 'client-s3',
  [env.siteBucket]: 'client-s3',
  [env.configurationSet]: 'client-ses',
};

let outputs: Metafile['outputs'] = {};

beforeAll(async () => {
  const { metafile } = await build({
    ...bundle,
    entryPoints: steps.map((step) => ({ in: join(root, 'lambda', step, 'index.ts'), out: step })),
    absWorkingDir: root,
    outdir: root,
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  ({ outputs } = metafile);
});

function inputsOf(step: Step): string[] {
  return Object.keys(outputs[`${step}.js`]?.inputs ?? {});
}

test.each(steps.map((step) => [step]))(
  'the code of %s is at most 1 MB, with the SDK clients it uses and no others',
  (step) => {
    const bytes = outputs[`${step}.js`]?.bytes;
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(largest);
    const clients = inputsOf(step).flatMap((file) => /@aws-sdk\/(client-[a-z0-9-]+)\//.exec(file)?.[1] ?? []);
    const used = environment[step].flatMap((name) => clientOf[name] ?? []);
    expect(new Set(clients)).toEqual(new Set(used));
  },
);

test('the names that are shortened are those of parse5 alone', () => {
  const shortened = new RegExp(`(?<![\\w$])(?:${bundle.mangleProps?.source.slice(1, -1)})(?![\\w$])`);
  const files = new Set(steps.flatMap(inputsOf));
  const named = [...files].filter((file) => shortened.test(readFileSync(join(root, file), 'utf8')));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((file) => !file.startsWith('node_modules/parse5/'))).toEqual([]);
});

const tags = (
  'table tr td caption p a b li ul select option form template svg math title script textarea frameset body h1 ' +
  'nobr applet ruby rt br'
)
  .split(' ')
  .flatMap((tag) => [`<${tag}>`, `</${tag}>`]);
const texts = [
  'We keep data. ',
  '&amp;',
  '&notin',
  '&#x41;',
  '<!-- a -->',
  '<!doctype x>',
  '<![CDATA[a]]>',
  '\0',
];
const lines = [
  '\n\n',
  '# One',
  '- two',
  '> three',
  '[four](/4 "4")',
  '<https://xn--e1a.example/%20>',
  '|a|b|\n|-|-|\n|c|d|',
];

test('what is left out of the code and shortened in it changes nothing that it reads', async () => {
  const { outputFiles } = await build({
    ...bundle,
    entryPoints: [join(root, 'lambda/core/document/parse.ts')],
    write: false,
  });
  const module: { exports: { parseDocument?: typeof parseDocument } } = { exports: {} };
  compileFunction(outputFiles[0]?.text ?? '', ['module', 'require'])(module, require);
  const marks = ['*', '**', '_', '`'];
  const piece = oneof(
    constantFrom(...tags, ...texts, ...lines, ...marks),
    string({ unit: 'grapheme', maxLength: 2 }),
  );
  assert(
    property(array(piece, { maxLength: 30 }), constantFrom('html', 'md'), (some, format) => {
      const source = sourceOf(some.join(''), format);
      expect(module.exports.parseDocument?.(source)).toEqual(parseDocument(source));
    }),
  );
});
