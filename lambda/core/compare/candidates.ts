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
  const index = new FeatureIndex(fresh, likeness);
  const found: Candidate[] = [];
  old.forEach((o, at) => {
    const proposed = new Set([...index.nearest(likeness.old.code(o)), ...opposite(at, old, fresh)]);
    for (const n of proposed) {
      const score = likeness.of(o, n);
      if (score >= alike) found.push({ old: o, fresh: n, score });
    }
  });
  return found;
}

/** The blocks as far from the beginning, and from the end, of the other list: for repeated blocks place alone speaks. */
function opposite(at: number, old: readonly number[], fresh: readonly number[]): number[] {
  return [fresh[at], fresh[fresh.length - old.length + at]].filter((one) => one !== undefined);
}

/** Which new blocks a feature is in, and how many features a block has in common with each. */
class FeatureIndex {
  private readonly places = new Map<number, number[]>();
  private readonly hits: Int32Array;

  constructor(fresh: readonly number[], likeness: Likeness) {
    this.hits = new Int32Array(likeness.fresh.length);
    for (const n of fresh) {
      for (const feature of featuresOf(likeness.fresh.code(n))) this.add(feature, n);
    }
  }

  /** The few blocks with the most features in common, the first of equals first. */
  nearest(coded: Coded): readonly number[] {
    const { hits } = this;
    const touched: number[] = [];
    for (const feature of featuresOf(coded)) {
      const places = this.places.get(feature) ?? [];
      if (places.length > tooCommon) continue;
      for (const place of places) {
        if (hits[place] === 0) touched.push(place);
        hits[place] = (hits[place] ?? 0) + 1;
      }
    }
    const ranked = touched.sort((a, b) => (hits[b] ?? 0) - (hits[a] ?? 0) || a - b).slice(0, shortlist);
    for (const place of touched) hits[place] = 0;
    return ranked;
  }

  private add(feature: number, place: number): void {
    const known = this.places.get(feature);
    if (known === undefined) this.places.set(feature, [place]);
    else if (known.length <= tooCommon && known.at(-1) !== place) known.push(place);
  }
}

/** Hashes of the word sequences of a block; a collision only proposes a pair that the likeness then refuses. */
function featuresOf({ keys }: Coded): readonly number[] {
  const found: number[] = [];
  const brief = keys.length <= shortBlock;
  for (let at = 0; at < keys.length; at++) {
    const one = keys[at] ?? 0;
    const two = keys[at + 1] ?? 0;
    const three = keys[at + 2] ?? 0;
    if (brief) found.push(one, mixed(one, two));
    if (two !== 0 && three !== 0) found.push(mixed(mixed(one, two), three));
  }
  return found;
}

function mixed(a: number, b: number): number {
  return (Math.imul(a, 0x9e3779b1) ^ (b + 0x7f4a7c15 + (a << 6))) | 0;
}
