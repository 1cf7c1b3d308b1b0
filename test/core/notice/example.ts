import { parseLocalDate } from '../../../lambda/core/calendar/local-date.ts';
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
