import type { Likeness } from './likeness.ts';
import { alike } from './likeness.ts';
import type { Coded } from './vocabulary.ts';

/** Two blocks that may be one clause, and how alike they are. */
export interface Candidate {
  readonly old: number;
  readonly fresh: number;
  readonly score: number;
}

/** A feature in more blocks than this says nothing. */
const tooCommon = 12;
/** Of each old block only the partners with the most features in common are looked at closely. */
const shortlist = 4;
const shortBlock = 8;

/**
 * Pairs of blocks, anywhere in the two lists, that are alike. An inverted index of word trigrams (short blocks: also
 * of words and bigrams) proposes, the likeness disposes; near-linear however long the lists are.
 */
export function candidates(
  old: readonly number[],
  fresh: readonly number[],
  likeness: Likeness,
): Candidate[] {
  const index = indexOf(fresh, likeness);
  return old.flatMap((o, at) =>
    [...new Set([...nearest(features(likeness.old.code(o)), index), ...opposite(at, old, fresh)])]
      .map((n) => ({ old: o, fresh: n, score: likeness.of(o, n) }))
      .filter(({ score }) => score >= alike),
  );
}

/** The blocks as far from the beginning, and from the end, of the other list: for repeated blocks place alone speaks. */
function opposite(at: number, old: readonly number[], fresh: readonly number[]): number[] {
  return [fresh[at], fresh[fresh.length - old.length + at]].filter((one) => one !== undefined);
}

function indexOf(fresh: readonly number[], likeness: Likeness): Map<number, number[]> {
  const index = new Map<number, number[]>();
  for (const n of fresh) {
    for (const feature of features(likeness.fresh.code(n))) {
      const places = index.get(feature);
      if (places === undefined) index.set(feature, [n]);
      else if (places.length <= tooCommon) places.push(n);
    }
  }
  return index;
}

function nearest(wanted: ReadonlySet<number>, index: ReadonlyMap<number, readonly number[]>): number[] {
  const hits = new Map<number, number>();
  for (const feature of wanted) {
    const places = index.get(feature) ?? [];
    if (places.length > tooCommon) continue;
    for (const place of places) hits.set(place, (hits.get(place) ?? 0) + 1);
  }
  const ranked = [...hits].sort(([a, x], [b, y]) => y - x || a - b);
  return ranked.slice(0, shortlist).map(([place]) => place);
}

/** Hashes of the word sequences of a block; a collision only proposes a pair that the likeness then refuses. */
function features({ keys }: Coded): Set<number> {
  const found = new Set<number>();
  const brief = keys.length <= shortBlock;
  for (let at = 0; at < keys.length; at++) {
    const one = keys[at] ?? 0;
    const two = keys[at + 1] ?? 0;
    const three = keys[at + 2] ?? 0;
    if (brief) found.add(one).add(mixed(one, two));
    if (two !== 0 && three !== 0) found.add(mixed(mixed(one, two), three));
  }
  return found;
}

function mixed(a: number, b: number): number {
  return (Math.imul(a, 0x9e3779b1) ^ (b + 0x7f4a7c15 + (a << 6))) >>> 0;
}
