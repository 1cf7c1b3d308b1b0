import type { Directory } from '../core/customer/directory.ts';
import { concerns } from '../core/customer/reading.ts';
import type { RecipientId } from '../core/customer/recipient.ts';
import { recipientId } from '../core/customer/recipient.ts';
import { TotalsDoNotAddUp } from '../core/errors.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import type { ExceptionItem, Meta, NoticeRef } from '../core/ledger/meta.ts';
import type { Told } from '../core/ledger/told.ts';
import { standings, toldIn } from '../core/ledger/told.ts';
import type { Account } from '../core/outcome/account.ts';

const pageLimit = 1000;
/** Stands in the table of ids for a customer whom the recount has met. */
const met = 3;

/**
 * Holds a segment of a correction against the announcement and the directory, both read anew: everybody whom the
 * announcement reached is accepted or listed. Lists who has left since, and who was not to be mailed; returns who is
 * in no batch for no such reason. Throws TotalsDoNotAddUp when the correction knows anybody else.
 */
export async function recountCorrection(
  ledger: Ledger,
  directory: Directory,
  meta: Meta,
  corrects: NoticeRef,
  segment: number,
  account: Account,
): Promise<readonly ExceptionItem[]> {
  const told = await toldIn(ledger, corrects, segment);
  const missed: ExceptionItem[] = [];
  const list = async (exception: ExceptionItem): Promise<void> => {
    account.list(exception);
    await ledger.except(meta, segment, exception);
  };
  let after: string | null = null;
  do {
    const { rows, next } = await directory.page(segment, meta.segments, after, pageLimit);
    for (const row of rows) {
      const { customerId } = row;
      const id = recipientId(meta.key, customerId);
      const standing = told.ids.get(id);
      if (standing === 0) continue;
      told.ids.set(id, met);
      if (account.meet(id, customerId)) continue;
      const reason = notMailed(told, id, standing) ?? (concerns(row, meta) ? null : gone);
      if (reason === null)
        missed.push({ id, customerId, kind: 'missed', cause: 'told before, but in no batch' });
      else await list({ id, customerId, ...reason });
    }
    after = next;
  } while (after !== null);
  for (const [id, standing] of told.ids.entries()) {
    if (standing === met || account.knows(id)) continue;
    await list({ id, customerId: null, ...(notMailed(told, id, standing) ?? gone) });
  }
  refuseStrangers(meta, segment, told, account, missed.length);
  return missed;
}

type Reason = Pick<ExceptionItem, 'kind' | 'cause'>;

const gone: Reason = { kind: 'gone', cause: 'left since the announcement' };

/** Why somebody who may have the announcement is not mailed its correction. */
function notMailed({ exceptions }: Told, id: RecipientId, standing: number): Reason | null {
  const exception = exceptions.get(id);
  if (exception !== undefined) return { kind: exception.kind, cause: `the announcement: ${exception.cause}` };
  if (standing !== standings.doubtful) return null;
  return { kind: 'held', cause: 'nobody knows whether SES accepted the announcement' };
}

function refuseStrangers(
  { policyId, version }: Meta,
  segment: number,
  { ids }: Told,
  { accepted, exceptions }: Account,
  missed: number,
): void {
  const known = accepted + exceptions.size + missed;
  if (known === ids.size) return;
  throw new TotalsDoNotAddUp(
    `The correction of version ${version} of "${policyId}" has ${known} recipients in segment ${segment}, and its announcement ${ids.size}.`,
    'Look at both ledgers: a correction goes to nobody but whom the announcement reached.',
  );
}
