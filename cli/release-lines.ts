import { archiveFromEnvironment } from '../lambda/aws/archive.ts';
import { documentsFromEnvironment } from '../lambda/aws/documents.ts';
import { preflightsFromEnvironment } from '../lambda/aws/ledger-preflight.ts';
import { decisionNow } from '../lambda/core/amendment.ts';
import type { Amendment, VersionRecord } from '../lambda/core/archive.ts';
import { readAssessment } from '../lambda/core/assessment-file.ts';
import type { Assessment } from '../lambda/core/assessment.ts';
import { inWords } from '../lambda/core/calendar/local-date.ts';
import type { PolicyId } from '../lambda/core/ids.ts';
import { paint, paintSignificance } from './paint.ts';
import { preflightLines } from './preflight-lines.ts';
import { findingLines } from './print-findings.ts';
import { wrap } from './wrap.ts';

/** What became of one version, for a person: verdict with reasons, dates with their arithmetic, totals. */
export async function releaseLines(policyId: PolicyId, version: number): Promise<string[]> {
  const record = await archiveFromEnvironment().version(policyId, version);
  const assessment = await readAssessment(documentsFromEnvironment(), record);
  const { passed } = await preflightsFromEnvironment().read(record);
  return [
    ...verdictLines(assessment),
    ...dateLines(record),
    ...preflightLines(passed),
    ...totalLines(record),
  ];
}

function verdictLines(assessment: Assessment): string[] {
  if (assessment.baseline)
    return ['  the first version: the baseline that later ones are held against; nobody is told'];
  const { changes, sinceTold, significance } = assessment;
  const findings = (significance === changes?.significance ? changes : sinceTold)?.findings ?? [];
  return [
    `  verdict ${paintSignificance(significance)}`,
    ...findingLines(findings).map((line) => indent(line)),
    '',
  ];
}

function dateLines(record: VersionRecord): string[] {
  const { state } = record;
  const decision = decisionNow(record);
  if (decision === null) return [];
  const { previousEffectiveDate: before, effectiveDate, words, warnings } = decision;
  const standing =
    decision.postAs === state ? `posted as ${state}` : `posted as ${decision.postAs}, now ${state}`;
  const was = before === null || before === effectiveDate ? '' : `${inWords(before, 'en')} → `;
  return [
    `  effective date  ${was}${paint('bold', inWords(effectiveDate, 'en'))}  ${paint('dim', `(${standing})`)}`,
    ...(record.amendments.length > 0 ? [paint('dim', '    as first decided:')] : []),
    ...words.map((sentence) => paint('dim', wrap(`    ${sentence}`, 4))),
    ...warnings.map((sentence) => paint('yellow', wrap(`    ${sentence}`, 4))),
  ];
}

function totalLines(record: VersionRecord): string[] {
  return [...announcementTotals(record), ...record.amendments.flatMap(correctionTotals)];
}

function correctionTotals({ kind, from, to, by, totals }: Amendment): string[] {
  const sum =
    totals === null
      ? 'no correction reported yet'
      : `correction accepted ${totals.accepted} + excepted ${totals.excepted} = ${totals.audience} told before`;
  const dates = to === null ? '' : ` from ${from} to ${to}`;
  return [`  ${kind}${dates} by ${by}  ${sum}`];
}

const nobody =
  '    nobody: no customer in the table is affected. Import customers before you publish: policy-notice customers import <file>';

function announcementTotals({ totals, decision }: VersionRecord): string[] {
  if (totals === null) return [`  mailed to  ${decision?.notify === true ? 'not yet reported' : 'nobody'}`];
  const { accepted, excepted, audience } = totals;
  const sum = `accepted ${accepted} + excepted ${excepted} = audience ${audience}`;
  const line = `  mailed to  ${paint('bold', String(accepted))} customers, once each   ${sum}, recounted`;
  return audience === 0 ? [line, paint('yellow', wrap(nobody, 4))] : [line];
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}
