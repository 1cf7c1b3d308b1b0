import type { Alignment, Comparison, Span } from './model.ts';
import { endOf, kindOf, scanToken } from './scan.ts';

type Counts = Comparison['counts'];
const opsWithoutWords = {
  kept: 0,
  moved: 0,
  renumbered: 0,
  reworded: 0,
  split: 0,
  merged: 0,
  removed: 0,
  added: 0,
};

/** How many blocks each fate met, and how many words were deleted and inserted. */
export function countsOf(alignments: readonly Alignment[]): Counts {
  const ops: Record<Alignment['op'], number> = { ...opsWithoutWords };
  let wordsDeleted = 0;
  let wordsInserted = 0;
  for (const alignment of alignments) {
    ops[alignment.op]++;
    if (alignment.op === 'removed') wordsDeleted += wordsIn(alignment.old.block.text);
    if (alignment.op === 'added') wordsInserted += wordsIn(alignment.new.block.text);
    if (!('spans' in alignment)) continue;
    wordsDeleted += wordsOf(alignment.spans, 'delete');
    wordsInserted += wordsOf(alignment.spans, 'insert');
  }
  return { ...ops, wordsDeleted, wordsInserted };
}

function wordsOf(spans: readonly Span[], op: Span['op']): number {
  let words = 0;
  for (const span of spans) if (span.op === op) words += wordsIn(span.text);
  return words;
}

/** Number of tokens that are not white space or punctuation. */
export function wordsIn(text: string): number {
  let words = 0;
  for (let at = 0; at < text.length;) {
    const scanned = scanToken(text, at);
    const kind = kindOf(scanned);
    if (kind !== 0 && kind !== 3) words++;
    at = endOf(scanned);
  }
  return words;
}
