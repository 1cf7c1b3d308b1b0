import type { Approvals } from '../lambda/core/approval.ts';
import { decisionNow } from '../lambda/core/amendment.ts';
import { answerBy } from '../lambda/core/approval.ts';
import type { NoticeTotals, VersionRecord } from '../lambda/core/archive.ts';
import { inWords } from '../lambda/core/calendar/local-date.ts';
import type { HeldBatches } from '../lambda/core/ledger/held.ts';
import type { Ledger } from '../lambda/core/ledger/ledger.ts';
import type { NoticeRef } from '../lambda/core/ledger/meta.ts';
import type { Preflights } from '../lambda/core/preflight/preflights.ts';
import type { PolicySettings } from '../lambda/core/settings/settings.ts';
import type { Headway } from './headway.ts';
import { headwayOf } from './headway.ts';
import { paint } from './paint.ts';
import { skippedLines } from './preflight-lines.ts';

/** What a status is read from. */
export interface StatusPorts {
  readonly approvals: Approvals;
  readonly ledger: Ledger;
  readonly held: HeldBatches;
  readonly preflights: Pick<Preflights, 'read'>;
  readonly policy: Pick<PolicySettings, 'approvalDays'>;
  /** What a command takes to reach the same place, e.g. ` --local`; empty for the deployed stack. */
  readonly place: string;
}

/** One version for a person: its state, what it waits for, and how far its notice is. `now` in epoch milliseconds. */
export async function versionLines(
  ports: StatusPorts,
  record: VersionRecord,
  now: number,
): Promise<string[]> {
  const { version, state, significance } = record;
  const decision = decisionNow(record);
  const isDated = decision !== null && state !== 'withdrawn';
  const date = !isDated ? '' : `  effective ${inWords(decision.effectiveDate, 'en')}`;
  const head = `  ${String(version).padStart(3)}  ${state.padEnd(10)}  ${significance ?? 'not assessed'}${date}`;
  const notice = await noticeLines(ports, { notice: record, totals: record.totals }, now);
  return [
    head,
    ...(await approvalLines(ports, record)),
    ...notice,
    ...(await amendmentLines(ports, record, now)),
  ];
}

/** Each postponement and withdrawal, and how far its correction is. */
async function amendmentLines(ports: StatusPorts, record: VersionRecord, now: number): Promise<string[]> {
  const { policyId, version, amendments } = record;
  const lines: string[] = [];
  for (const { number, kind, to, by, at, reason, totals } of amendments) {
    const what = to === null ? kind : `${kind} to ${inWords(to, 'en')}`;
    lines.push(indented(`${what} by ${by} on ${at.slice(0, 10)}: ${reason} (correction ${number})`));
    const notice = { policyId, version, correction: number };
    lines.push(...(await noticeLines(ports, { notice, totals }, now)));
  }
  return lines;
}

async function approvalLines(ports: StatusPorts, record: VersionRecord): Promise<string[]> {
  const { approvals, policy, place } = ports;
  const approval = await approvals.read(record);
  if (approval === null) return [];
  if (approval.verdict !== null) {
    const { verdict, by, at, reason } = approval.verdict;
    return [indented(`${verdict} by ${by} on ${at.slice(0, 10)}${reason === '' ? '' : `: ${reason}`}`)];
  }
  if (record.state === 'held') return [indented('held: nobody approved it in time')];
  const until = new Date(answerBy(approval, policy)).toISOString().slice(0, 10);
  const command = `policy-notice approve ${record.policyId} ${record.version}${place} --by <your name>`;
  return [indented(paint('yellow', `waits for approval until ${until}: ${command}`))];
}

/** A notice, and what the archive has of its totals. */
interface Sending {
  readonly notice: NoticeRef;
  readonly totals: NoticeTotals | null;
}

async function noticeLines(ports: StatusPorts, sending: Sending, now: number): Promise<string[]> {
  const { notice } = sending;
  const meta = await ports.ledger.meta(notice);
  const control = await ports.ledger.control(notice);
  const order =
    control.run === 'run'
      ? []
      : [paint('yellow', `${said[control.run]} by ${control.by}: ${control.reason}`)];
  if (meta === null) return order.map(indented);
  const { passed } = await ports.preflights.read(notice);
  const headway = await headwayOf(ports.ledger, ports.held, meta, now);
  const counts = `accepted ${headway.accepted} of ${headway.expected} expected, held ${headway.held}`;
  const progress = `${bar(headway)} ${counts}${pace(headway, sending)}`;
  return [progress, ...skippedLines(passed?.skipped ?? []), ...order, ...totalsLine(sending)].map(indented);
}

const said = { pause: 'paused', stop: 'stopped' } as const;

function pace({ rate, left }: Headway, { totals }: Sending): string {
  if (totals !== null || rate === 0) return '';
  const minutes = Math.ceil(left / rate / 60);
  const eta = minutes < 120 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
  return `, ${rate.toFixed(1)}/s, done in about ${eta}`;
}

function totalsLine({ totals }: Sending): string[] {
  if (totals === null) return ['not reported yet'];
  const { accepted, excepted, audience } = totals;
  return [`accepted ${accepted} + excepted ${excepted} = audience ${audience}`];
}

const barSize = 30;

function bar({ accepted, expected }: Headway): string {
  const full = expected === 0 ? barSize : Math.min(barSize, Math.floor((barSize * accepted) / expected));
  return `${'█'.repeat(full)}${'░'.repeat(barSize - full)}`;
}

function indented(line: string): string {
  return `       ${line}`;
}
