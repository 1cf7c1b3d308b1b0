import type { Amending } from '../lambda/core/amendment.ts';
import { announcedAs, noticesBefore, postponement, withdrawal } from '../lambda/core/amendment.ts';
import type { Amendment, VersionRecord } from '../lambda/core/archive.ts';
import { WrongState } from '../lambda/core/errors.ts';
import type { LocalDate } from '../lambda/core/ids.ts';
import type { NoticeRef } from '../lambda/core/ledger/meta.ts';
import type { DirectionPorts } from './notice-ports.ts';
import { endHalts, noticesOf } from './halts.ts';

/**
 * Records that a version takes effect on another day (`to`), or never (null), and stops what is going out of it, before
 * its next call. What is on record already is not recorded again. Throws NotFound for an unknown version, WrongState or
 * BadDate where it cannot be, saying what to do instead.
 */
export async function amendVersion(
  ports: DirectionPorts,
  { policyId, version }: NoticeRef,
  to: LocalDate | null,
  amending: Amending,
): Promise<Amendment> {
  const { archive } = ports;
  const record = await archive.version(policyId, version);
  const versions = await archive.versions(policyId);
  const amendment = to === null ? withdrawal(versions, record, amending) : postponement(record, to, amending);
  if (!record.amendments.includes(amendment)) {
    if (amendment.kind === 'postponed') await refuseWhileSending(ports.ledger, versions, record);
    await archive.amend(policyId, version, amendment);
  }
  // Read again: a notice that began meanwhile is to be stopped too.
  const after = await archive.versions(policyId);
  await stopEarlier(ports, after, after.find((one) => one.version === version) ?? record, amendment);
  return amendment;
}

/** At once, because the run that sends the correction needs minutes until it stops them itself. */
async function stopEarlier(
  ports: DirectionPorts,
  versions: readonly VersionRecord[],
  record: VersionRecord,
  { kind, number, by }: Amendment,
): Promise<void> {
  const { ledger } = ports;
  const reason = `Version ${record.version} was ${kind}.`;
  for (const notice of noticesBefore(versions, record, number)) {
    const isUnderWay = (await ledger.meta(notice)) !== null && (await ledger.control(notice)).run !== 'stop';
    if (isUnderWay) await ledger.direct(notice, { run: 'stop', by, reason });
  }
  // The correction could not leave while sending is off because of them.
  await endHalts(ports, [...noticesOf(announcedAs(versions, record) ?? record), ...noticesOf(record)]);
}

/** The rest of the audience would be told a date that is known to be wrong, or nothing at all. */
async function refuseWhileSending(
  ledger: DirectionPorts['ledger'],
  versions: readonly VersionRecord[],
  record: VersionRecord,
): Promise<void> {
  const told = announcedAs(versions, record) ?? record;
  if (told.decision?.notify !== true || told.totals !== null) return;
  if ((await ledger.control(told)).run === 'stop') return;
  const { policyId, version } = record;
  throw new WrongState(
    `The notice of version ${told.version} of "${policyId}" is still being sent, with the date it has now.`,
    `Wait until \`policy-notice status ${policyId}\` shows its totals. If that is too late: \`policy-notice withdraw ${policyId} ${version} --by … --reason …\`, which stops it at once and tells whoever was mailed, and then publish the text anew with a later date.`,
  );
}
