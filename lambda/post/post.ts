import { type Archive, inForce, type VersionRecord, type VersionState } from '../core/archive.ts';
import { readAssessment } from '../core/assessment-file.ts';
import type { Assessment } from '../core/assessment.ts';
import { startOfDay, todayIn } from '../core/calendar/local-date.ts';
import type { Decision } from '../core/decision.ts';
import { documentKeys, type Documents } from '../core/documents.ts';
import { parsePolicyId } from '../core/ids.ts';
import { lineageOf } from '../core/lineage.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Site } from '../core/site.ts';
import { postedText } from '../core/version-texts.ts';
import type { PostAnswer, VersionInput } from '../contract.ts';
import { proposeDecision } from './propose.ts';
import { writePages } from './write-pages.ts';

export interface PostPorts {
  readonly archive: Archive;
  readonly documents: Documents;
  readonly site: Site;
  readonly settings: Settings;
}

/**
 * Makes a version public as far as its date allows: fixes the decision once, stamps the date, writes the pages, moves
 * the states. Asked again (a retry, or on the effective date) it does what is due by then and nothing twice.
 */
export async function post(ports: PostPorts, input: VersionInput): Promise<PostAnswer> {
  const policyId = parsePolicyId(input.policyId);
  const record = await ports.archive.version(policyId, input.version);
  const versions = await ports.archive.versions(policyId);
  if (overtaken(record, versions)) return giveWay(ports, record, input.now);
  const assessment = await readAssessment(ports.documents, record);
  const decision = record.decision ?? (await fixDecision(ports, record, versions, assessment, input.now));
  const standing = decision.effectiveDate <= todayIn(decision.timeZone, input.now) ? 'current' : 'upcoming';
  await makePublic(ports, { ...record, decision }, versions, standing);
  return standing === 'current'
    ? answer(decision, 'current', input.now)
    : answer(decision, 'wait', startOfDay(decision.effectiveDate, decision.timeZone));
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
  standing: 'current' | 'upcoming',
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
  });
  await move(ports, record, standing);
  for (const one of versions) {
    const after = asItWillBe(one, record, standing);
    if (one.version !== version && after.state !== one.state) await move(ports, one, after.state);
  }
}

/** A later version replaces what was announced before it; what is in force stays so until the later one is. */
function asItWillBe(
  one: VersionRecord,
  posting: VersionRecord,
  standing: 'current' | 'upcoming',
): VersionRecord {
  if (one.version === posting.version) return { ...posting, state: standing };
  if (one.version > posting.version) return one;
  if (one.state === 'upcoming') return { ...one, state: 'superseded' };
  return one.state === 'current' && standing === 'current' ? { ...one, state: 'superseded' } : one;
}

function overtaken(record: VersionRecord, versions: readonly VersionRecord[]): boolean {
  if (record.state === 'superseded' || record.state === 'withdrawn') return true;
  return versions.some((one) => one.version > record.version && isPosted(one.state));
}

function isPosted(state: VersionState): boolean {
  return state === 'upcoming' || state === 'current';
}

/** A later version is already public: this one is not posted over it. */
async function giveWay(ports: PostPorts, record: VersionRecord, now: string): Promise<PostAnswer> {
  const { policyId, version, decision } = record;
  if (record.state !== 'withdrawn') await move(ports, record, 'superseded');
  const effectiveDate = decision?.effectiveDate ?? '';
  return { policyId, version, notify: false, effectiveDate, standing: 'superseded', until: now };
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
  { policyId, version, notify, effectiveDate }: Decision,
  standing: PostAnswer['standing'],
  until: string,
): PostAnswer {
  return { policyId, version, notify, effectiveDate, standing, until };
}
