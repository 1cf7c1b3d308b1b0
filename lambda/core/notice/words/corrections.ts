import type { WrittenLanguage } from '../../markup/language.ts';
import { englishCorrection, germanCorrection } from './corrections-germanic.ts';
import { frenchCorrection, spanishCorrection } from './corrections-romance.ts';

/**
 * What a correction says beside what every notice says. Dates arrive written out: `from` is the one announced before,
 * `to` the new one, `previous` that of the version in force, when it has one.
 */
export interface CorrectionWords {
  readonly subject: {
    readonly postponed: (company: string, document: string, to: string) => string;
    readonly withdrawn: (company: string, document: string, from: string) => string;
  };
  readonly heading: {
    readonly postponed: (document: string, to: string) => string;
    readonly withdrawn: (document: string, from: string) => string;
  };
  readonly why: (company: string, document: string, from: string) => string;
  readonly postponed: (from: string, to: string) => string;
  readonly withdrawn: (from: string) => string;
  readonly inForce: (previous: string | null) => string;
  /** Heads the sentence that says what else is different: nothing. */
  readonly meaning: string;
  readonly otherwiseSame: string;
  readonly nothingToDo: string;
  readonly readInForce: string;
  readonly readWithdrawn: string;
}

const tables: Readonly<Record<WrittenLanguage, CorrectionWords>> = {
  en: englishCorrection,
  de: germanCorrection,
  fr: frenchCorrection,
  es: spanishCorrection,
};

/** The words of a language. */
export function correctionWords(language: WrittenLanguage): CorrectionWords {
  return tables[language];
}
