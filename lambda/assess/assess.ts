import type { Archive, VersionRecord } from '../core/archive.ts';
import { readAssessment, storeAssessment } from '../core/assessment-file.ts';
import type { Assessment } from '../core/assessment.ts';
import { classify } from '../core/classify/classify.ts';
import type { Classification } from '../core/classify/model.ts';
import { compareDocuments } from '../core/compare/compare.ts';
import type { PolicyDocument } from '../core/document/model.ts';
import { succeed } from '../core/decide/succession.ts';
import type { Documents } from '../core/documents.ts';
import { parsePolicyId } from '../core/ids.ts';
import { lineageOf } from '../core/lineage.ts';
import { highest } from '../core/significance.ts';
import { sourceDocument } from '../core/version-texts.ts';
import { needsApproval } from '../core/approval.ts';
import type { Settings } from '../core/settings/settings.ts';
import { policySettings } from '../core/settings/settings.ts';
import type { AssessAnswer, VersionInput } from '../contract.ts';

export interface AssessPorts {
  readonly archive: Archive;
  readonly documents: Documents;
  readonly settings: Settings;
}

/**
 * Compares a version with the one before it and with the one customers were last told about, classifies, and stores
 * the assessment beside the text. The first version is the baseline. Asked again, it answers what it stored.
 */
export async function assess(ports: AssessPorts, input: VersionInput): Promise<AssessAnswer> {
  const policyId = parsePolicyId(input.policyId);
  const record = await ports.archive.version(policyId, input.version);
  if (record.state !== 'published')
    return answer(ports, record, await readAssessment(ports.documents, record));
  const assessment = await compareWithLineage(ports, record, await ports.archive.versions(policyId));
  await storeAssessment(ports.documents, assessment);
  const { significance, previous: comparedWith } = assessment;
  const found = { significance, comparedWith };
  await ports.archive.advance(policyId, record.version, ['published'], 'assessed', found);
  return answer(ports, record, assessment);
}

/** While a version is announced, the next one may take it back: it is then judged as if that one had never been. */
async function compareWithLineage(
  ports: AssessPorts,
  record: VersionRecord,
  versions: readonly VersionRecord[],
): Promise<Assessment> {
  const { upcoming, inForce } = lineageOf(versions, record.version);
  const assessment = await compareWith(ports, record, versions);
  if (upcoming === null || inForce === null) return assessment;
  const announced = [upcoming.version, upcoming.decision?.inPlaceOf];
  const others = versions.filter(({ version }) => !announced.includes(version));
  const takenBack = await compareWith(ports, record, others);
  const succession = succeed({
    againstInForce: takenBack.significance,
    againstUpcoming: assessment.significance,
  });
  return succession === 'withdraw' ? { ...takenBack, withdraws: upcoming.version } : assessment;
}

async function compareWith(
  ports: AssessPorts,
  record: VersionRecord,
  versions: readonly VersionRecord[],
): Promise<Assessment> {
  const { previous, told } = lineageOf(versions, record.version);
  const document = await sourceDocument(ports.documents, record);
  const against = async (other: VersionRecord): Promise<Classification> =>
    classify(compareDocuments(await sourceDocument(ports.documents, other), document));
  const changes = previous && (await against(previous));
  const sinceTold = told && told.version !== previous?.version ? await against(told) : null;
  return {
    ...identityOf(record, document),
    baseline: previous === null,
    previous: previous?.version ?? null,
    lastTold: told?.version ?? null,
    // Small edits add up: the sum since customers were last told counts as much as the latest step.
    significance: highest([changes, sinceTold].map((one) => one?.significance ?? 'none')),
    changes,
    sinceTold,
  };
}

function identityOf({ policyId, version }: VersionRecord, { title, language }: PolicyDocument) {
  return { policyId, version, title, language };
}

/** A version that was held stays held, whatever the settings have become since. */
function answer({ settings }: AssessPorts, { state }: VersionRecord, assessment: Assessment): AssessAnswer {
  const { policyId, version, baseline, significance } = assessment;
  const approval = state === 'held' || needsApproval(policySettings(settings, policyId), assessment);
  return { policyId, version, baseline, significance, approval };
}
