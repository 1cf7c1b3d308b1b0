import { heaviestIncreasing } from './increasing.ts';
import type { Run } from './runs.ts';
import { RunList } from './runs.ts';

/** Sequences of this many elements are tried as anchors, the most telling first. */
const lengths = [8, 3, 1] as const;

/**
 * Stretches that divide two long lists: where sequences begin that occur exactly once in each, those of them that keep
 * their order. Empty when there is nothing unique. O(n log n).
 */
export function uniqueRuns(a: Int32Array, b: Int32Array): readonly Run[] {
  for (const length of lengths) {
    const runs = uniqueOf(a, b, length);
    if (runs.length > 0) return inOrder(runs);
  }
  return [];
}

function uniqueOf(a: Int32Array, b: Int32Array, length: number): readonly Run[] {
  const inNew = onceIn(b, length);
  const runs = new RunList();
  for (const [hash, old] of onceIn(a, length)) {
    const fresh = old < 0 ? undefined : inNew.get(hash);
    if (fresh !== undefined && fresh >= 0 && isSame(a, old, b, fresh, length)) runs.add(old, fresh, 1);
  }
  return runs.all;
}

/** Where each sequence of a length begins, -1 if it occurs twice; in order of position. */
function onceIn(list: Int32Array, length: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = 0; at + length <= list.length; at++) {
    let hash = 0;
    for (let step = 0; step < length; step++)
      hash = (Math.imul(hash, 0x01000193) ^ (list[at + step] ?? 0)) | 0;
    places.set(hash, places.has(hash) ? -1 : at);
  }
  return places;
}

function isSame(a: Int32Array, old: number, b: Int32Array, fresh: number, length: number): boolean {
  for (let step = 0; step < length; step++) if (a[old + step] !== b[fresh + step]) return false;
  return true;
}

function inOrder(runs: readonly Run[]): readonly Run[] {
  const chain = new Set(
    heaviestIncreasing(
      runs.map((run) => run.new),
      runs.map((run) => run.length),
    ),
  );
  return runs.filter((_, at) => chain.has(at));
}
