import type { Alignment, Comparison, Placed } from '../compare/model.ts';

/** What is judged together: the old and new blocks of one alignment, or a run of blocks that were only laid out anew. */
export interface Unit {
  readonly old: readonly Placed[];
  readonly new: readonly Placed[];
  /** The text is the same and only its place changed. */
  readonly moved: boolean;
}

/** One unit for each alignment of a comparison, removed and added neighbours put together, in order. */
export function unitsOf(comparison: Comparison): Unit[] {
  const units: Unit[] = [];
  let run: { old: Placed[]; new: Placed[] } | null = null;
  const close = (): void => {
    if (run !== null) units.push({ ...run, moved: false });
    run = null;
  };
  for (const alignment of comparison.alignments) {
    if (alignment.op === 'removed' || alignment.op === 'added') {
      run ??= { old: [], new: [] };
      if (alignment.op === 'removed') run.old.push(alignment.old);
      else run.new.push(alignment.new);
      continue;
    }
    close();
    units.push(unitOf(alignment));
  }
  close();
  return units;
}

function unitOf(alignment: Exclude<Alignment, { op: 'removed' | 'added' }>): Unit {
  switch (alignment.op) {
    case 'kept':
      return { old: [alignment.old], new: [alignment.new], moved: false };
    case 'moved':
      return { old: [alignment.old], new: [alignment.new], moved: true };
    case 'renumbered':
    case 'reworded':
      return { old: [alignment.old], new: [alignment.new], moved: alignment.moved };
    case 'split':
      return { old: [alignment.old], new: alignment.new, moved: false };
    case 'merged':
      return { old: alignment.old, new: [alignment.new], moved: false };
  }
}
