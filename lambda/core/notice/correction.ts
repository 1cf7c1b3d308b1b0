import type { Amendment } from '../archive.ts';
import { inWords } from '../calendar/local-date.ts';
import type { LocalDate, PolicyId, Version } from '../ids.ts';
import { Href } from '../markup/href.ts';
import { type WrittenLanguage, writtenLanguage } from '../markup/language.ts';
import type { Settings } from '../settings/settings.ts';
import { documentName, type NoticeFacts, senderFacts, subjectLine } from './facts.ts';
import type { CorrectionWords } from './words/model.ts';
import { correctionWords } from './words/corrections.ts';
import { noticeWords } from './words/words.ts';

/** What the correction of an announced version is composed from. */
export interface CorrectionInput {
  readonly settings: Settings;
  readonly policyId: PolicyId;
  /** As in a notice. */
  readonly language: string;
  readonly version: Version;
  /** The date in the announcement, which everybody who gets the correction was mailed. */
  readonly announcedDate: LocalDate;
  /** The date moves, or the version will never apply. */
  readonly amendment: Pick<Amendment, 'from' | 'to'>;
  /** The version that the announced changes start from. */
  readonly comparedWith: Version;
  /** The document's own title; used when the settings name the policy in no language. */
  readonly title: string;
  /** The date of the version in force; null when it has none. */
  readonly previousEffectiveDate: LocalDate | null;
}

/** Works out every sentence of a correction: the date moves and the rest stays, or nothing changes after all. */
export function correctionFacts(input: CorrectionInput): NoticeFacts {
  const { settings, policyId, amendment } = input;
  const language = writtenLanguage(input.language, settings.languages[0] ?? 'en');
  const words = noticeWords(language);
  const own = correctionWords(language);
  const document = documentName(settings, policyId, language, input.title);
  const from = inWords(amendment.from, language);
  const to = amendment.to && inWords(amendment.to, language);
  const previous = input.previousEffectiveDate && inWords(input.previousEffectiveDate, language);
  const { company, ...sender } = senderFacts(settings);
  const said =
    to === null
      ? { when: [own.withdrawn(from), own.inForce(previous)], statement: own.nothingToDo, leave: null }
      : {
          when: [own.postponed(from, to), words.until(previous)],
          statement: own.otherwiseSame,
          leave: words.leave(to),
        };
  return {
    language,
    words,
    subject: correctionSubject(settings, policyId, language, amendment, input.title),
    heading: to === null ? own.heading.withdrawn(document, from) : own.heading.postponed(document, to),
    company,
    ...sender,
    why: own.why(sender.fullName, document, inWords(input.announcedDate, language)),
    date: to ?? from,
    ...said,
    changesHeading: own.meaning,
    bullets: { shown: [], more: 0, moreMinor: 0 },
    quotedIn: null,
    documentLanguage: language,
    links: linksOf(input, words, own),
    account: words.account(new URL(settings.site.url).host),
  };
}

function linksOf(
  { settings, policyId, version, comparedWith, amendment }: CorrectionInput,
  words: NoticeFacts['words'],
  own: CorrectionWords,
): NoticeFacts['links'] {
  const at = (path: string): Href => Href.absolute(settings.site.url, `${policyId}/${path}`);
  const history = { label: words.history, href: at('history/') };
  const copy = at(`versions/${version}/`);
  return amendment.to === null
    ? {
        compare: { label: own.readInForce, href: at('') },
        read: { label: own.readWithdrawn, href: copy },
        history,
      }
    : {
        compare: { label: words.compare, href: at(`compare/${comparedWith}...${version}/`) },
        read: { label: words.read, href: copy },
        history,
      };
}

/** The subject line of a correction: company, document, and what became of the date; at most 120 characters. */
export function correctionSubject(
  settings: Settings,
  policyId: PolicyId,
  language: WrittenLanguage,
  { from, to }: CorrectionInput['amendment'],
  title = '',
): string {
  const { subject } = correctionWords(language);
  const date = inWords(to ?? from, language);
  const write = to === null ? subject.withdrawn : subject.postponed;
  const document = documentName(settings, policyId, language, title);
  return subjectLine(settings, document, (company, name) => write(company, name, date));
}
