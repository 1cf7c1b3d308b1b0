import type { WrittenLanguage } from '../../markup/language.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import type { NoticeWords } from './model.ts';

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
