import type { Alignment, Comparison } from '../compare/model.ts';
import type { Block, PolicyDocument } from '../document/model.ts';
import { isHeading } from '../markup/outline.ts';
import type { Whereabouts } from './model.ts';
import { pathOf } from './sections.ts';

/** Alignments whose text stands elsewhere now. */
export type Moved = Extract<Alignment, { readonly op: 'moved' | 'reworded' | 'renumbered' }>;

/** Did the text change its place in the order of the document? */
export function isMoved(alignment: Alignment): alignment is Moved {
  return alignment.op === 'moved' || ('moved' in alignment && alignment.moved);
}

/** Says of moved texts where they stood and where they stand now, in words of the other side. */
export interface Movements {
  readonly from: (moved: Moved) => Whereabouts;
  readonly to: (moved: Moved) => Whereabouts;
}

/** Reads both versions for what a moved text is to be located by: its section, else the section before that. */
export function movementsOf(comparison: Comparison): Movements {
  const oldBefore = sectionsBefore(comparison.old);
  const newBefore = sectionsBefore(comparison.new);
  const located = (own: Block, other: Block, before: string, otherBefore: string): Whereabouts => {
    const section = sectionName(own);
    if (section !== sectionName(other)) return { relation: 'in', section };
    return before === otherBefore ? { relation: 'within', section } : { relation: 'after', section: before };
  };
  const ends = (moved: Moved) =>
    [oldBefore[moved.old.index] ?? '', newBefore[moved.new.index] ?? ''] as const;
  return {
    from: (moved) => located(moved.old.block, moved.new.block, ...ends(moved)),
    to: (moved) => {
      const [was, is] = ends(moved);
      return located(moved.new.block, moved.old.block, is, was);
    },
  };
}

function sectionName(block: Block): string {
  return pathOf(block).at(-1) ?? '';
}

/** For every block, the heading before the one it stands under. */
function sectionsBefore({ blocks }: PolicyDocument): readonly string[] {
  let before = '';
  let own = '';
  return blocks.map((block) => {
    if (isHeading(block)) [before, own] = [own, block.text];
    return before;
  });
}
