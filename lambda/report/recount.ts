import type { Directory } from '../core/customer/directory.ts';
import { concerns } from '../core/customer/reading.ts';
import { recipientId } from '../core/customer/recipient.ts';
import type { ExceptionItem, Meta, Run } from '../core/ledger/meta.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import type { Balance } from '../core/outcome/account.ts';
import { Account } from '../core/outcome/account.ts';
import { recountCorrection } from './recount-correction.ts';

const pageLimit = 1000;

/** One segment as the ledger tells it, held against the directory. `missed`: affected, and unknown to the ledger. */
export interface SegmentRecount {
  readonly account: Balance;
  readonly missed: readonly ExceptionItem[];
}

/** Reads a segment's ledger, then scans the same segment of the directory with META's predicate and cutoff. */
export async function recount(
  ledger: Ledger,
  directory: Directory,
  meta: Meta,
  run: Run,
  segment: number,
): Promise<SegmentRecount> {
  const account = new Account(run);
  for await (const batch of ledger.batches(meta, segment, 'all')) account.add(batch);
  for await (const exception of ledger.exceptions(meta, segment)) account.list(exception);
  const { policyId, corrects: version } = meta;
  if (version !== undefined) {
    const announcement = { policyId, version };
    const missed = await recountCorrection(ledger, directory, meta, announcement, segment, account);
    return { account: account.balance(), missed };
  }
  const missed: ExceptionItem[] = [];
  let after: string | null = null;
  do {
    const { rows, next } = await directory.page(segment, meta.segments, after, pageLimit);
    for (const row of rows) {
      const id = recipientId(meta.key, row.customerId);
      if (account.meet(id, row.customerId) || !concerns(row, meta)) continue;
      missed.push({ id, customerId: row.customerId, kind: 'missed', cause: 'affected, but in no batch' });
    }
    after = next;
  } while (after !== null);
  return { account: account.balance(), missed };
}
