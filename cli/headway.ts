import type { Batch } from '../lambda/core/ledger/batch.ts';
import type { HeldBatches } from '../lambda/core/ledger/held.ts';
import { heldPositions } from '../lambda/core/ledger/held.ts';
import type { Ledger } from '../lambda/core/ledger/ledger.ts';
import type { Meta } from '../lambda/core/ledger/meta.ts';

/** How far a notice is. `rate` in mails a second over the last minutes, 0 when nothing was sent in them. */
export interface Headway {
  readonly expected: number;
  readonly accepted: number;
  /** Customers of held batches about whom nobody has decided. */
  readonly held: number;
  readonly rate: number;
  readonly left: number;
}

const recentMs = 10 * 60_000;

/** Reads every batch of a notice. `now` in epoch milliseconds. */
export async function headwayOf(
  ledger: Ledger,
  held: HeldBatches,
  meta: Meta,
  now: number,
): Promise<Headway> {
  const count = { accepted: 0, held: 0, recent: 0, since: now };
  for (const segment of Array(meta.segments).keys()) {
    for await (const batch of ledger.batches(meta, segment, 'all')) {
      const accepted = acceptedOf(batch);
      count.accepted += accepted;
      if (accepted === 0 || now - batch.claimedAt > recentMs) continue;
      count.recent += accepted;
      count.since = Math.min(count.since, batch.claimedAt);
    }
    for await (const { batch, decision } of held.list(meta, segment))
      if (decision === null) count.held += heldPositions(batch).length;
  }
  const seconds = Math.max(1, (now - count.since) / 1000);
  return {
    expected: meta.expected,
    accepted: count.accepted,
    held: count.held,
    rate: count.recent / seconds,
    left: Math.max(0, meta.expected - count.accepted - count.held),
  };
}

function acceptedOf({ outcomes }: Batch): number {
  return outcomes.filter((outcome) => outcome !== null && 'messageId' in outcome).length;
}
