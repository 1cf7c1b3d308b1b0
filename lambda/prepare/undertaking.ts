import { announcedAs, decisionNow, noticesBefore } from '../core/amendment.ts';
import type { Archive, VersionRecord } from '../core/archive.ts';
import type { Decision } from '../core/decision.ts';
import { NotFound, WrongState } from '../core/errors.ts';
import type { Meta, NoticeRef } from '../core/ledger/meta.ts';
import { openCorrection } from './open-correction.ts';
import { lastMoment, openNotice } from './open-notice.ts';
import { correctionOvertakenBy, earlierNotices, overtakenBy } from './overtaken.ts';
import type { PreparePorts } from './ports.ts';
import type { NotYet } from './silence.ts';
import { settled, silentSince, stopped } from './silence.ts';

/** A notice to be sent: what announcements and corrections do differently. Times are ISO 8601 or epoch milliseconds. */
export interface Undertaking {
  readonly ref: NoticeRef;
  readonly record: VersionRecord;
  /** Why it is not to go on, or null. */
  readonly overtaken: string | null;
  /** When its last mail must be out, or null. */
  readonly deadline: number | null;
  /** Stops what must not go on beside it, before it is opened: what is left to do about that, or null. */
  readonly quieten: (now: number) => Promise<NotYet | null>;
  /** Fixes it before its first mail. */
  readonly open: (now: string) => Promise<Meta>;
  /** Writes down that customers are being mailed; again and again. False when the version was withdrawn meanwhile. */
  readonly begin: (now: string) => Promise<boolean>;
  /** What has to happen before mails may go out, or null. */
  readonly first: (now: number) => Promise<NotYet | null>;
}

/** The announcement of a version, or null when nobody is told of it. Throws WrongState before it is posted. */
export function announcementOf(
  ports: PreparePorts,
  versions: readonly VersionRecord[],
  record: VersionRecord,
): Undertaking | null {
  const decision = decided(record);
  if (!decision.notify) return null;
  const { archive, ledger } = ports;
  const { policyId, version, announcedAt } = record;
  return {
    ref: { policyId, version },
    record,
    overtaken: overtakenBy(versions, record),
    deadline: lastMoment(decision),
    // An earlier notice goes on until everything is ready for this one.
    quieten: async () => null,
    open: (now) => openNotice(ports, record, decision, now),
    // Written before the first mail, so that a later version knows what customers have been told.
    begin: async (now) => announcedAt !== null || markAnnounced(archive, record, now),
    first: (now) =>
      stopped(ledger, earlierNotices(versions, record), now, `Version ${version} is announced instead.`),
  };
}

/** Counting an audience takes minutes, in which a person may withdraw the version: false then. */
async function markAnnounced(
  archive: Archive,
  { policyId, version, state }: VersionRecord,
  announcedAt: string,
): Promise<boolean> {
  try {
    await archive.advance(policyId, version, [state], state, { announcedAt });
    return true;
  } catch (error) {
    const isRefused = error instanceof WrongState;
    if (isRefused && (await archive.version(policyId, version)).state === 'withdrawn') return false;
    throw error;
  }
}

/** The correction of an amendment, or null when nobody was mailed what it corrects. Throws NotFound for an unknown one. */
export async function correctionOf(
  ports: PreparePorts,
  versions: readonly VersionRecord[],
  record: VersionRecord,
  correction: number,
): Promise<Undertaking | null> {
  const { policyId, version, amendments } = record;
  const amendment = amendments[correction - 1];
  if (amendment === undefined)
    throw new NotFound(
      `Version ${version} of "${policyId}" has no amendment ${correction}.`,
      'Archive and state machine disagree: resume the version.',
    );
  const told = announcedAs(versions, record);
  const announcement = told && (await ports.ledger.meta({ policyId, version: told.version }));
  if (told === null || announcement === null) return null;
  const ref = { policyId, version, correction };
  const earlier = noticesBefore(versions, record, correction);
  const decision = decided(record);
  return {
    ref,
    record,
    overtaken: correctionOvertakenBy(versions, record, correction),
    deadline: amendment.to === null ? null : lastMoment(decision),
    quieten: async (now) =>
      (await stopped(ports.ledger, earlier, now)) ?? silentSince(earlier, amendment.at, now),
    open: (now) => openCorrection(ports, { record, versions, amendment, announcement }, ref, now),
    begin: async () => true,
    first: async (now) =>
      earlier.length === 0
        ? null
        : ((await stopped(ports.ledger, earlier, now)) ?? settled(ports.ledger, announcement, now)),
  };
}

function decided(record: VersionRecord): Decision {
  const decision = decisionNow(record);
  if (decision !== null) return decision;
  throw new WrongState(
    `Version ${record.version} of "${record.policyId}" has no decision.`,
    'Post it first: posting fixes dates and whether customers are told.',
  );
}
