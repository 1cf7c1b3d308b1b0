import { decisionNow } from '../core/amendment.ts';
import type { VersionRecord } from '../core/archive.ts';
import type { Assessment } from '../core/assessment.ts';
import { decide } from '../core/decide/decide.ts';
import type { Decision } from '../core/decision.ts';
import { parseDocument } from '../core/document/parse.ts';
import type { Documents } from '../core/documents.ts';
import type { Lineage } from '../core/lineage.ts';
import { policySettings, type Settings } from '../core/settings/settings.ts';
import { isAnnounced } from '../core/significance.ts';
import { versionDates } from '../core/version-dates.ts';
import { sourceText } from '../core/version-texts.ts';

interface Case {
  readonly record: VersionRecord;
  readonly lineage: Lineage;
  readonly assessment: Assessment;
  readonly now: string;
}

/** The decision as the texts, the settings and the day would have it; it stands once the archive has taken it. */
export async function proposeDecision(
  ports: { readonly documents: Documents; readonly settings: Settings },
  { record, lineage, assessment, now }: Case,
): Promise<Decision> {
  const { policyId, version } = record;
  const { significance, baseline } = assessment;
  const source = await sourceText(ports.documents, record);
  const replaced = replacedBy(assessment, lineage);
  const decision = decide({
    policyId,
    version,
    policy: policySettings(ports.settings, policyId),
    timeZone: ports.settings.timeZone,
    now,
    significance,
    baseline,
    sendingDays: ports.settings.sending.plannedDays,
    ...(await versionDates(ports.documents, source, lineage.previous)),
    document: parseDocument(source),
    keepsDate: replaced && (decisionNow(replaced)?.effectiveDate ?? null),
  });
  return replaced === null
    ? decision
    : { ...decision, inPlaceOf: replaced.decision?.inPlaceOf ?? replaced.version };
}

/** The announced version whose place and date a version takes that differs little from it (docs/decisions/0006). */
function replacedBy({ significance }: Assessment, { previous, upcoming }: Lineage): VersionRecord | null {
  if (upcoming === null || upcoming.version !== previous?.version) return null;
  return isAnnounced(significance) ? null : upcoming;
}
