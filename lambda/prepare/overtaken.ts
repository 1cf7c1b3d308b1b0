import { unfinishedNotices } from '../core/amendment.ts';
import type { VersionRecord } from '../core/archive.ts';
import type { NoticeRef } from '../core/ledger/meta.ts';

/** Why a notice is not to go on, or null: its version was withdrawn, or customers are being told of a newer one. */
export function overtakenBy(versions: readonly VersionRecord[], record: VersionRecord): string | null {
  if (record.state === 'withdrawn') return `Version ${record.version} was withdrawn.`;
  const newer = versions.find((one) => one.version > record.version && isAnnounced(one));
  return newer === undefined
    ? null
    : `Version ${newer.version} is announced instead of version ${record.version}.`;
}

/** A newer version that is posted without a notice of its own (a correction of spelling) changes nothing for this one. */
function isAnnounced({ state, decision, announcedAt }: VersionRecord): boolean {
  if (announcedAt !== null) return state !== 'withdrawn';
  return decision?.notify === true && (state === 'upcoming' || state === 'current');
}

/** The same for a correction: its version was amended again, or the date that it tells is of no account any more. */
export function correctionOvertakenBy(
  versions: readonly VersionRecord[],
  record: VersionRecord,
  correction: number,
): string | null {
  const last = record.amendments.at(-1);
  if (last !== undefined && last.number > correction)
    return `Version ${record.version} was ${last.kind} since.`;
  return last?.kind === 'postponed' ? overtakenBy(versions, record) : null;
}

/** The notices of earlier versions that may still be going out; that one was withdrawn is told all the same. */
export function earlierNotices(
  versions: readonly VersionRecord[],
  { version }: VersionRecord,
): readonly NoticeRef[] {
  return versions.filter((one) => one.version < version).flatMap((one) => unfinishedNotices(one));
}
