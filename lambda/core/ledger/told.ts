import type { RecipientId } from '../customer/recipient.ts';
import type { Batch } from './batch.ts';
import { isInDoubt } from './batch.ts';
import { IdMap } from './id-map.ts';
import type { Ledger } from './ledger.ts';
import type { ExceptionItem, NoticeRef } from './meta.ts';

/** What the ledger says of one recipient of an announcement: SES accepted the mail, or nobody can say. */
export const standings = { doubtful: 1, told: 2 } as const;

/** Who of one segment may have an announcement, and what SES said of some of them afterwards. */
export interface Told {
  readonly ids: IdMap;
  readonly exceptions: ReadonlyMap<RecipientId, ExceptionItem>;
}

/**
 * Reads from the ledger of an announcement whom a correction concerns: everybody whose mail SES accepted, whatever
 * became of it, and whoever may have one. Grows with the segment by 17 to 49 bytes a recipient.
 */
export async function toldIn(
  ledger: Pick<Ledger, 'batches' | 'exceptions'>,
  announcement: NoticeRef,
  segment: number,
): Promise<Told> {
  const ids = new IdMap();
  for await (const batch of ledger.batches(announcement, segment, 'all')) take(ids, batch);
  const exceptions = new Map<RecipientId, ExceptionItem>();
  for await (const one of ledger.exceptions(announcement, segment)) {
    // An exception from before the mail says nothing of one that was accepted after all.
    if (ids.get(one.id) > 0 && one.kind !== 'unreachable' && one.kind !== 'missed')
      exceptions.set(one.id, one);
  }
  return { ids, exceptions };
}

/** A correction is mailed to whoever SES mailed, unless that mail did not arrive or was complained about. */
export function isCorrected({ ids, exceptions }: Told, id: RecipientId): boolean {
  return ids.get(id) === standings.told && !exceptions.has(id);
}

/** An accepted mail outweighs the doubt about an earlier one: what was held may have been released. */
function take(ids: IdMap, batch: Batch): void {
  if (batch.state === 'closed') return;
  const doubts = isInDoubt(batch);
  for (const [position, id] of batch.ids.entries()) {
    const outcome = batch.outcomes[position] ?? null;
    if (outcome !== null && 'messageId' in outcome) ids.set(id, standings.told);
    else if (outcome === null && doubts && ids.get(id) === 0) ids.set(id, standings.doubtful);
  }
}
