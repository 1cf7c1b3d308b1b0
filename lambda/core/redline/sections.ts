import type { Alignment, Comparison } from '../compare/model.ts';
import type { Block } from '../document/model.ts';
import { isHeading } from '../markup/outline.ts';

/** Says in which section an alignment is shown: its headings, outermost first. */
export type SectionOf = (alignment: Alignment) => readonly string[];

/**
 * Finds the section an alignment is shown in. A removed block belongs to the new name of its old section, so that a
 * renamed heading does not tear its section apart.
 */
export function sectionFinder(comparison: Comparison): SectionOf {
  const renamed = newNames(comparison);
  return (alignment) => {
    const fresh = firstOf(alignment, 'new');
    if (fresh !== null) return pathOf(fresh);
    const old = firstOf(alignment, 'old');
    if (old === null) return [];
    const path = pathOf(old);
    return renamed.get(JSON.stringify(path)) ?? path;
  };
}

function newNames({ alignments }: Comparison): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const alignment of alignments) {
    if ('moved' in alignment ? alignment.moved : alignment.op === 'moved') continue;
    const old = firstOf(alignment, 'old');
    const fresh = firstOf(alignment, 'new');
    if (old === null || fresh === null) continue;
    const key = JSON.stringify(pathOf(old));
    if (!names.has(key)) names.set(key, pathOf(fresh));
  }
  return names;
}

/** The section a block stands in. A heading opens the section that bears its name. */
export function pathOf(block: Block): readonly string[] {
  return isHeading(block) ? [...block.path, block.text] : block.path;
}

function firstOf(alignment: Alignment, side: 'old' | 'new'): Block | null {
  const placed =
    side === 'old' ? ('old' in alignment ? alignment.old : null) : 'new' in alignment ? alignment.new : null;
  if (placed === null) return null;
  return 'block' in placed ? placed.block : (placed[0]?.block ?? null);
}
