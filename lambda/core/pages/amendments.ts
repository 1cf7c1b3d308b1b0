import type { Amendment, VersionRecord } from '../archive.ts';
import { inWords, todayIn } from '../calendar/local-date.ts';
import { correctionSubject } from '../notice/correction.ts';
import type { PageContext } from './context.ts';

/** What became of the date of a version since it was decided, each in one sentence with its reason. */
export function amendmentLines({ amendments }: VersionRecord, context: PageContext): readonly string[] {
  const { words } = context;
  return amendments.map((one) => {
    const reason = one.givesWayTo === undefined ? one.reason : words.gaveWay(one.givesWayTo);
    return `${whatHappened(one, context)} ${words.reason(reason)}`;
  });
}

function whatHappened(
  { from, to, at }: Amendment,
  { words, language, settings }: Pick<PageContext, 'words' | 'language' | 'settings'>,
): string {
  return to === null
    ? words.withdrawnOn(inWords(todayIn(settings.timeZone, at), language))
    : words.postponed(inWords(from, language), inWords(to, language));
}

/** The subjects of the corrections that customers get, in the language of the pages; none where nobody was told. */
export function correctionSubjects(
  { amendments, decision }: VersionRecord,
  { settings, policyId, language }: Pick<PageContext, 'settings' | 'policyId' | 'language'>,
): readonly string[] {
  const isTold = decision?.notify === true || typeof decision?.inPlaceOf === 'number';
  return isTold ? amendments.map((one) => correctionSubject(settings, policyId, language, one)) : [];
}
