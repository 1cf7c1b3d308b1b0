import type { NoticeInput, ReportAnswer } from '../contract.ts';
import { decisionNow } from '../core/amendment.ts';
import type { Archive, NoticeTotals, VersionRecord } from '../core/archive.ts';
import { addPeriod, todayIn } from '../core/calendar/local-date.ts';
import type { Directory } from '../core/customer/directory.ts';
import type { Documents } from '../core/documents.ts';
import { documentKeys } from '../core/documents.ts';
import { ToldTooLate, TotalsDoNotAddUp, WrongState } from '../core/errors.ts';
import { parsePolicyId } from '../core/ids.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import type { Meta } from '../core/ledger/meta.ts';
import type { NoticeReport } from '../core/outcome/report.ts';
import { noticeReport } from '../core/outcome/report.ts';
import type { Preflights } from '../core/preflight/preflights.ts';
import type { SegmentRecount } from './recount.ts';
import { recount } from './recount.ts';

/** What `report` needs of the outside world. */
export interface ReportPorts {
  readonly archive: Archive;
  readonly documents: Documents;
  readonly ledger: Ledger;
  readonly directory: Directory;
  readonly preflights: Pick<Preflights, 'read'>;
}

const nobody: NoticeTotals = { audience: 0, accepted: 0, excepted: 0 };

/**
 * Adds up a finished notice and holds it against the directory, counted anew; writes `report.json` and the totals.
 * Throws WrongState while batches are open, TotalsDoNotAddUp when customers are affected whom the ledger does not
 * know (they are listed first, so that a second report can pass), ToldTooLate when the notice period was missed.
 */
export async function report(ports: ReportPorts, input: NoticeInput): Promise<ReportAnswer> {
  const policyId = parsePolicyId(input.policyId);
  const { correction = 0 } = input;
  const record = await ports.archive.version(policyId, input.version);
  const { version } = record;
  const meta = await ports.ledger.meta({ policyId, version, correction });
  const result = meta === null ? null : await account(ports, meta);
  const { audience, accepted, excepted } = result ?? nobody;
  const totals = { audience, accepted, excepted };
  if (correction > 0) await ports.archive.correct(policyId, version, correction, totals);
  else await keepTotals(ports.archive, record, totals);
  // Last, because a version whose notice is accounted for can be postponed.
  if (correction === 0 && result !== null) refuseTooLate(record, result);
  return { policyId, version, ...totals };
}

/** Adding up takes minutes, in which the version may have been withdrawn. */
async function keepTotals(
  archive: Archive,
  { policyId, version }: VersionRecord,
  totals: NoticeTotals,
): Promise<void> {
  const { state } = await archive.version(policyId, version);
  await archive.advance(policyId, version, [state], state, { totals });
}

async function account(ports: ReportPorts, meta: Meta): Promise<NoticeReport> {
  const { ledger, directory } = ports;
  const control = await ledger.control(meta);
  const segments: SegmentRecount[] = [];
  for (const segment of Array(meta.segments).keys()) {
    segments.push(await recount(ledger, directory, meta, control.run, segment));
  }
  refuseUnfinished(meta, segments);
  const isStopped = control.run === 'stop';
  const missed = segments.reduce((sum, one) => sum + one.missed.length, 0);
  const accounts = segments.map((one) => one.account);
  const { passed } = await ports.preflights.read(meta);
  const result = noticeReport(meta, { control, preflight: passed }, accounts, isStopped ? missed : 0);
  if (missed > 0 && !isStopped) throw await listMissed(ledger, meta, segments, missed);
  await write(ports.documents, meta, result);
  return result;
}

function refuseUnfinished({ policyId, version }: Meta, segments: readonly SegmentRecount[]): void {
  const open = segments.flatMap(({ account }) => account.open);
  if (open.length === 0) return;
  throw new WrongState(
    `The notice of version ${version} of "${policyId}" has ${open.length} open batches (${open.slice(0, 3).join(', ')} …).`,
    'Let prepare plan on until it answers "done".',
  );
}

async function listMissed(
  ledger: Ledger,
  meta: Meta,
  segments: readonly SegmentRecount[],
  count: number,
): Promise<TotalsDoNotAddUp> {
  for (const [segment, { missed }] of segments.entries()) {
    for (const exception of missed) await ledger.except(meta, segment, exception);
  }
  const named = segments.flatMap(({ missed }) => missed.map(({ customerId }) => customerId)).slice(0, 5);
  return new TotalsDoNotAddUp(
    `${count} affected customers are in no batch of version ${meta.version} of "${meta.policyId}" (${named.join(', ')} …).`,
    'They came into the audience while it was being mailed, or were lost. They are now listed as exceptions: tell them, then resume this version.',
  );
}

async function write(
  documents: Documents,
  { policyId, version, correction }: Meta,
  result: NoticeReport,
): Promise<void> {
  const body = JSON.stringify(result, null, 1);
  const key = documentKeys.report(policyId, version, correction);
  await documents.write(key, body, 'application/json; charset=utf-8');
}

function refuseTooLate(record: VersionRecord, { policyId, version, lastAcceptedAt }: NoticeReport): void {
  const decision = decisionNow(record);
  if (
    record.state === 'withdrawn' ||
    decision === null ||
    decision.postAs === 'current' ||
    lastAcceptedAt === null
  )
    return;
  const { timeZone, effectiveDate, periods } = decision;
  const last = todayIn(timeZone, lastAcceptedAt);
  const missed = periods.find(({ period }) => addPeriod(last, period) > effectiveDate);
  if (missed === undefined) return;
  throw new ToldTooLate(
    `Customers were told of version ${version} of "${policyId}" until ${last}, and ${missed.rule} asks for ${missed.period} before ${effectiveDate}.`,
    'Postpone the version: `policy-notice postpone`, which also tells whoever was mailed.',
  );
}
