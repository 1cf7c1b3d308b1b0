import type { BlockKind } from '../document/model.ts';
import type { Side } from './side.ts';
import type { Bag } from './similarity.ts';
import { union, Weights } from './similarity.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Below it two blocks are not the same clause reworded. */
export const alike = 0.5;

/** How alike blocks of the two sides are; bags are made once per block. */
export class Likeness {
  private readonly bags: Record<'old' | 'fresh', (Bag | undefined)[]> = { old: [], fresh: [] };
  private readonly weights: Weights;

  constructor(
    readonly old: Side,
    readonly fresh: Side,
    vocabulary: Vocabulary,
    unpaired: { readonly old: readonly number[]; readonly fresh: readonly number[] },
  ) {
    const blocks = [...unpaired.old.map((at) => old.code(at)), ...unpaired.fresh.map((at) => fresh.code(at))];
    this.weights = new Weights(blocks, vocabulary);
  }

  /** 0..1; a heading and a body text must be more alike to count. */
  of(o: number, n: number): number {
    const dice = this.weights.dice(this.bag('old', o), this.bag('fresh', n));
    return isHeading(this.old.blocks[o]?.kind) === isHeading(this.fresh.blocks[n]?.kind) ? dice : dice * 0.8;
  }

  /** Weight of the words in both blocks. */
  mass(o: number, n: number): number {
    return this.bag('old', o).weight + this.bag('fresh', n).weight;
  }

  /** How alike a block and several of the other side, taken together, are. */
  ofUnion(one: Bag, others: readonly Bag[]): number {
    return this.weights.dice(one, union(others));
  }

  /** The share of a part that is in the whole, 0..1. */
  within(part: Bag, whole: Bag): number {
    return part.weight === 0 ? 0 : this.weights.shared(part, whole) / part.weight;
  }

  /** The words of a block. */
  bag(side: 'old' | 'fresh', at: number): Bag {
    return (this.bags[side][at] ??= this.weights.bag(this[side].code(at)));
  }
}

/** Is it one of h1..h6? */
export function isHeading(kind: BlockKind | undefined): boolean {
  return kind !== undefined && kind.length === 2 && kind.startsWith('h');
}
