import type { DirectoryRow } from '../core/customer/directory.ts';
import { readRow } from '../core/customer/reading.ts';
import { recipientId } from '../core/customer/recipient.ts';
import type { Recipient } from '../core/customer/recipient.ts';
import type { Meta } from '../core/ledger/meta.ts';
import type { AlreadyClaimedIds, Stretch } from '../core/ledger/stretch.ts';
import type { Told } from '../core/ledger/told.ts';
import { isCorrected } from '../core/ledger/told.ts';
import type { Clock } from '../core/pacing/clock.ts';

/**
 * Where a stretch begins, how many recipients are wanted, who of them is claimed already, and, for a correction, who
 * was told what it corrects.
 */
export interface Wanted {
  readonly mark: string;
  readonly recipients: number;
  readonly claimed: AlreadyClaimedIds;
  readonly told: Told | null;
}

/** Stretches without anybody affected end after this long, so that a checkpoint can be written. */
const longestMs = 30_000;

/** Reads on until there are enough recipients, the segment ends, or half a minute is over. Rows not used stay unread. */
export async function readStretch(
  rows: AsyncGenerator<DirectoryRow | null>,
  meta: Meta,
  clock: Clock,
  wanted: Wanted,
): Promise<Stretch> {
  const recipients: Recipient[] = [];
  const exceptions: Stretch['exceptions'][number][] = [];
  const started = clock.elapsed();
  let endMark = wanted.mark;
  while (recipients.length < wanted.recipients) {
    const { value: row, done } = await rows.next();
    if (done === true) return { recipients, exceptions, endMark, atEnd: true };
    if (row === null) {
      if (clock.elapsed() - started > longestMs) break;
      continue;
    }
    endMark = row.customerId;
    if (wanted.told !== null && !isCorrected(wanted.told, recipientId(meta.key, row.customerId))) continue;
    if (!wanted.claimed.isEmpty && wanted.claimed.passes(recipientId(meta.key, row.customerId))) continue;
    const reading = readRow(row, meta);
    if (reading.kind === 'recipient') recipients.push(reading.recipient);
    if (reading.kind === 'exception') exceptions.push(reading);
  }
  return { recipients, exceptions, endMark, atEnd: false };
}
