import { readRow } from '../core/customer/reading.ts';
import { recipientId } from '../core/customer/recipient.ts';
import type { Recipient, RecipientId } from '../core/customer/recipient.ts';
import type { Batch } from '../core/ledger/batch.ts';
import { recipientVariables } from '../core/notice/recipient.ts';
import type { Mail } from '../core/outcome/mailer.ts';
import type { Assignment } from './ports.ts';
import { rowsOf } from './rows.ts';

/** The e-mail of one recipient in the language of its batch. */
export function mailFor({ id, address, name }: Recipient, language: string): Mail {
  return { id, address, variables: recipientVariables(name, language) };
}

/**
 * The mails of a batch that another sender claimed. The ledger knows its recipients by opaque ids only, so they are
 * looked for where the batch says they were read, and judged anew; null for whoever is no longer to be told.
 */
export async function recall({ directory, meta }: Assignment, batch: Batch): Promise<(Mail | null)[]> {
  const missing = new Set<RecipientId>(batch.ids);
  const found = new Map<RecipientId, Mail>();
  for await (const row of rowsOf(directory, batch.key.segment, meta.segments, batch.mark)) {
    if (row === null || !missing.delete(recipientId(meta.key, row.customerId))) continue;
    const reading = readRow(row, meta);
    if (reading.kind === 'recipient')
      found.set(reading.recipient.id, mailFor(reading.recipient, batch.language));
    if (missing.size === 0) break;
  }
  return batch.ids.map((id) => found.get(id) ?? null);
}
