import type { Batch, BatchKey } from './batch.ts';
import { childOf } from './batch.ts';
import type { NoticeRef } from './meta.ts';

/**
 * What a person decided of a batch whose outcome nobody can prove. released: sent once more, though some may then be
 * told twice; closed: its customers were told in another way. `at` is ISO 8601 UTC.
 */
export interface HeldDecision {
  readonly how: 'released' | 'closed';
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

/** A held batch; `decision` is null while it waits for a person. */
export interface HeldBatch {
  readonly batch: Batch;
  readonly decision: HeldDecision | null;
}

/** The batches of a ledger that were given to people. They stay held for ever: what is decided is written beside. */
export interface HeldBatches {
  /** Of one segment, in the order of their keys. */
  list(notice: NoticeRef, segment: number): AsyncIterable<HeldBatch>;
  /** Decides, once. Throws WrongState when it was decided before, or is no held batch. */
  decide(notice: NoticeRef, key: BatchKey, decision: HeldDecision): Promise<void>;
}

/** The positions of a held batch that nobody can speak for. */
export function heldPositions({ outcomes }: Batch): number[] {
  return [...outcomes.entries()].flatMap(([position, outcome]) => (outcome === null ? [position] : []));
}

/** The child that sends a held batch once more because a person says so. */
export function releasedChild(batch: Batch): Batch {
  return childOf(batch, released, heldPositions(batch));
}

/** Does the batch, or what it descends from, send anew what was held? Its word then counts for more than the other's. */
export function isReleased({ suffix }: BatchKey): boolean {
  return suffix.includes(released);
}

const released = 'p';
