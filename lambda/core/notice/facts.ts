import { inWords } from '../calendar/local-date.ts';
import { type WrittenLanguage, writtenLanguage } from '../markup/language.ts';
import { Href } from '../markup/href.ts';
import { shortened } from '../markup/text.ts';
import { policyName, type Settings } from '../settings/settings.ts';
import type { LocalDate, PolicyId } from '../ids.ts';
import { type Bullets, bulletsOf } from './bullets.ts';
import type { NoticeInput } from './input.ts';
import { plain } from './plain.ts';
import type { NoticeWords } from './words/model.ts';
import { noticeWords } from './words/words.ts';

/** A link of a notice: what it is, and where it leads. */
export interface NoticeLink {
  readonly label: string;
  readonly href: Href;
}

/** What both parts of a notice say, in its language; neither part adds a fact of its own. */
export interface NoticeFacts {
  readonly language: WrittenLanguage;
  readonly words: NoticeWords;
  readonly subject: string;
  readonly heading: string;
  readonly company: string;
  readonly legalName: string;
  /** The name customers know, and the legal one when it is another. */
  readonly fullName: string;
  readonly postalAddress: readonly string[];
  readonly why: string;
  /** The day the new version applies, written out. */
  readonly date: string;
  readonly when: readonly string[];
  readonly changesHeading: string;
  /** Stands in place of changes, when a notice has none to tell. */
  readonly statement: string | null;
  readonly bullets: Bullets;
  /** The line that says in which language passages are quoted; null when it is that of the notice. */
  readonly quotedIn: string | null;
  readonly documentLanguage: string;
  readonly links: Readonly<Record<'compare' | 'read' | 'history', NoticeLink>>;
  readonly contact: string;
  /** Null when there is nothing to leave for. */
  readonly leave: string | null;
  readonly account: string;
}

const longestName = 60;
const longestSubject = 120;

/** Works out every sentence of a notice. */
export function noticeFacts(input: NoticeInput): NoticeFacts {
  const { settings, decision, classification, documentLanguage } = input;
  const language = writtenLanguage(input.language, settings.languages[0] ?? 'en');
  const words = noticeWords(language);
  const document = documentName(settings, input.policyId, language, input.title);
  const date = inWords(decision.effectiveDate, language);
  const ahead = decision.postAs === 'upcoming';
  const previous = input.previousEffectiveDate && inWords(input.previousEffectiveDate, language);
  const differs = documentLanguage !== language && documentLanguage !== 'und';
  const sender = senderFacts(settings);
  return {
    language,
    words,
    subject: noticeSubject(settings, input.policyId, language, decision.effectiveDate, input.title),
    heading: words.heading(document, date),
    ...sender,
    why: words.why(sender.fullName, document),
    date,
    when: ahead ? [words.applies(date), words.until(previous)] : [words.applies(date)],
    changesHeading: words.changes,
    statement: null,
    bullets: bulletsOf(classification.findings, language),
    quotedIn: differs ? words.quotedIn(words.languages[documentLanguage] ?? documentLanguage) : null,
    documentLanguage,
    links: linksOf(input, words),
    leave: words.leave(ahead ? date : null),
    account: words.account(new URL(settings.site.url).host),
  };
}

function linksOf(
  { settings, policyId, decision, comparedWith }: NoticeInput,
  words: NoticeWords,
): NoticeFacts['links'] {
  const at = (path: string): Href => Href.absolute(settings.site.url, `${policyId}/${path}`);
  return {
    compare: { label: words.compare, href: at(`compare/${comparedWith}...${decision.version}/`) },
    read: { label: words.read, href: at(`versions/${decision.version}/`) },
    history: { label: words.history, href: at('history/') },
  };
}

/** Who speaks, as it stands in every notice. */
export function senderFacts({
  company,
}: Settings): Pick<NoticeFacts, 'company' | 'legalName' | 'fullName' | 'postalAddress' | 'contact'> {
  const { name, legalName, postalAddress, contact } = company;
  return {
    company: name,
    legalName,
    fullName: name === legalName ? name : `${name} (${legalName})`,
    postalAddress: postalAddress.slice(0, 10).map((line) => shortened(line, 100)),
    contact,
  };
}

/** What the settings call the policy in that language, else its own title, else its id; at most 60 characters. */
export function documentName(
  settings: Settings,
  policyId: PolicyId,
  language: string,
  title: string,
): string {
  const policy = settings.policies[policyId];
  const named = policy === undefined ? '' : policyName(policy, language);
  return shortened(plain(named === '' ? title || policyId : named), longestName);
}

/** The subject line of a notice: company, document and date, at most 120 characters, nothing about the recipient. */
export function noticeSubject(
  settings: Settings,
  policyId: PolicyId,
  language: WrittenLanguage,
  effectiveDate: LocalDate,
  title = '',
): string {
  const date = inWords(effectiveDate, language);
  const document = documentName(settings, policyId, language, title);
  return subjectLine(settings, document, (company, name) =>
    noticeWords(language).subject(company, name, date),
  );
}

/** Writes a subject line of company and document, each shortened as far as it must be. */
export function subjectLine(
  settings: Settings,
  document: string,
  write: (company: string, document: string) => string,
): string {
  const room = longestSubject - lengthOf(write('', ''));
  const company = shortened(plain(settings.company.name), Math.max(20, room - lengthOf(document)));
  return write(company, shortened(document, Math.max(20, room - lengthOf(company))));
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}
