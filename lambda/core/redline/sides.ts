import type { Alignment, Placed } from '../compare/model.ts';
import type { Block } from '../document/model.ts';
import { asidesOf } from './asides.ts';

/** Does the alignment show as a change? The same words may hide another link target. */
export function isChange(alignment: Alignment): boolean {
  return alignment.op !== 'kept' || asidesOf([alignment.old.block], [alignment.new.block]).length > 0;
}

/** The blocks of either side of an alignment. */
export function sidesOf(alignment: Alignment): {
  readonly olds: readonly Block[];
  readonly news: readonly Block[];
} {
  return {
    olds: 'old' in alignment ? blocksOf(alignment.old) : [],
    news: 'new' in alignment ? blocksOf(alignment.new) : [],
  };
}

function blocksOf(placed: Placed | readonly Placed[]): readonly Block[] {
  return 'block' in placed ? [placed.block] : placed.map(({ block }) => block);
}
