import * as fc from 'fast-check';
import { compareDocuments } from '../../../lambda/core/compare/compare.ts';
import type { Alignment, Comparison, Placed, Span } from '../../../lambda/core/compare/model.ts';
import type { Block, BlockKind, PolicyDocument } from '../../../lambda/core/document/model.ts';
import { documentOf } from '../document/documents.ts';
import { anyText } from '../../any-text.ts';

const words =
  'we may not share your data with the partners 30 days 1. (a) Section 4 “quoted” opt-in \u200b se\u00adll p\u0430y, .'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 })
  .map((all) => all.join(' ').trim() || 'x');
const kinds: readonly BlockKind[] = ['h2', 'p', 'p', 'p', 'li', 'tr', 'quote'];
const block: fc.Arbitrary<Block> = fc.record({
  kind: fc.constantFrom(...kinds),
  text: fc.oneof(
    sentence,
    fc.array(sentence, { minLength: 2, maxLength: 4 }).map((all) => all.join('. ')),
    anyText({ minLength: 1 }),
  ),
  path: fc.constant([]),
  links: fc.constant([]),
  marks: fc.constant([]),
  depth: fc.constant(0),
  source: fc.constant({ start: 0, end: 0 }),
});
const blocks = fc.array(block, { maxLength: 14 });

/** A later version: blocks dropped, doubled, moved, edited, joined and cut in two. */
const edits = fc.array(fc.tuple(fc.nat(5), fc.nat(30), fc.nat(30), sentence), { maxLength: 6 });
const pair = fc.tuple(blocks, edits).map(([old, all]) => {
  const fresh = [...old];
  for (const [kind, from, to, text] of all)
    if (fresh.length > 0) edit(fresh, kind, from % fresh.length, to % fresh.length, text);
  return [old, fresh] as const;
});

function edit(fresh: Block[], kind: number, at: number, to: number, text: string): void {
  const one = fresh[at]!;
  const middle = one.text.indexOf(' ', one.text.length / 2);
  if (kind === 0) fresh.splice(at, 1);
  else if (kind === 1) fresh.splice(to, 0, one);
  else if (kind === 2) fresh.splice(to, 0, ...fresh.splice(at, 1));
  else if (kind === 3) fresh[at] = { ...one, text: one.text.replace(/\S+ ?/, `${text} `) };
  else if (kind === 4) fresh.splice(at, 2, { ...one, text: `${one.text} ${fresh[at + 1]?.text ?? text}` });
  else if (middle > 0 && middle < one.text.length - 1) {
    fresh.splice(
      at,
      1,
      { ...one, text: one.text.slice(0, middle) },
      { ...one, text: one.text.slice(middle + 1) },
    );
  }
}

const documentWith = (all: readonly Block[]): PolicyDocument => ({ ...documentOf('x'), blocks: all });
const anyPair = fc.oneof(pair, fc.tuple(blocks, blocks));
const forEvery = (check: (comparison: Comparison) => void) =>
  fc.assert(
    fc.property(anyPair, ([old, fresh]) => check(compareDocuments(documentWith(old), documentWith(fresh)))),
    { numRuns: 200 },
  );

const oldOf = (one: Alignment): readonly Placed[] => ('old' in one ? [one.old].flat() : []);
const newOf = (one: Alignment): readonly Placed[] => ('new' in one ? [one.new].flat() : []);
const joined = (all: readonly Placed[]) => all.map((one) => one.block.text).join(' ');
const without = (spans: readonly Span[], op: Span['op']) =>
  spans
    .filter((span) => span.op !== op)
    .map(({ text }) => text)
    .join('');

/** Old and new text of an alignment as its evidence tells them. */
function rebuilt(one: Alignment): readonly [string, string] {
  if ('spans' in one) return [without(one.spans, 'insert'), without(one.spans, 'delete')];
  if (one.op === 'removed') return [one.old.block.text, ''];
  return one.op === 'added' ? ['', one.new.block.text] : [one.old.block.text, one.old.block.text];
}

describe('for every two documents', () => {
  test('every block of both is in exactly one alignment, at its index', () => {
    forEvery(({ old, new: fresh, alignments }) => {
      const placed = (sideOf: (one: Alignment) => readonly Placed[]) =>
        alignments.flatMap(sideOf).toSorted((x, y) => x.index - y.index);
      expect(placed(oldOf).map(({ block: one }) => one)).toEqual(old.blocks);
      expect(placed(newOf).map(({ block: one }) => one)).toEqual(fresh.blocks);
      expect(alignments.flatMap(newOf).map(({ index }) => index)).toEqual(fresh.blocks.map((_, at) => at));
    });
  });

  test('both texts rebuild exactly from kept texts and spans', () => {
    forEvery(({ alignments }) => {
      for (const one of alignments) {
        expect(rebuilt(one)).toEqual([joined(oldOf(one)), joined(newOf(one))]);
      }
    });
  });

  test('what is not moved keeps its order on both sides', () => {
    forEvery(({ alignments }) => {
      const inPlace = alignments.filter((one) => one.op !== 'moved' && !('moved' in one && one.moved));
      for (const sideOf of [oldOf, newOf]) {
        const indices = inPlace.flatMap(sideOf).map(({ index }) => index);
        expect(indices).toEqual(indices.toSorted((x, y) => x - y));
      }
    });
  });

  test('unions are of at least two neighbours', () => {
    forEvery(({ alignments }) => {
      for (const one of alignments) {
        if (one.op !== 'split' && one.op !== 'merged') continue;
        const parts = one.op === 'split' ? one.new : one.old;
        expect(parts.length).toBeGreaterThan(1);
        parts.forEach(({ index }, at) => expect(index).toBe(parts[0]!.index + at));
      }
    });
  });

  test('the answer is the same every time', () => {
    fc.assert(
      fc.property(anyPair, ([old, fresh]) => {
        const compare = () => compareDocuments(documentWith(old), documentWith(fresh));
        expect(compare()).toEqual(compare());
      }),
      { numRuns: 60 },
    );
  });

  test('a document compared with itself is kept whole', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const { counts, degraded } = compareDocuments(documentWith(all), documentWith(all));
        expect([counts.kept, counts.wordsDeleted, counts.wordsInserted, degraded]).toEqual([
          all.length,
          0,
          0,
          false,
        ]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('hostile inputs', () => {
  const filler = (count: number, vocabulary: number, seed: number) =>
    Array.from({ length: count }, (_, at) => `w${((at + seed) * 2_654_435_761) % vocabulary}`);
  const lines = (count: number, vocabulary: number, seed: number) =>
    filler(count, vocabulary, seed).join('\n\n');
  const line = filler(150_000, 9_000, 1).join(' ');
  const few = filler(30_000, 11, 1).join(' ');

  test.each([
    ['one line of 1 MB, edited', line, line.replaceAll(' w77 ', ' zz '), false],
    ['one line, rewritten in the same few words', few, filler(30_000, 13, 5).join(' a '), true],
    ['a thousand blocks of one word', lines(1_000, 4, 1), lines(1_000, 5, 3), false],
    ['all blocks in reverse', lines(800, 800, 1), filler(800, 800, 1).toReversed().join('\n\n'), false],
    ['a truncated document', lines(4_000, 900, 1), lines(1_500, 900, 1), false],
    ['nothing left', lines(500, 500, 1), '.', false],
  ])('%s: every block used once, both texts rebuilt, caps admitted', (_, old, fresh, degraded) => {
    const comparison = compareDocuments(documentOf(old, 'txt'), documentOf(fresh, 'txt'));
    expect(comparison.degraded).toBe(degraded);
    expect(comparison.alignments.flatMap(oldOf)).toHaveLength(comparison.old.blocks.length);
    expect(comparison.alignments.flatMap(newOf)).toHaveLength(comparison.new.blocks.length);
    for (const one of comparison.alignments) {
      const [before, after] = rebuilt(one);
      expect(before === joined(oldOf(one)) && after === joined(newOf(one))).toBe(true);
    }
  });

  test('eight times the text takes far less than 64 times the work', () => {
    const work = (blocksOf: number) => {
      const text = Array.from({ length: blocksOf }, (_, at) => filler(40, 700, at * 91).join(' '));
      const start = process.cpuUsage();
      compareDocuments(
        documentOf(text.join('\n\n'), 'txt'),
        documentOf(text.map((one, at) => (at % 3 ? one : `${one} more`)).join('\n\n'), 'txt'),
      );
      return process.cpuUsage(start).user;
    };
    work(500);
    expect(work(4_000)).toBeLessThan(28 * Math.max(work(500), 5_000));
  });
});
