import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '..');

/** Who may import from whom, by folder; the order of the list decides which rule a file falls under. */
const rules: readonly { readonly from: RegExp; readonly may: readonly RegExp[] }[] = [
  { from: /^lambda\/core\//, may: [/^lambda\/core\//] },
  { from: /^lambda\/aws\//, may: [/^lambda\/core\//, /^lambda\/aws\//, /^lambda\/(contract|steps)\.ts$/] },
  { from: /^lambda\/(contract|steps)\.ts$/, may: [] },
  {
    from: /^lambda\/([a-z]+)\/index\.ts$/,
    may: [/^lambda\/FOLDER\//, /^lambda\/aws\//, /^lambda\/(contract|steps)\.ts$/],
  },
  {
    from: /^lambda\/([a-z]+)\//,
    may: [/^lambda\/FOLDER\//, /^lambda\/core\//, /^lambda\/(contract|steps)\.ts$/],
  },
  {
    from: /^lib\//,
    may: [
      /^lib\//,
      /^lambda\/(contract|steps)\.ts$/,
      /^lambda\/core\/(errors|documents|settings\/\w+|events\/(chronicle|line|routes)|pages\/(content-security|not-found-path))\.ts$/,
    ],
  },
  {
    from: /^local\//,
    may: [/^local\//, /^lambda\//, /^lib\//, /^policy-notice\.config\.ts$/, /^examples\//],
  },
  {
    from: /^cli\//,
    may: [
      /^cli\//,
      /^lambda\/(core|aws)\//,
      /^lambda\/(contract|steps)\.ts$/,
      /^local\//,
      /^policy-notice\.config\.ts$/,
    ],
  },
  { from: /^bin\/(app|permissions)\.ts$/, may: [/^lib\//, /^lambda\/core\//, /^policy-notice\.config\.ts$/] },
  { from: /^bin\//, may: [/^cli\//] },
];

function sources(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) return sources(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:^(?:import|export|\}) ?.*?from '|\bimport\(')([^']+)'/gm)].map(
    ([, target]) => target ?? '',
  );
}

const files = ['bin', 'cli', 'lib', 'lambda', 'local'].flatMap(sources);

/** `FOLDER` in a rule stands for the folder that its `from` captured, so that no step imports another one. */
function allowed(file: string, target: string): boolean {
  const rule = rules.find(({ from }) => from.test(file));
  if (rule === undefined) return false;
  const folder = rule.from.exec(file)?.[1] ?? '';
  return rule.may.some((may) => new RegExp(may.source.replace('FOLDER', folder)).test(target));
}

/** The files of this project that a file imports. */
function near(file: string): string[] {
  return importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => relative(root, resolve(root, dirname(file), target)));
}

test('imports run one way', () => {
  const wrong = files.flatMap((file) =>
    near(file)
      .filter((target) => !allowed(file, target))
      .map((target) => `${file} -> ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('no file imports itself, however long the way', () => {
  const walked = new Set<string>();
  const circlesFrom = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [[...way.slice(way.indexOf(file)), file].join(' -> ')];
    if (walked.has(file)) return [];
    walked.add(file);
    return near(file).flatMap((next) => circlesFrom(next, [...way, file]));
  };
  expect(files.flatMap((file) => circlesFrom(file, []))).toEqual([]);
});

test('the AWS SDK is imported in lambda/aws, by the local engines and by the command only', () => {
  const wrong = files.filter(
    (file) =>
      !/^(lambda\/aws|local|cli)\//.test(file) &&
      importsOf(file).some((target) => target.startsWith('@aws-sdk/')),
  );
  expect(wrong).toEqual([]);
});

test('the core imports pure parsers only', () => {
  const pure = new Set(['diff', 'parse5', 'markdown-it', 'zod/mini', 'zod/locales', 'node:crypto', 'tldts']);
  const wrong = files
    .filter((file) => file.startsWith('lambda/core/'))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => !target.startsWith('.') && !pure.has(target))
        .map((t) => `${file} -> ${t}`),
    );
  expect(wrong).toEqual([]);
});

test('what becomes a Lambda imports the small form of zod: the other is four times as long', () => {
  const wrong = files.filter((file) => file.startsWith('lambda/') && importsOf(file).includes('zod'));
  expect(wrong).toEqual([]);
});

test('a Lambda entry is a composition root: at most 20 lines and no decision', () => {
  const wrong = files.filter((file) => {
    if (!/^lambda\/[a-z]+\/index\.ts$/.test(file)) return false;
    const text = readFileSync(join(root, file), 'utf8');
    return text.trimEnd().split('\n').length > 20 || /\bif\b|\?\s/.test(text);
  });
  expect(wrong).toEqual([]);
});

test('index.ts means "Lambda entry" and nothing else', () => {
  const wrong = files.filter(
    (file) => /(^|\/)index\.ts$/.test(file) && !/^lambda\/[a-z]+\/index\.ts$/.test(file),
  );
  expect(wrong).toEqual([]);
});

test('each of the 34 faults that sending has to survive is what a test is named after', () => {
  const named = sources('test')
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/['`]scenarios? ([\d, and]+)/g)])
    .flatMap(([, numbers = '']) => numbers.match(/\d+/g) ?? [])
    .map(Number);
  const scenarios = Array.from({ length: 34 }, (_, index) => index + 1);
  expect(scenarios.filter((number) => !named.includes(number))).toEqual([]);
});
