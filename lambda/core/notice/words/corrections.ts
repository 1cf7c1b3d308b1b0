import type { WrittenLanguage } from '../../markup/language.ts';
import { englishCorrection, germanCorrection } from './corrections-germanic.ts';
import { frenchCorrection, spanishCorrection } from './corrections-romance.ts';
import type { CorrectionWords } from './model.ts';

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
