import type { Batch } from '../core/ledger/batch.ts';
import type { Tail } from '../core/ledger/ledger.ts';
import { AlreadyClaimedIds } from '../core/ledger/stretch.ts';
import { split } from './delivery.ts';
import type { Assignment } from './ports.ts';

/** Where to go on in a segment, from the ledger alone. */
export interface Resumption {
  readonly mark: string;
  readonly nextSeq: number;
  readonly since: number;
  readonly claimed: AlreadyClaimedIds;
  /** Certainly not sent, to be sent first. */
  readonly refused: readonly Batch[];
}

/**
 * Puts a segment in order after whoever walked it before, which may have died at any point: claims of others become
 * unknown, children that were owed are written, and what was refused is found.
 */
export async function resume(assignment: Assignment, segment: number): Promise<Resumption> {
  const { ledger, meta } = assignment;
  const tail = await ledger.tail(meta, segment);
  const known = await atIssue(assignment, segment, tail);
  for (const batch of known) if (batch.state === 'claimed') await ledger.park(meta, batch);
  const children: Batch[] = [];
  for (const batch of known) children.push(...(await split(assignment, batch)));
  return {
    mark: tail.mark,
    nextSeq: tail.nextSeq,
    since: tail.since,
    claimed: new AlreadyClaimedIds(
      tail.recent.filter(({ key }) => key.seq >= tail.since).flatMap(({ ids }) => ids),
    ),
    refused: [...known.filter(({ state }) => state === 'refused'), ...children],
  };
}

/** In a segment that was walked to its end, whatever is open lies anywhere. */
async function atIssue({ ledger, meta }: Assignment, segment: number, tail: Tail): Promise<readonly Batch[]> {
  if (!tail.done) return tail.recent;
  const all: Batch[] = [];
  for await (const batch of ledger.batches(meta, segment, 'open')) all.push(batch);
  return all;
}
