import type { Archive, VersionRecord } from '../core/archive.ts';
import type { Assessment } from '../core/assessment.ts';
import { readAssessment } from '../core/assessment-file.ts';
import { compareDocuments } from '../core/compare/compare.ts';
import type { Comparison } from '../core/compare/model.ts';
import type { PolicyDocument } from '../core/document/model.ts';
import type { Documents } from '../core/documents.ts';
import { parsePolicyId } from '../core/ids.ts';
import type { PostedText } from '../core/pages/input.ts';
import { siteIndex } from '../core/pages/index-page.ts';
import { policyPages } from '../core/pages/policy-site.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Site, SiteChange } from '../core/site.ts';
import { postedDocument } from '../core/version-texts.ts';

interface PagePorts {
  readonly archive: Archive;
  readonly documents: Documents;
  readonly site: Site;
  readonly settings: Settings;
}

/** What is to be made public: `versions` are the policy's rows as they will stand after the posting. */
export interface Outlook {
  readonly posting: VersionRecord;
  readonly versions: readonly VersionRecord[];
  readonly inForce: VersionRecord | null;
  /** A version that was announced and will never apply: its page stays, and says so. */
  readonly withdrawn: VersionRecord | null;
}

/** Renders and writes every page that a posting changes, the front page of the site last. */
export async function writePages(
  ports: PagePorts,
  { posting, versions, inForce, withdrawn }: Outlook,
): Promise<void> {
  const { settings } = ports;
  const { policyId } = posting;
  const text = await postedText(ports, posting, versions);
  const other = inForce === null || inForce.version === posting.version ? null : inForce;
  const current = other && (await postedText(ports, other, versions));
  const gone = withdrawn && (await postedText(ports, withdrawn, versions));
  const pages = { settings, policyId, versions, posting: text, inForce: current, withdrawn: gone };
  await apply(ports.site, policyPages(pages));
  const policies = Object.keys(settings.policies).map(parsePolicyId);
  const rows = policies.map(async (id) => (id === policyId ? versions : ports.archive.versions(id)));
  const all = await Promise.all(rows);
  const index = policies.map((id, at) => ({ policyId: id, versions: all[at] ?? [] }));
  await apply(ports.site, siteIndex({ settings, policies: index }));
}

async function postedText(
  { documents }: PagePorts,
  record: VersionRecord,
  versions: readonly VersionRecord[],
): Promise<PostedText> {
  const document = await postedDocument(documents, record);
  const assessment = await readAssessment(documents, record);
  const { previous, lastTold } = assessment;
  const against = (number: number | null): Promise<Comparison | null> =>
    comparedWith(
      documents,
      document,
      versions.find((one) => one.version === number),
    );
  return {
    record,
    document,
    assessment,
    comparison: await against(previous),
    comparisonSinceTold: sinceTold(assessment) ? await against(lastTold) : null,
  };
}

function sinceTold({ previous, lastTold, sinceTold: verdict }: Assessment): boolean {
  return verdict !== null && lastTold !== previous;
}

/** Readers see the texts as they were posted, with the date line of their time. */
async function comparedWith(
  documents: Documents,
  document: PolicyDocument,
  older: VersionRecord | undefined,
): Promise<Comparison | null> {
  return older === undefined ? null : compareDocuments(await postedDocument(documents, older), document);
}

async function apply(site: Site, { write, remove }: SiteChange): Promise<void> {
  await Promise.all(write.map((file) => site.write(file)));
  await Promise.all(remove.map((path) => site.remove(path)));
}
