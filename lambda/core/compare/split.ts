import type { Likeness } from './likeness.ts';
import { isHeading } from './likeness.ts';
import type { Gap, Matching } from './matching.ts';

/** Share of a part's wording that must come from the whole. */
const within = 0.7;
/** How alike the whole and its parts together must be, and by how much more than with one part alone. */
const together = 0.6;
const better = 0.08;
const mostParts = 12;
/** Larger gaps are not searched: in them everything changed. */
const largestGap = 4_000;

type SideName = 'old' | 'fresh';

/** Finds, inside a gap, blocks that were split into several neighbours or merged from several, and pairs them so. */
export function pairSplit(gap: Gap, likeness: Likeness, matching: Matching): void {
  if ((gap.oldTo - gap.oldFrom) * (gap.newTo - gap.newFrom) > largestGap) return;
  for (let o = gap.oldFrom; o < gap.oldTo; o++) {
    const parts = partsOf('old', o, gap.newFrom, gap.newTo, likeness, matching);
    if (parts !== null) matching.split(o, parts);
  }
  for (let n = gap.newFrom; n < gap.newTo; n++) {
    const parts = partsOf('fresh', n, gap.oldFrom, gap.oldTo, likeness, matching);
    if (parts !== null) matching.merge(parts, n);
  }
}

/** The neighbours on the other side that a block is made of, null if they are not at least two. */
function partsOf(
  side: SideName,
  whole: number,
  from: number,
  to: number,
  likeness: Likeness,
  matching: Matching,
): readonly number[] | null {
  if (isUnion(side, whole, matching) || isHeading(likeness[side].blocks[whole]?.kind)) return null;
  const partner = (side === 'old' ? matching.toNew : matching.toOld)[whole] ?? -1;
  const search = new PartSearch(side, whole, from, to, likeness, matching);
  if (partner >= from && partner < to) return search.around(partner);
  return partner < 0 ? search.anywhere() : null;
}

function isUnion(side: SideName, at: number, matching: Matching): boolean {
  const own = side === 'old' ? matching.toNew[at] : matching.toOld[at];
  if (own === undefined || own < 0) return false;
  if (side === 'old') return matching.splits.has(at) || matching.merges.has(own);
  return matching.merges.has(at) || matching.splits.has(own);
}

class PartSearch {
  constructor(
    private readonly side: SideName,
    private readonly whole: number,
    private readonly from: number,
    private readonly to: number,
    private readonly likeness: Likeness,
    private readonly matching: Matching,
  ) {}

  /** The partner with its free neighbours, if they make the match clearly better. */
  around(partner: number): readonly number[] | null {
    const alone = this.likenessOf([partner]);
    if (alone > 0.95) return null;
    const parts = [partner];
    for (let at = partner + 1; this.extends(parts, at); at++) parts.push(at);
    for (let at = partner - 1; this.extends(parts, at); at--) parts.unshift(at);
    return parts.length > 1 && this.likenessOf(parts) >= Math.max(together, alone + better) ? parts : null;
  }

  /** The best run of free neighbours in the gap. */
  anywhere(): readonly number[] | null {
    let best: readonly number[] | null = null;
    let score = together;
    for (let start = this.from; start < this.to; start++) {
      if (!this.isPart(start)) continue;
      const parts = [start];
      for (let at = start + 1; this.extends(parts, at); at++) parts.push(at);
      const found = parts.length > 1 ? this.likenessOf(parts) : 0;
      if (found > score) [best, score] = [parts, found];
    }
    return best;
  }

  private extends(parts: readonly number[], at: number): boolean {
    if (parts.length >= mostParts || !this.isPart(at)) return false;
    return this.likenessOf([...parts, at]) > this.likenessOf(parts);
  }

  private isPart(at: number): boolean {
    const { other, likeness } = this;
    const partners = other === 'old' ? this.matching.toNew : this.matching.toOld;
    if (at < this.from || at >= this.to || partners[at] !== -1 || isHeading(likeness[other].blocks[at]?.kind))
      return false;
    return likeness.within(likeness.bag(other, at), likeness.bag(this.side, this.whole)) >= within;
  }

  private likenessOf(parts: readonly number[]): number {
    const { other, likeness } = this;
    return likeness.ofUnion(
      likeness.bag(this.side, this.whole),
      parts.map((at) => likeness.bag(other, at)),
    );
  }

  private get other(): SideName {
    return this.side === 'old' ? 'fresh' : 'old';
  }
}
