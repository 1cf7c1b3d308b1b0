import type { Batch } from '../core/ledger/batch.ts';
import { isInDoubt } from '../core/ledger/batch.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import type { Meta } from '../core/ledger/meta.ts';

/** Between when SES accepted mails of a notice, as far as the ledger shows it without being read whole. */
export interface Sent {
  readonly firstSentAt: number;
  readonly lastSentAt: number;
}

/** Reads the first and the last batches of every segment; null when nothing was accepted in them. */
export async function sentOf(ledger: Ledger, meta: Meta): Promise<Sent | null> {
  const times: number[] = [];
  for (const segment of Array(meta.segments).keys()) {
    const first = await ledger.batch(meta, { segment, seq: 1, suffix: '' });
    const { recent } = await ledger.tail(meta, segment);
    const accepted = [...(first === null ? [] : [first]), ...recent].filter(({ outcomes }) =>
      isAny(outcomes),
    );
    times.push(...accepted.map(({ claimedAt }) => claimedAt));
  }
  if (times.length === 0) return null;
  return { firstSentAt: Math.min(...times), lastSentAt: Math.max(...times) };
}

/**
 * Recipients whose mail SES accepted, and those of whom nobody knows; `audible`: as many mails as are counted when
 * the event of each counted one has come. Reads every batch.
 */
export async function acceptedIn(
  ledger: Ledger,
  meta: Meta,
): Promise<{ readonly accepted: number; readonly inDoubt: number; readonly audible: number }> {
  let accepted = 0;
  let inDoubt = 0;
  let audible = 0;
  for (const segment of Array(meta.segments).keys()) {
    for await (const batch of ledger.batches(meta, segment, 'all')) {
      const { outcomes, standsFor = 0 } = batch;
      const doubt = isInDoubt(batch) ? 1 : 0;
      for (const outcome of outcomes) {
        if (outcome === null) inDoubt += doubt;
        else if ('messageId' in outcome) {
          accepted += 1;
          audible += standsFor;
        }
      }
    }
  }
  return { accepted, inDoubt, audible };
}

function isAny(outcomes: Batch['outcomes']): boolean {
  return outcomes.some((outcome) => outcome !== null && 'messageId' in outcome);
}
