import { decisionNow } from '../amendment.ts';
import type { PolicyId } from '../ids.ts';
import { Href } from '../markup/href.ts';
import { correctionSubject } from '../notice/correction.ts';
import { noticeSubject } from '../notice/facts.ts';
import type { Settings } from '../settings/settings.ts';
import type { SiteFile } from '../site.ts';
import { pagePaths, type PostedVersion } from './context.ts';

/** Where readers and mail filters find what was really sent. */
export const genuineNoticesPath = '.well-known/policy-changes.json';

interface PostedPolicy {
  readonly policyId: PolicyId;
  readonly posted: readonly PostedVersion[];
}

/**
 * Every posted version with its hash and dates and, where customers were mailed, the sender and the exact subjects of
 * the genuine notice: whoever got a message that is not listed here did not get it from the company.
 */
export function genuineNoticesFile(settings: Settings, policies: readonly PostedPolicy[]): SiteFile {
  const list = {
    format: 1,
    company: settings.company.legalName,
    sender: settings.sender.address,
    site: settings.site.url,
    policies: policies.map(({ policyId, posted }) => ({
      id: policyId,
      url: address(settings, pagePaths.current(policyId)),
      versions: posted.toReversed().map((one) => versionOf(settings, policyId, one)),
    })),
  };
  return {
    path: genuineNoticesPath,
    body: `${JSON.stringify(list, null, 2)}\n`,
    contentType: 'application/json; charset=utf-8',
    cache: 'short',
  };
}

function versionOf(settings: Settings, policyId: PolicyId, { record, standing }: PostedVersion): object {
  return {
    version: record.version,
    standing,
    url: address(settings, pagePaths.version(policyId, record.version)),
    sourceSha256: record.hash,
    significance: record.significance,
    publishedAt: record.publishedAt,
    effectiveDate: standing === 'withdrawn' ? null : (decisionNow(record)?.effectiveDate ?? null),
    notice: noticeOf(settings, policyId, { record, standing }),
    ...(record.amendments.length > 0 && { amendments: amendmentsOf(settings, policyId, record) }),
  };
}

/** A version whose notice is decided on is listed before the first mail leaves. */
function noticeOf(settings: Settings, policyId: PolicyId, { record }: PostedVersion): object | null {
  const { decision, announcedAt } = record;
  if (decision?.notify !== true) return null;
  const subjects = settings.languages.map((language) => [
    language,
    noticeSubject(settings, policyId, language, decision.effectiveDate),
  ]);
  return { announcedAt, subjects: Object.fromEntries(subjects) };
}

/** Postponed or withdrawn: when, and the subject of the correction that whoever had been mailed gets. */
function amendmentsOf(
  settings: Settings,
  policyId: PolicyId,
  { amendments }: PostedVersion['record'],
): readonly object[] {
  return amendments.map((one) => {
    const subjects = settings.languages.map((language) => [
      language,
      correctionSubject(settings, policyId, language, one),
    ]);
    const { kind, at, from, to, reason } = one;
    return { kind, at, from, to, reason, subjects: Object.fromEntries(subjects) };
  });
}

function address(settings: Settings, path: string): string {
  return Href.absolute(settings.site.url, path).url;
}
