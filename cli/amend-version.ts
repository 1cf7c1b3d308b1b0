import type { Amending } from '../lambda/core/amendment.ts';
import { announcedAs, postponement, withdrawal } from '../lambda/core/amendment.ts';
import type { Amendment, VersionRecord } from '../lambda/core/archive.ts';
import { WrongState } from '../lambda/core/errors.ts';
import type { LocalDate } from '../lambda/core/ids.ts';
import type { NoticeRef } from '../lambda/core/ledger/meta.ts';
import type { NoticePorts } from './direct-notice.ts';

/**
 * Records that a version takes effect on another day (`to`), or never (null). What is on record already is not recorded
 * again. Throws NotFound for an unknown version, WrongState or BadDate where it cannot be, saying what to do instead.
 */
export async function amendVersion(
  { archive, ledger }: NoticePorts,
  { policyId, version }: NoticeRef,
  to: LocalDate | null,
  amending: Amending,
): Promise<Amendment> {
  const record = await archive.version(policyId, version);
  const versions = await archive.versions(policyId);
  const amendment = to === null ? withdrawal(versions, record, amending) : postponement(record, to, amending);
  if (record.amendments.includes(amendment)) return amendment;
  if (amendment.kind === 'postponed') await refuseWhileSending(ledger, versions, record);
  await archive.amend(policyId, version, amendment);
  return amendment;
}

/** The rest of the audience would be told a date that is known to be wrong, or nothing at all. */
async function refuseWhileSending(
  ledger: NoticePorts['ledger'],
  versions: readonly VersionRecord[],
  record: VersionRecord,
): Promise<void> {
  const told = announcedAs(versions, record) ?? record;
  if (told.decision?.notify !== true || told.totals !== null) return;
  if ((await ledger.control(told)).run === 'stop') return;
  throw new WrongState(
    `The notice of version ${told.version} of "${told.policyId}" is still being sent, with the date it has now.`,
    'Wait until `policy-notice status` shows its totals. If that is too late: `withdraw` the version and publish it anew with a later date.',
  );
}
