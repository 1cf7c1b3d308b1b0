import type { Batch } from './batch.ts';
import { childOf, halvesOf } from './batch.ts';
import type { SegmentMark } from './meta.ts';
import { retriedPositions } from '../outcome/classes.ts';
import type { Tail } from './ledger.ts';

/** The later of a segment's mark and its last batch; a mark is later when no batch was claimed after it. */
export function leftAt(
  mark: SegmentMark | null,
  last: Batch | null,
): Pick<Tail, 'mark' | 'nextSeq' | 'since'> & { readonly openFrom: number } {
  if (last !== null && (mark === null || mark.seq <= last.key.seq)) {
    const { since, openFrom } = last;
    return { mark: last.mark, nextSeq: last.key.seq + 1, since, openFrom };
  }
  return {
    mark: mark?.mark ?? '',
    nextSeq: mark?.seq ?? 1,
    since: mark?.since ?? 1,
    openFrom: mark?.openFrom ?? 1,
  };
}

/** The children of a split batch: by its outcomes, or in halves when the whole call was rejected. Always the same ones. */
export function childrenOf(batch: Batch, now: number): Batch[] {
  if (isRejected(batch)) return [...halvesOf(batch)];
  const { soon, later } = retriedPositions(batch.outcomes, batch.key);
  return [
    ...(soon.length > 0 ? [childOf(batch, 'r', soon)] : []),
    ...(later.length > 0 ? [childOf(batch, 'f', later, now + onceMoreAfterMs)] : []),
  ];
}

/** `Failed` is tried once more after this long. */
const onceMoreAfterMs = 10 * 60_000;

/** What a split batch becomes when its children are written. */
export function stateAfterSplit(batch: Batch): 'done' | 'unknown' | 'closed' {
  if (isRejected(batch)) return 'closed';
  return batch.outcomes.includes(null) ? 'unknown' : 'done';
}

/** Nothing is written down about the positions of a call that was rejected as a whole. */
function isRejected({ outcomes }: Batch): boolean {
  return outcomes.every((outcome) => outcome === null);
}
