import { parseLocalDate } from '../../../lambda/core/calendar/local-date.ts';
import type { CorrectionInput } from '../../../lambda/core/notice/correction.ts';
import type { NoticeInput } from '../../../lambda/core/notice/input.ts';
import { classification, decision, policyId, settings } from '../pages/example.ts';

/** The notice of version 2 of the example policy, which is written in English. */
export function noticeInput(language: string): NoticeInput {
  return {
    settings,
    policyId,
    language,
    decision: decision(2),
    classification,
    comparedWith: 1,
    title: 'Privacy Policy',
    documentLanguage: 'en',
    previousEffectiveDate: parseLocalDate('2017-01-03'),
  };
}

/** The correction of the same version: its date moves (`to`), or it will never apply (null). */
export function correctionInput(language: string, to: string | null): CorrectionInput {
  return {
    settings,
    policyId,
    language,
    version: 2,
    announcedDate: decision(2).effectiveDate,
    amendment: { from: decision(2).effectiveDate, to: to === null ? null : parseLocalDate(to) },
    comparedWith: 1,
    title: 'Privacy Policy',
    previousEffectiveDate: parseLocalDate('2017-01-03'),
  };
}
