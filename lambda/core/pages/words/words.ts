import type { WrittenLanguage } from '../../markup/language.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import type { PageWords } from './model.ts';

/** The words of the pages in each language. */
export const pageWords: Readonly<Record<WrittenLanguage, PageWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
};
