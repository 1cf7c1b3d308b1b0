import type { ReportAnswer, VersionInput } from '../contract.ts';
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
import type { SegmentRecount } from './recount.ts';
import { recount } from './recount.ts';

/** What `report` needs of the outside world. */
export interface ReportPorts {
  readonly archive: Archive;
  readonly documents: Documents;
  readonly ledger: Ledger;
  readonly directory: Directory;
}

const nobody: NoticeTotals = { audience: 0, accepted: 0, excepted: 0 };

/**
 * Adds up a finished notice and holds it against the directory, counted anew; writes `report.json` and the totals.
 * Throws WrongState while batches are open, TotalsDoNotAddUp when customers are affected whom the ledger does not
 * know (they are listed first, so that a second report can pass), ToldTooLate when the notice period was missed.
 */
export async function report(ports: ReportPorts, input: VersionInput): Promise<ReportAnswer> {
  const policyId = parsePolicyId(input.policyId);
  const record = await ports.archive.version(policyId, input.version);
  const meta = await ports.ledger.meta(record);
  const totals = meta === null ? nobody : await account(ports, record, meta);
  const { state, version } = record;
  await ports.archive.advance(policyId, version, [state], state, { totals });
  return { policyId, version, ...totals };
}

async function account(ports: ReportPorts, record: VersionRecord, meta: Meta): Promise<NoticeTotals> {
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
  const result = noticeReport(meta, control, accounts, isStopped ? missed : 0);
  if (missed > 0 && !isStopped) throw await listMissed(ledger, meta, segments, missed);
  await write(ports.documents, record, result);
  refuseTooLate(record, result);
  const { audience, accepted, excepted } = result;
  return { audience, accepted, excepted };
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
  { policyId, version }: VersionRecord,
  result: NoticeReport,
): Promise<void> {
  const body = JSON.stringify(result, null, 1);
  await documents.write(documentKeys.report(policyId, version), body, 'application/json; charset=utf-8');
}

function refuseTooLate(
  { decision }: VersionRecord,
  { policyId, version, lastAcceptedAt }: NoticeReport,
): void {
  if (decision === null || decision.postAs === 'current' || lastAcceptedAt === null) return;
  const { timeZone, effectiveDate, periods } = decision;
  const last = todayIn(timeZone, lastAcceptedAt);
  const missed = periods.find(({ period }) => addPeriod(last, period) > effectiveDate);
  if (missed === undefined) return;
  throw new ToldTooLate(
    `Customers were told of version ${version} of "${policyId}" until ${last}, and ${missed.rule} asks for ${missed.period} before ${effectiveDate}.`,
    'Postpone the version: publish it again with a later date.',
  );
}
