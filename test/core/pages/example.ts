import type { Amendment, VersionRecord, VersionState } from '../../../lambda/core/archive.ts';
import type { Assessment } from '../../../lambda/core/assessment.ts';
import type { Classification, Finding } from '../../../lambda/core/classify/model.ts';
import { compareDocuments } from '../../../lambda/core/compare/compare.ts';
import type { Decision } from '../../../lambda/core/decision.ts';
import type { PolicyDocument } from '../../../lambda/core/document/model.ts';
import { parseLocalDate as day } from '../../../lambda/core/calendar/local-date.ts';
import { parseDocument } from '../../../lambda/core/document/parse.ts';
import { sourceOf } from '../../../lambda/core/document/source.ts';
import { parsePolicyId } from '../../../lambda/core/ids.ts';
import type { PolicyPagesInput, PostedText } from '../../../lambda/core/pages/input.ts';
import { parseSettings } from '../../../lambda/core/settings/parse.ts';
import type { Settings } from '../../../lambda/core/settings/settings.ts';
import { firstPolicy, secondPolicy } from './example-policy.ts';

export const policyId = parsePolicyId('privacy-policy');

export const settings: Settings = parseSettings({
  company: {
    name: 'Fjordlight',
    legalName: 'Fjordlight Hosting GmbH',
    postalAddress: ['Am Kai 7', '24103 Kiel', 'Germany'],
    website: 'https://fjordlight.example',
    contact: 'privacy@fjordlight.example',
  },
  sender: { address: 'privacy@notices.fjordlight.example', displayName: 'Fjordlight' },
  site: { url: 'https://policies.fjordlight.example' },
  languages: ['en', 'de', 'fr', 'es'],
  policies: {
    'privacy-policy': {
      name: {
        en: 'Privacy Policy',
        de: 'Datenschutzerklärung',
        fr: 'Politique de confidentialité',
        es: 'Política de privacidad',
      },
    },
  },
});

export function parsed(markdown: string): PolicyDocument {
  return parseDocument(sourceOf(markdown, 'md'));
}

export function decision(version: number, facts: Partial<Decision> = {}): Decision {
  return {
    policyId,
    version,
    decidedOn: day('2027-01-04'),
    timeZone: 'Europe/Berlin',
    significance: 'significant',
    effectiveDate: day('2027-02-03'),
    previousEffectiveDate: day('2017-01-03'),
    requestedDate: null,
    notify: true,
    postAs: 'upcoming',
    periods: [],
    words: [],
    warnings: [],
    ...facts,
  };
}

export function record(
  version: number,
  state: VersionState,
  facts: Partial<VersionRecord> = {},
): VersionRecord {
  return {
    policyId,
    version,
    state,
    hash: sourceOf(`version ${version}`, 'md').hash,
    format: 'md',
    source: `versions/privacy-policy/0000000${version}/source.md`,
    publishedAt: `2027-01-0${version}T09:30:00Z`,
    event: { bucket: 'b', key: 'k', objectVersion: `v${version}`, sequencer: '0', execution: 'e' },
    significance: 'significant',
    decision: decision(version),
    announcedAt: null,
    totals: null,
    amendments: [],
    ...facts,
  };
}

/** A finding about the words `old` -> `fresh`, placed where they stand in the two documents. */
export function finding(
  documents: readonly [PolicyDocument, PolicyDocument],
  section: string,
  old: string | null,
  fresh: string | null,
  facts: Partial<Finding> = {},
): Finding {
  const quote = (document: PolicyDocument, text: string | null): Finding['old'] => {
    if (text === null) return null;
    const start = document.source.indexOf(text.slice(0, 20));
    return { text, start, end: start + text.length };
  };
  return {
    id: `${section}-${old?.length}-${fresh?.length}`,
    rule: 'K01',
    significance: 'significant',
    direction: 'adverse',
    reason: 'Data is kept for longer than before.',
    citations: ['GDPR art. 13(2)(a)'],
    section: ['Privacy Policy', section],
    sectionBefore: null,
    old: quote(documents[0], old),
    new: quote(documents[1], fresh),
    summary: `${section}: ${old} becomes ${fresh}`,
    terms: [],
    transformations: [],
    steps: [],
    confidence: 0.97,
    affects: [],
    ...facts,
  };
}

export const older = parsed(firstPolicy);
export const newer = parsed(secondPolicy);

const both = [older, newer] as const;

export const classification: Classification = {
  engine: '1',
  significance: 'significant',
  confidence: 0.97,
  findings: [
    finding(
      both,
      'How long we keep it',
      'We delete access logs after 30 days.',
      'We delete access logs after 90 days.',
    ),
    finding(
      both,
      'Who receives it',
      null,
      'We may share usage figures with Brightwave Analytics, who compare them with those of other hosting companies.',
      {
        reason: 'A new recipient receives personal data.',
        citations: ['GDPR art. 13(1)(e)', 'OPP-115: Third Party Sharing'],
      },
    ),
    finding(both, 'Your rights', 'You may object to any of this at any time, free of charge.', null, {
      reason: 'A right of the customer is no longer stated.',
      citations: ['GDPR art. 21'],
    }),
    finding(
      both,
      'What we collect',
      'We collect the data that you give us when you open an account.',
      'We collect the information that you give us when you open an account.',
      {
        significance: 'minor',
        reason: 'A word was replaced by one of the same meaning.',
        citations: [],
        transformations: ['synonym'],
      },
    ),
  ],
  forbidden: [],
  degraded: false,
};

export const assessment: Assessment = {
  policyId,
  version: 2,
  title: 'Privacy Policy',
  language: 'en',
  baseline: false,
  previous: 1,
  lastTold: 1,
  significance: 'significant',
  changes: classification,
  sinceTold: null,
};

const baselineDecision = decision(1, {
  notify: false,
  postAs: 'current',
  effectiveDate: day('2017-01-03'),
  previousEffectiveDate: null,
  decidedOn: day('2027-01-01'),
});

export const baseline: PostedText = {
  record: record(1, 'current', { decision: baselineDecision, significance: 'none' }),
  document: older,
  assessment: { ...assessment, version: 1, baseline: true, previous: null, lastTold: null, changes: null },
  comparison: null,
  comparisonSinceTold: null,
};

export const announced: PostedText = {
  record: record(2, 'upcoming', { announcedAt: '2027-01-04T10:00:00Z' }),
  document: newer,
  assessment,
  comparison: compareDocuments(older, newer),
  comparisonSinceTold: null,
};

/** Version 2 has been posted and waits for its date while version 1 applies. */
export const upcomingInput: PolicyPagesInput = {
  settings,
  policyId,
  versions: [baseline.record, announced.record],
  posting: announced,
  inForce: baseline,
};

/** The same, after version 2 was postponed for a reason. */
export function amendedInput(reason: string): PolicyPagesInput {
  const later: Amendment = {
    number: 1,
    kind: 'postponed',
    from: decision(2).effectiveDate,
    to: day('2027-03-15'),
    by: 'Ada',
    reason,
    at: '2027-01-20T09:00:00Z',
    totals: null,
  };
  const posting = { ...announced, record: { ...announced.record, amendments: [later] } };
  return { ...upcomingInput, versions: [baseline.record, posting.record], posting };
}

const inForceNow: PostedText = { ...announced, record: { ...announced.record, state: 'current' } };

/** The date of version 2 has come. */
export const currentInput: PolicyPagesInput = {
  settings,
  policyId,
  versions: [{ ...baseline.record, state: 'superseded' }, inForceNow.record],
  posting: inForceNow,
  inForce: inForceNow,
};
