import type { Alignment, Comparison, Placed, Span } from '../../../lambda/core/compare/model.ts';
import type { Block, PolicyDocument } from '../../../lambda/core/document/model.ts';
import { redlineHtml } from '../../../lambda/core/redline/html.ts';
import { redline } from '../../../lambda/core/redline/redline.ts';
import { redlineText } from '../../../lambda/core/redline/text.ts';
import { parsed } from '../pages/example.ts';

function placed(index: number, text: string, facts: Partial<Block> = {}): Placed {
  const block: Block = {
    kind: 'p',
    text,
    path: ['Policy', 'Part', 'Rights'],
    links: [],
    marks: [],
    depth: 0,
    source: { start: index * 10, end: index * 10 + 9 },
    ...facts,
  };
  return { index, block };
}

const spans: readonly Span[] = [
  { op: 'equal', text: 'One ' },
  { op: 'delete', text: 'two' },
  { op: 'insert', text: 'three\u202E' },
];

function documentOf(alignments: readonly Alignment[], side: 'old' | 'new'): PolicyDocument {
  const all = alignments.flatMap((one): readonly Placed[] => {
    const own = side === 'old' ? ('old' in one ? one.old : []) : 'new' in one ? one.new : [];
    return 'block' in own ? [own] : own;
  });
  return { ...parsed(''), blocks: all.toSorted((a, b) => a.index - b.index).map(({ block }) => block) };
}

function shown(...alignments: readonly Alignment[]): { readonly html: string; readonly text: string } {
  const comparison: Comparison = {
    old: documentOf(alignments, 'old'),
    new: documentOf(alignments, 'new'),
    alignments,
    degraded: false,
    counts: {
      kept: 0,
      renumbered: 0,
      moved: 0,
      reworded: 0,
      split: 0,
      merged: 0,
      removed: 0,
      added: 0,
      wordsDeleted: 0,
      wordsInserted: 0,
    },
  };
  const sections = redline(comparison);
  return { html: redlineHtml(sections), text: redlineText(sections) };
}

const old = placed(0, 'One two');
const fresh = placed(0, 'One three');

test.each<readonly [string, Alignment, string]>([
  ['added', { op: 'added', new: fresh }, '1. Added\n     {+One three+}\n'],
  ['removed', { op: 'removed', old }, '1. Removed\n     [-One two-]\n'],
  ['reworded', { op: 'reworded', old, new: fresh, moved: false, spans }, 'One [-two-]{+three[U+202E]+}\n'],
  ['renumbered', { op: 'renumbered', old, new: fresh, moved: false, spans }, '1. Renumbered\n'],
  ['split', { op: 'split', old, new: [fresh, placed(1, 'x')], spans }, '1. Split up\n'],
  ['merged', { op: 'merged', old: [old, placed(1, 'x')], new: fresh, spans }, '1. Joined\n'],
  [
    'moved',
    { op: 'moved', old, new: placed(0, 'One two', { path: ['Fees'] }) },
    '1. Moved from “Rights”\n     One two\n',
  ],
])('a passage that was %s is labelled so, on the page and in the terminal', (_kind, alignment, expected) => {
  const { html, text } = shown(alignment);
  expect(text).toContain(expected);
  expect(html).toContain('id="change-1"');
});

test('a passage that moved and was reworded says both', () => {
  const there = placed(0, 'One three', { path: [] });
  const { html, text } = shown({ op: 'reworded', old, new: there, moved: true, spans });
  expect(html).toContain('<strong>Reworded, Moved</strong> from “Rights”');
  expect(text).toContain('Moved to “Opening words” (1)');
});

test('a passage that moved within its section says so', () => {
  const first = placed(0, 'Alpha');
  const second = placed(1, 'Beta');
  const { html } = shown(
    { op: 'moved', old: second, new: { ...second, index: 0 } },
    { op: 'kept', old: first, new: { ...first, index: 1 } },
  );
  expect(html).toContain('within this section');
  expect(html).toContain('Moved within this section');
});

test('headings above a section are shown, list items and headings look like what they are', () => {
  const { html } = shown(
    { op: 'added', new: placed(0, 'Fees', { kind: 'h2', path: ['Policy', 'Part'] }) },
    { op: 'added', new: placed(1, 'Item', { kind: 'li', path: ['Policy', 'Part', 'Fees'] }) },
  );
  expect(html).toContain('<p class="above">Part</p>');
  expect(html).toContain('<p class="was-heading"><ins>Fees</ins></p>');
  expect(html).toContain('<p class="was-item"><ins>Item</ins></p>');
});

test('what words do not show is told: links that came, went or changed, words struck, hidden or shown again', () => {
  const link = (href: string) => ({ text: 'One', href, start: 0, end: 3 });
  const mark = (kind: 'struck' | 'hidden') => ({ kind, start: 4, end: 7 });
  const { html, text } = shown({
    op: 'kept',
    old: placed(0, 'One two', { links: [link('https://a.example/')], marks: [mark('hidden')] }),
    new: placed(0, 'One two', { marks: [mark('struck')] }),
  });
  expect(html).toContain('<del>https://a.example/</del> <ins>no link</ins>');
  expect(text).toContain('Now struck through: two');
  expect(text).toContain('No longer hidden from readers: two');
  expect(text).toContain('The link “One” leads elsewhere: [-https://a.example/-] {+no link+}');
  const came = shown({ op: 'kept', old, new: placed(0, 'One two', { links: [link('https://b.example/')] }) });
  expect(came.text).toContain('[-no link-] {+https://b.example/+}');
});
