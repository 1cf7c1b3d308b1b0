import { decisionNow, type DueNotice, noticeDue } from '../core/amendment.ts';
import { type Archive, inForce, upcoming, type VersionRecord, type VersionState } from '../core/archive.ts';
import { readAssessment } from '../core/assessment-file.ts';
import type { Assessment } from '../core/assessment.ts';
import { startOfDay, todayIn } from '../core/calendar/local-date.ts';
import type { Decision } from '../core/decision.ts';
import { documentKeys, type Documents } from '../core/documents.ts';
import { WrongState } from '../core/errors.ts';
import { parsePolicyId, type Version } from '../core/ids.ts';
import { lineageOf } from '../core/lineage.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Site } from '../core/site.ts';
import { postedText } from '../core/version-texts.ts';
import type { PostAnswer, VersionInput } from '../contract.ts';
import { proposeDecision } from './propose.ts';
import { asItWillBe, overtaken, type Standing } from './outlook.ts';
import { refuseStale } from './stale.ts';
import { takeBack } from './take-back.ts';
import { writePages } from './write-pages.ts';

export interface PostPorts {
  readonly archive: Archive;
  readonly documents: Documents;
  readonly site: Site;
  readonly settings: Settings;
}

/**
 * Makes a version public as far as its date allows: fixes the decision once, stamps the date, writes the pages, moves
 * the states. Asked again (a retry, on the effective date, or after an amendment) it does what is due by then and
 * nothing twice. Says which notice is to be sent, if any.
 */
export async function post(ports: PostPorts, input: VersionInput): Promise<PostAnswer> {
  const policyId = parsePolicyId(input.policyId);
  const record = await ports.archive.version(policyId, input.version);
  const before = await ports.archive.versions(policyId);
  if (overtaken(record, before)) return giveWay(ports, record, before, input.now);
  const assessment = await readAssessment(ports.documents, record);
  await refuseStale(ports.archive, record, before, assessment);
  const versions = await takeBack(ports.archive, record, before, assessment, input.now);
  const fixed = record.decision ?? (await fixDecision(ports, record, versions, assessment, input.now));
  const posted = { ...record, decision: fixed };
  const decision = decisionNow(posted) ?? fixed;
  const withdrawn = versions.find((one) => one.version === assessment.withdraws) ?? null;
  const standing = decision.effectiveDate <= todayIn(decision.timeZone, input.now) ? 'current' : 'upcoming';
  try {
    await makePublic(ports, posted, versions, { standing, withdrawn });
  } catch (error) {
    const gone = await withdrawnMeanwhile(ports.archive, record, error);
    return giveWay(ports, gone, await ports.archive.versions(policyId), input.now);
  }
  const due = noticeDue(versions, posted) ?? (withdrawn && noticeDue(versions, withdrawn));
  return standing === 'current'
    ? answer(decision, due, 'current', input.now)
    : answer(decision, due, 'wait', startOfDay(decision.effectiveDate, decision.timeZone));
}

async function fixDecision(
  ports: PostPorts,
  record: VersionRecord,
  versions: readonly VersionRecord[],
  assessment: Assessment,
  now: string,
): Promise<Decision> {
  const lineage = lineageOf(versions, record.version);
  return ports.archive.decide(await proposeDecision(ports, { record, lineage, assessment, now }));
}

/** Pages first, states after: a crash between leaves a state that a repeat of this step repairs. */
async function makePublic(
  ports: PostPorts,
  record: VersionRecord,
  versions: readonly VersionRecord[],
  { standing, withdrawn }: { readonly standing: Standing; readonly withdrawn: VersionRecord | null },
): Promise<void> {
  const { policyId, version, format } = record;
  const outlook = versions.map((one) => asItWillBe(one, record, standing));
  const text = await postedText(ports.documents, record);
  const kind = format === 'html' ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8';
  await ports.documents.write(documentKeys.posted(policyId, version, format), text.text, kind);
  await writePages(ports, {
    posting: { ...record, state: standing },
    versions: outlook,
    inForce: inForce(outlook),
    withdrawn,
  });
  await move(ports, record, standing);
  for (const one of versions) {
    const after = asItWillBe(one, record, standing);
    if (one.version !== version && after.state !== one.state) await move(ports, one, after.state);
  }
}

/** The row of a version that a person has withdrawn while its pages were written; throws anything else that went wrong. */
async function withdrawnMeanwhile(
  archive: Archive,
  { policyId, version }: VersionRecord,
  error: unknown,
): Promise<VersionRecord> {
  const record = error instanceof WrongState ? await archive.version(policyId, version) : null;
  if (record?.state === 'withdrawn') return record;
  throw error;
}

/** A later version is already public, or this one was withdrawn: it is not posted, and its page says so. */
async function giveWay(
  ports: PostPorts,
  record: VersionRecord,
  versions: readonly VersionRecord[],
  now: string,
): Promise<PostAnswer> {
  const { policyId, version, state, decision } = record;
  const isWithdrawn = state === 'withdrawn';
  const posting = upcoming(versions) ?? inForce(versions);
  if (isWithdrawn && posting !== null)
    await writePages(ports, { posting, versions, inForce: inForce(versions), withdrawn: record });
  if (!isWithdrawn) await move(ports, record, 'superseded');
  const due = isWithdrawn ? noticeDue(versions, record) : null;
  const effectiveDate = decision?.effectiveDate ?? '';
  return { policyId, version, ...told(version, due), effectiveDate, standing: 'superseded', until: now };
}

async function move(ports: PostPorts, record: VersionRecord, to: VersionState): Promise<void> {
  await ports.archive.advance(
    record.policyId,
    record.version,
    ['assessed', 'approved', 'upcoming', 'current'],
    to,
  );
}

function answer(
  { policyId, version, effectiveDate }: Decision,
  due: DueNotice | null,
  standing: PostAnswer['standing'],
  until: string,
): PostAnswer {
  return { policyId, version, ...told(version, due), effectiveDate, standing, until };
}

function told(version: Version, due: DueNotice | null): Pick<PostAnswer, 'notify' | 'notice'> {
  return { notify: due !== null, notice: due ?? { version, correction: 0 } };
}
