import type { NoticeTotals } from '../archive.ts';
import type { Control, ExceptionKind, Meta } from '../ledger/meta.ts';
import type { PassedPreflight } from '../preflight/preflights.ts';
import type { Balance, Exception } from './account.ts';

/** What a notice came to, for people and auditors; never an address. Times are ISO 8601 UTC. */
export interface NoticeReport extends NoticeTotals {
  readonly policyId: string;
  readonly version: number;
  /** The amendment that it told, and the version whose announcement it corrected; absent for an announcement. */
  readonly correction?: number | undefined;
  readonly corrects?: number | undefined;
  readonly contentHash: string;
  readonly templates: Readonly<Record<string, string>>;
  readonly cutoff: string;
  readonly affected: Meta['audience'];
  /** Counted before the first mail. */
  readonly expected: number;
  readonly feedback: Meta['feedback'];
  /** What was found well before the first mail, and what was not asked; null when the run was stopped before. */
  readonly preflight: PassedPreflight | null;
  /** What whoever relies on the report has to know of it. */
  readonly remarks: readonly string[];
  readonly run: Pick<Control, 'run' | 'reason' | 'by'>;
  readonly lastAcceptedAt: string | null;
  readonly exceptionsByKind: Readonly<Partial<Record<ExceptionKind, number>>>;
  /** Everybody who is not proven told; those of a stopped run who were never reached are counted, not listed. */
  readonly exceptions: readonly Omit<Exception, 'id'>[];
}

const unheard =
  'Events of SES were not collected (sending.feedback is off): accepted mail may have bounced, unnoticed.';

function remarksOn({ feedback }: Meta, skipped: readonly string[]): string[] {
  const unasked = `SES was not asked, by setting, before the first mail: ${skipped.join(', ')}.`;
  return [...(feedback === 'off' ? [unheard] : []), ...(skipped.length > 0 ? [unasked] : [])];
}

/** The sum over segments. `unreached`: affected customers of a stopped run who are in no batch. */
export function noticeReport(
  meta: Meta,
  { control, preflight }: { readonly control: Control; readonly preflight: PassedPreflight | null },
  accounts: readonly Balance[],
  unreached: number,
): NoticeReport {
  const accepted = accounts.reduce((sum, account) => sum + account.accepted, 0);
  const exceptions = accounts.flatMap((account) => [...account.exceptions.values()]);
  const excepted = exceptions.length + unreached;
  const last = Math.max(0, ...accounts.map(({ lastAcceptedAt }) => lastAcceptedAt));
  return {
    policyId: meta.policyId,
    version: meta.version,
    ...(meta.corrects !== undefined && { correction: meta.correction, corrects: meta.corrects }),
    audience: accepted + excepted,
    accepted,
    excepted,
    contentHash: meta.contentHash,
    templates: meta.templates,
    cutoff: meta.cutoff,
    affected: meta.audience,
    expected: meta.expected,
    feedback: meta.feedback,
    preflight,
    remarks: remarksOn(meta, preflight?.skipped ?? []),
    run: { run: control.run, reason: control.reason, by: control.by },
    lastAcceptedAt: last === 0 ? null : new Date(last).toISOString(),
    exceptionsByKind: countKinds(exceptions, unreached),
    exceptions: exceptions.map(({ kind, cause, customerId }) => ({ customerId, kind, cause })),
  };
}

function countKinds(
  exceptions: readonly Exception[],
  unreached: number,
): Partial<Record<ExceptionKind, number>> {
  const counts: Partial<Record<ExceptionKind, number>> = {};
  for (const { kind } of exceptions) counts[kind] = (counts[kind] ?? 0) + 1;
  if (unreached > 0) counts.stopped = (counts.stopped ?? 0) + unreached;
  return counts;
}
