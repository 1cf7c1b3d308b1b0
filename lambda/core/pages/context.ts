import { decisionNow } from '../amendment.ts';
import type { VersionRecord } from '../archive.ts';
import { inWords } from '../calendar/local-date.ts';
import type { PolicyId, Version } from '../ids.ts';
import { type WrittenLanguage, writtenLanguage } from '../markup/language.ts';
import { policyName, type Settings } from '../settings/settings.ts';
import type { SiteFile } from '../site.ts';
import type { PolicyPagesInput, PostedText } from './input.ts';
import type { PageWords, Standing } from './words/model.ts';
import { pageWords } from './words/words.ts';

/** What every page of one policy needs. */
export interface PageContext {
  readonly settings: Settings;
  readonly policyId: PolicyId;
  readonly language: WrittenLanguage;
  readonly words: PageWords;
  /** The policy's name in the language of the pages. */
  readonly name: string;
  /** Posted versions, oldest first, as readers see them. */
  readonly posted: readonly PostedVersion[];
  /** The text that applies today; null before the first has taken effect. */
  readonly current: PostedText | null;
  readonly upcoming: PostedText | null;
}

/** A version that was posted at some time. */
export interface PostedVersion {
  readonly record: VersionRecord;
  readonly standing: Standing;
}

/** Reads from the records what applies today and what is on its way. */
export function pageContext(input: PolicyPagesInput): PageContext {
  const { settings, policyId, posting, inForce } = input;
  const isCurrent = posting.record.state === 'upcoming' ? false : appliesNow(posting.record);
  const other = inForce?.record.version === posting.record.version ? null : inForce;
  const language = writtenLanguage(posting.document.language, settings.languages[0] ?? 'en');
  const policy = settings.policies[policyId];
  const name = policy === undefined ? '' : policyName(policy, language);
  const current = isCurrent ? posting : other;
  const rows = input.versions.map((row) => (row.version === posting.record.version ? posting.record : row));
  return {
    settings,
    policyId,
    language,
    words: pageWords[language],
    name: name || posting.document.title || policyId,
    posted: postedVersions(rows, current?.record.version ?? null, isCurrent ? null : posting.record.version),
    current,
    upcoming: isCurrent ? null : posting,
  };
}

function appliesNow({ state, decision }: VersionRecord): boolean {
  return state === 'current' || decision?.postAs !== 'upcoming';
}

/** The versions readers may know of: those that were posted, and the two that are being posted. */
export function postedVersions(
  rows: readonly VersionRecord[],
  current: Version | null,
  upcoming: Version | null,
): readonly PostedVersion[] {
  return rows.flatMap((record): readonly PostedVersion[] => {
    if (record.version === current) return [{ record, standing: 'current' }];
    if (record.version === upcoming) return [{ record, standing: 'upcoming' }];
    if (record.decision === null) return [];
    if (record.state === 'withdrawn') return [{ record, standing: 'withdrawn' }];
    const wasPosted =
      record.state === 'superseded' || record.state === 'current' || record.state === 'upcoming';
    return wasPosted ? [{ record, standing: 'superseded' }] : [];
  });
}

/** `Effective January 3, 2017`, or that no date is stated, or that it never applied. */
export function effectiveLine(record: VersionRecord, { words, language }: PageContext): string {
  if (record.state === 'withdrawn') return words.standing.withdrawn;
  const decision = decisionNow(record);
  return decision === null ? words.undated : words.effective(inWords(decision.effectiveDate, language));
}

/** Paths of a policy's pages, relative to the root of the site. */
export const pagePaths = {
  current: (policyId: PolicyId): string => `${policyId}/`,
  upcoming: (policyId: PolicyId): string => `${policyId}/upcoming/`,
  version: (policyId: PolicyId, version: Version): string => `${policyId}/versions/${version}/`,
  compare: (policyId: PolicyId, older: Version, newer: Version): string =>
    `${policyId}/compare/${older}...${newer}/`,
  history: (policyId: PolicyId): string => `${policyId}/history/`,
} as const;

/** How long a permanent page may be kept: until its version is in force, its date may still move. */
export function cacheOf({ state }: VersionRecord): SiteFile['cache'] {
  return state === 'current' || state === 'superseded' ? 'immutable' : 'short';
}
