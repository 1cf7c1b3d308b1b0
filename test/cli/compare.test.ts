import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { terms } from '../steps/setting.ts';
import { policyNotice } from './run.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'policy-notice-cli-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

function file(name: string, text: string | Uint8Array): string {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
}

const thirty = terms('We delete server logs after 30 days.');
const ninety = terms('We delete server logs after 90 days.');

describe('compare', () => {
  test('says that customers must be told, by section, with redline, reason and citation; exit code 3', async () => {
    const { out, code } = await policyNotice('compare', file('old.md', thirty), file('new.md', ninety));
    expect(code).toBe(3);
    expect(out).toContain('customers must be told');
    expect(out).toContain('2. Logs');
    expect(out).toContain('after [-30-]{+90+} days');
    expect(out).toMatch(/why {2}.*\(K\d+/s);
  });

  test('says that a new line break is nothing; exit code 0', async () => {
    const reflowed = thirty.replace('on servers', 'on\nservers');
    const { out, code } = await policyNotice('compare', file('old.md', thirty), file('new.md', reflowed));
    expect(code).toBe(0);
    expect(out).toMatch(/none|minor/);
  });

  test('prints the findings as JSON', async () => {
    const { out } = await policyNotice('compare', '--json', file('old.md', thirty), file('new.md', ninety));
    expect(JSON.parse(out)).toMatchObject({
      significance: 'significant',
      findings: [
        {
          old: { text: expect.stringContaining('30 days') },
          new: { text: expect.stringContaining('90 days') },
        },
      ],
    });
  });

  test('writes a page that stands alone', async () => {
    const page = join(dir, 'comparison.html');
    await policyNotice('compare', '--html', page, file('old.md', thirty), file('new.md', ninety));
    const html = readFileSync(page, 'utf8');
    expect(html).toMatch(/<del>.*30.*<\/del>/s);
    expect(html).not.toMatch(/<script|<link|src=/);
  });

  test('compares across formats', async () => {
    const html = `<h1>Terms</h1><p>We delete server logs after 30 days.</p>`;
    const md = `# Terms\n\nWe delete server logs after 30 days.\n`;
    const { code } = await policyNotice('compare', file('old.html', html), file('new.md', md));
    expect(code).toBe(0);
  });
});

describe('compare --pairs', () => {
  test('prints one JSON line a pair, and a pair that cannot be read is never minor', async () => {
    const folder = join(dir, 'pairs');
    for (const [id, text] of [
      ['a', ninety],
      ['b', thirty],
      ['c', ''],
    ] as const) {
      mkdirSync(join(folder, id), { recursive: true });
      writeFileSync(join(folder, id, 'old.md'), thirty);
      writeFileSync(join(folder, id, 'new.md'), text);
    }
    writeFileSync(join(folder, 'index.jsonl'), '{"id":"a"}\n{"id":"b"}\n\n{"id":"c"}\n');
    const { out } = await policyNotice('compare', '--pairs', folder);
    const rows = out
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(rows).toMatchObject([
      { id: 'a', significance: 'significant' },
      { id: 'b', significance: 'none' },
      { id: 'c', significance: 'review', error: expect.stringContaining('empty') },
    ]);
  });

  test('names the line of the index that is no row', async () => {
    const folder = join(dir, 'broken');
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.jsonl'), '{"id":\n');
    expect(await policyNotice('compare', '--pairs', folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('index.jsonl line 1'),
    });
  });
});

describe('bad input ends with exit code 2 and a sentence that says what to do', () => {
  const cases: [string, () => string[], RegExp][] = [
    ['no such file', () => ['compare', join(dir, 'none.md'), join(dir, 'none.md')], /cannot be read/],
    ['one file only', () => ['compare', file('old.md', thirty)], /Two files/],
    ['an unknown extension', () => ['compare', file('a.docx', 'x'), file('b.docx', 'y')], /\.md/],
    ['an empty file', () => ['compare', file('empty.md', ''), file('new.md', ninety)], /empty/],
    [
      'a policy that is not in the settings',
      () => ['publish', 'cookies', file('new.md', ninety), '--local'],
      /not in the settings/,
    ],
    ['a bad policy id', () => ['publish', 'My Policy', file('new.md', ninety), '--local'], /policy id/],
    [
      'no outputs of a stack',
      () => ['publish', 'privacy-policy', file('new.md', ninety), '--outputs', join(dir, 'no.json')],
      /--outputs-file/,
    ],
    ['a version that is no number', () => ['resume', 'privacy-policy', 'two', '--local'], /1, 2, 3/],
    ['an unknown rule', () => ['explain', 'K99'], /no rule "K99"/],
    ['an unknown command', () => ['frobnicate'], /unknown command/],
  ];
  test.each(cases)('%s', async (_, args, message) => {
    const { code, err } = await policyNotice(...args());
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
});

test('rules lists the table, and explain says why and on whose authority', async () => {
  const { out: table } = await policyNotice('rules');
  expect(table.trim().split('\n').length).toBeGreaterThanOrEqual(49);
  const { out: rule } = await policyNotice('explain', 'k23');
  expect(rule).toMatch(/K23.*why.*cites/s);
});

test('replay says what would have been announced, version by version', async () => {
  const { execFileSync } = await import('node:child_process');
  const repo = join(dir, 'repo');
  mkdirSync(repo);
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-C', repo, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args]);
  git('init', '-q');
  for (const [index, text] of [thirty, thirty.replace('on servers', 'on\nservers'), ninety].entries()) {
    writeFileSync(join(repo, 'terms.md'), text);
    git('add', '.');
    git('commit', '-qm', `edit ${index}`);
  }
  const { out } = await policyNotice('replay', repo, 'terms.md');
  expect(out).toMatch(/edit 0.*edit 1.*significant.*edit 2/s);
  expect(out).toContain('3 versions, 1 would have been announced.');
});
