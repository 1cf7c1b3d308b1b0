import type { WrittenLanguage } from '../../markup/language.ts';
import type { Whereabouts } from '../model.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import type { RedlineWords } from './model.ts';

/** Says in a language where a passage stood (`movedFrom`) or went (`movedTo`). */
export function whereaboutsText(
  words: RedlineWords,
  way: 'movedFrom' | 'movedTo',
  { relation, section }: Whereabouts,
): string {
  return words[way][relation](section || words.start);
}

/** The words of a comparison in each language. */
export const redlineWords: Readonly<Record<WrittenLanguage, RedlineWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
};
