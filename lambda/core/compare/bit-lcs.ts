import type { Run } from './runs.ts';
import { RunList } from './runs.ts';

/** Bits used of each 32-bit word: a sum of two words and a carry still fits. */
const bits = 30;
const mask = 2 ** bits - 1;

/**
 * Longest common subsequence by bit-parallel dynamic programming (Hyyrö 2004), `bits` cells of the table in one step:
 * time and memory are a.length * b.length / 30 whatever the texts, so it is the callers who keep that product bounded.
 */
export function bitLcs(a: Int32Array, b: Int32Array): readonly Run[] {
  const width = Math.ceil(a.length / bits);
  const places = placesOf(a, width);
  const rows = new Int32Array((b.length + 1) * width).fill(mask, 0, width);
  for (let row = 1; row <= b.length; row++) {
    const place = places.of(b[row - 1] ?? 0);
    if (place < 0) rows.copyWithin(row * width, (row - 1) * width, row * width);
    else fillRow(rows, row * width, width, places.masks, place * width);
  }
  return traced(rows, width, a.length, b.length);
}

/** Row = (above + matches) | (above - matches), over all words with carry. A 0 bit: the subsequence grows here. */
function fillRow(rows: Int32Array, at: number, width: number, masks: Int32Array, from: number): void {
  let carry = 0;
  for (let word = 0; word < width; word++) {
    const above = rows[at - width + word] ?? 0;
    const match = above & (masks[from + word] ?? 0);
    const sum = above + match + carry;
    carry = sum >>> bits;
    rows[at + word] = (sum & mask) | (above & ~match);
  }
}

/** For each distinct element of `a` a row of bits: where it stands. */
function placesOf(a: Int32Array, width: number): { of: (element: number) => number; masks: Int32Array } {
  const index = new Map<number, number>();
  for (const element of a) if (!index.has(element)) index.set(element, index.size);
  const masks = new Int32Array(index.size * width);
  for (let at = 0; at < a.length; at++) {
    const word = (index.get(a[at] ?? 0) ?? 0) * width + Math.floor(at / bits);
    masks[word] = (masks[word] ?? 0) | (1 << (at % bits));
  }
  return { of: (element) => index.get(element) ?? -1, masks };
}

function traced(rows: Int32Array, width: number, oldLength: number, newLength: number): readonly Run[] {
  const isSet = (row: number, column: number) =>
    (((rows[row * width + Math.floor(column / bits)] ?? 0) >>> (column % bits)) & 1) === 1;
  const matches: number[] = [];
  let old = oldLength;
  let fresh = newLength;
  while (old > 0 && fresh > 0) {
    if (isSet(fresh, old - 1)) old--;
    else if (fresh > 1 && !isSet(fresh - 1, old - 1)) fresh--;
    else matches.push(--old, --fresh);
  }
  const runs = new RunList();
  for (let at = matches.length - 2; at >= 0; at -= 2) runs.add(matches[at] ?? 0, matches[at + 1] ?? 0, 1);
  return runs.all;
}
