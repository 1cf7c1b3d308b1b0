import { amendmentRefused } from './amendment-refusals.ts';
import { type Amendment, inForce, type VersionRecord } from './archive.ts';
import { todayIn } from './calendar/local-date.ts';
import type { Decision } from './decision.ts';
import { BadDate, WrongState } from './errors.ts';
import type { LocalDate, Version } from './ids.ts';
import type { NoticeRef } from './ledger/meta.ts';

/** Who amends a version, why, for which newer version if for one, and when (ISO 8601 UTC). */
export type Amending = Pick<Amendment, 'by' | 'reason' | 'givesWayTo' | 'at'>;

/** The decision as it stands: as it was fixed, but for the date that a postponement has set. */
export function decisionNow({ decision, amendments }: VersionRecord): Decision | null {
  const effectiveDate = amendments.findLast(({ kind }) => kind === 'postponed')?.to ?? null;
  return decision === null || effectiveDate === null ? decision : { ...decision, effectiveDate };
}

/** The version by whose notice customers know this one: itself, or the one it stands for; null when none was mailed. */
export function announcedAs(
  versions: readonly VersionRecord[],
  { version, decision }: VersionRecord,
): VersionRecord | null {
  const told = versions.find((one) => one.version === (decision?.inPlaceOf ?? version));
  return told === undefined || told.announcedAt === null ? null : told;
}

/** The notices of one version that are not reported yet, in the order in which they began. */
export function unfinishedNotices({
  policyId,
  version,
  announcedAt,
  totals,
  amendments,
}: VersionRecord): readonly NoticeRef[] {
  const announcement = announcedAt !== null && totals === null ? [{ policyId, version }] : [];
  const corrections = amendments.filter((one) => one.kind === 'postponed' && one.totals === null);
  return [...announcement, ...corrections.map(({ number }) => ({ policyId, version, correction: number }))];
}

/** The notices that may still be going out before a correction: of its version, and of the one it is known by. */
export function noticesBefore(
  versions: readonly VersionRecord[],
  record: VersionRecord,
  correction: number,
): readonly NoticeRef[] {
  const told = announcedAs(versions, record);
  const records = told === null || told.version === record.version ? [record] : [told, record];
  return records
    .flatMap(unfinishedNotices)
    .filter((one) => one.version !== record.version || (one.correction ?? 0) < correction);
}

/** A notice by the version it is about; `correction` 0 is the announcement, else the number of the amendment. */
export interface DueNotice {
  readonly version: Version;
  readonly correction: number;
}

/** The notice that a version leads to now: that of its last amendment, else its announcement; null for none. */
export function noticeDue(versions: readonly VersionRecord[], record: VersionRecord): DueNotice | null {
  const { version, state, decision, amendments } = record;
  const amendment = amendments.at(-1);
  if (amendment !== undefined && announcedAs(versions, record) !== null)
    return { version, correction: amendment.number };
  return decision?.notify === true && state !== 'withdrawn' ? { version, correction: 0 } : null;
}

/**
 * The withdrawal of an upcoming version, to be recorded; the one on record when it is withdrawn already.
 * Throws WrongState when it is not upcoming, or nothing else is in force.
 */
export function withdrawal(
  versions: readonly VersionRecord[],
  record: VersionRecord,
  amending: Amending,
): Amendment {
  const last = record.amendments.at(-1);
  if (last?.kind === 'withdrawn') return last;
  const { effectiveDate: from } = upcomingDecision(record, 'withdrawn');
  if (inForce(versions) === null)
    throw new WrongState(
      `Version ${record.version} of "${record.policyId}" cannot be withdrawn: no other text applies until then.`,
      'Postpone it, or publish the text that is to apply instead.',
    );
  return { number: nextNumber(record), kind: 'withdrawn', from, to: null, ...amending, totals: null };
}

/**
 * The postponement of an upcoming version, to be recorded; the one on record when it says the same.
 * Throws WrongState when it is not upcoming, BadDate unless `to` is later than the date that stands and that lies ahead.
 */
export function postponement(record: VersionRecord, to: LocalDate, amending: Amending): Amendment {
  const { effectiveDate: from, timeZone } = upcomingDecision(record, 'postponed');
  const last = record.amendments.at(-1);
  if (last?.kind === 'postponed' && last.to === to) return last;
  if (from <= todayIn(timeZone, amending.at))
    throw new BadDate(
      `Version ${record.version} of "${record.policyId}" applies since ${from}.`,
      'Publish the text that is to apply instead as a new version.',
    );
  if (to <= from)
    throw new BadDate(
      `Version ${record.version} of "${record.policyId}" takes effect on ${from}; ${to} is not later.`,
      'A version can only be postponed: customers were promised the time until its date.',
    );
  return { number: nextNumber(record), kind: 'postponed', from, to, ...amending, totals: null };
}

function upcomingDecision(record: VersionRecord, kind: Amendment['kind']): Decision {
  const decision = decisionNow(record);
  if (record.state === 'upcoming' && decision !== null) return decision;
  throw amendmentRefused(record, { kind });
}

function nextNumber({ amendments }: VersionRecord): number {
  return amendments.length + 1;
}
