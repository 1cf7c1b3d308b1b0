import * as fc from 'fast-check';
import { compareDocuments } from '../../../lambda/core/compare/compare.ts';
import type { Comparison } from '../../../lambda/core/compare/model.ts';
import { redlineHtml } from '../../../lambda/core/redline/html.ts';
import type { RedlineEntry, RedlineSection } from '../../../lambda/core/redline/model.ts';
import { redline } from '../../../lambda/core/redline/redline.ts';
import { redlineText } from '../../../lambda/core/redline/text.ts';
import { newer, older, parsed } from '../pages/example.ts';

function compared(old: string, fresh: string): Comparison {
  return compareDocuments(parsed(old), parsed(fresh));
}

function entries(sections: readonly RedlineSection[]): readonly RedlineEntry[] {
  return sections.flatMap((section) => section.entries);
}

/** All passages of one side that a redline shows, in any order. */
function passages(sections: readonly RedlineSection[], side: 'old' | 'new'): readonly string[] {
  const gone = side === 'old' ? 'insert' : 'delete';
  return entries(sections).flatMap((entry) => {
    if (entry.kind === 'departed') return [];
    if (entry.kind === 'added') return side === 'new' ? entry.blocks.map(({ text }) => text) : [];
    if (entry.kind === 'removed') return side === 'old' ? entry.blocks.map(({ text }) => text) : [];
    if ('spans' in entry) {
      return [
        entry.spans
          .filter(({ op }) => op !== gone)
          .map(({ text }) => text)
          .join(''),
      ];
    }
    return 'blocks' in entry ? entry.blocks.map(({ text }) => text) : [entry.block.text];
  });
}

const sentence = fc.constantFrom(
  'We keep logs for 30 days.',
  'We keep logs for 90 days.',
  'You may object.',
  'We never sell data.',
  'Write to us at any time of the day.',
  '- A list item',
  '## Rights',
  '## Retention',
  '# Policy',
);
const markdown = fc.array(sentence, { maxLength: 12 }).map((lines) => lines.join('\n\n'));

test('every passage of both versions is shown, and none twice', () => {
  fc.assert(
    fc.property(markdown, markdown, (old, fresh) => {
      const comparison = compared(old, fresh);
      const sections = redline(comparison);
      const texts = (blocks: Comparison['old']['blocks']): string[] => blocks.map(({ text }) => text).sort();
      expect([...passages(sections, 'old')].sort()).toEqual(texts(comparison.old.blocks));
      expect([...passages(sections, 'new')].sort()).toEqual(texts(comparison.new.blocks));
    }),
    { numRuns: 40 },
  );
});

test('changes are numbered in reading order, and every departure leads to one of them', () => {
  fc.assert(
    fc.property(markdown, markdown, (old, fresh) => {
      const all = entries(redline(compared(old, fresh)));
      const numbers = all.flatMap((one) =>
        one.kind === 'unchanged' || one.kind === 'departed' ? [] : [one.number],
      );
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      const left = all.flatMap((one) => (one.kind === 'departed' ? [one.number] : []));
      expect(numbers).toEqual(expect.arrayContaining(left));
    }),
    { numRuns: 40 },
  );
});

test('a section that moved is shown once where it stands now, and the place it left leads there', () => {
  const sections = redline(compareDocuments(older, newer));
  const moved = entries(sections).filter(({ kind }) => kind === 'moved');
  expect(moved).toMatchObject([{ movedFrom: { relation: 'after', section: 'Your rights' } }]);
  const departed = entries(sections).filter(({ kind }) => kind === 'departed');
  expect(departed).toMatchObject([{ movedTo: { relation: 'after', section: 'What we collect' } }]);
});

test('a link that leads elsewhere is news though its words are the same', () => {
  const sections = redline(compared('[us](https://a.example/)', '[us](https://b.example/)'));
  expect(entries(sections)).toMatchObject([
    {
      kind: 'asides',
      asides: [{ kind: 'link', text: 'us', from: 'https://a.example/', to: 'https://b.example/' }],
    },
  ]);
});

test('an item shows which number it had and has', () => {
  const sections = redline(
    compared('1. We keep data.\n', '1. We may keep copies of it.\n2. We keep data.\n'),
  );
  expect(entries(sections)).toMatchObject([
    { kind: 'added' },
    { kind: 'renumbered', asides: [{ kind: 'number', from: '1', to: '2' }] },
  ]);
});

test('words struck through are news though they are the same words', () => {
  const sections = redline(compared('We never sell data.', '~~We never sell data.~~'));
  expect(entries(sections)).toMatchObject([{ asides: [{ kind: 'struck', text: 'We never sell data.' }] }]);
});

test('a renamed heading does not tear its section apart', () => {
  const sections = redline(
    compared(
      '# P\n\n## Data we keep\n\nOne.\n\nTwo is here.',
      '# P\n\n## Information we keep\n\nTwo is here.',
    ),
  );
  expect(sections.map(({ path }) => path.at(-1))).toEqual(['P', 'Information we keep']);
});

test('the page labels each change in words, folds what stayed, and escapes everything', () => {
  const html = redlineHtml(
    redline(compared('Keep me.\n\nWe sell `<b>` data now.', 'Keep me.\n\nWe sell `<i>` data now.')),
  );
  expect(html).toContain('<strong>Reworded</strong>');
  expect(html).toContain('<summary>1 passage unchanged</summary>');
  expect(html).toContain('&lt;');
  expect(html).not.toMatch(/<[bi]>/u);
});

test('no change is said in a sentence', () => {
  const same = redline(compareDocuments(older, older));
  expect(redlineHtml(same)).toContain('No words changed.');
  expect(redlineText(same)).toBe('No words changed.\n');
});

test('a terminal gets marks without colour, one line a passage, and no escape sequence of the policy', () => {
  const text = redlineText(
    redline(compared('We keep logs for 30 days.', 'We keep logs \u001B[31mfor 90 days.')),
  );
  expect(text).toContain('[-for 30-]');
  expect(text).not.toContain('\u001B');
});
