import type { WrittenLanguage } from '../../markup/language.ts';
import type { Whereabouts } from '../model.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';

/** What a comparison says beside the policy's own words. */
export interface RedlineWords {
  readonly labels: Readonly<
    Record<'added' | 'removed' | 'reworded' | 'renumbered' | 'split' | 'merged' | 'moved' | 'asides', string>
  >;
  readonly unchanged: (count: number) => string;
  /** Where a moved passage stood, and where it went, by how it is located. */
  readonly movedFrom: Readonly<Record<Whereabouts['relation'], (section: string) => string>>;
  readonly movedTo: Readonly<Record<Whereabouts['relation'], (section: string) => string>>;
  readonly start: string;
  readonly change: (number: number) => string;
  readonly next: string;
  readonly nothing: string;
  readonly link: (text: string) => string;
  readonly noLink: string;
  readonly itemNumber: string;
  readonly marks: Readonly<Record<'struck' | 'unstruck' | 'hidden' | 'unhidden', string>>;
}

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
