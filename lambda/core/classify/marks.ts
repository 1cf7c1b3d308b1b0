import type { Block, Mark } from '../document/model.ts';
import { canonicalText } from './evidence.ts';

/** Text that is struck through or hidden in one version only. */
export interface MarkChange {
  readonly aspect: 'struck' | 'hidden';
  readonly old: string;
  readonly new: string;
}

/** Compares what is struck through and what is hidden in two lists of blocks. */
export function markChanges(old: readonly Block[], fresh: readonly Block[]): MarkChange[] {
  return (['struck', 'hidden'] as const).flatMap((aspect) => {
    const [before, after] = [marked(old, aspect), marked(fresh, aspect)];
    return canonicalText(before) === canonicalText(after) ? [] : [{ aspect, old: before, new: after }];
  });
}

function marked(blocks: readonly Block[], kind: Mark['kind']): string {
  return blocks
    .flatMap(({ text, marks }) =>
      marks.filter((mark) => mark.kind === kind).map(({ start, end }) => text.slice(start, end)),
    )
    .join(' ');
}
