import type { WrittenLanguage } from '../../markup/language.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';

/** Everything a notice says of its own accord, in one language. Dates arrive written out in that language. */
export interface NoticeWords {
  readonly subject: (company: string, document: string, date: string) => string;
  readonly heading: (document: string, date: string) => string;
  /** Around the recipient's name. */
  readonly greeting: readonly [before: string, after: string];
  /** Stands for the name of a customer who gave none. */
  readonly someone: string;
  readonly why: (company: string, document: string) => string;
  readonly applies: (date: string) => string;
  /** Until the new version applies; `previous` is the date of the present one, when it has one. */
  readonly until: (previous: string | null) => string;
  readonly changes: string;
  readonly before: string;
  readonly now: string;
  readonly added: string;
  readonly removed: string;
  readonly moved: string;
  readonly start: string;
  readonly more: (count: number) => string;
  readonly moreMinor: (count: number) => string;
  readonly quotedIn: (language: string) => string;
  readonly choices: string;
  readonly read: string;
  readonly compare: string;
  readonly history: string;
  readonly ask: string;
  /** `date` is null when the new version applies already. */
  readonly leave: (date: string | null) => string;
  readonly account: (host: string) => string;
  /** Names of languages that policies are written in, by code. */
  readonly languages: Readonly<Record<string, string>>;
}

const tables: Readonly<Record<WrittenLanguage, NoticeWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
};

/** The words of a language. */
export function noticeWords(language: WrittenLanguage): NoticeWords {
  return tables[language];
}
