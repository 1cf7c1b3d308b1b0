import type { WrittenLanguage } from '../markup/language.ts';
import type { Authority } from '../rules/citations.ts';
import type { ReasonPhrases } from '../rules/reason.ts';
import type { RuleId } from '../rules/rules.ts';
import { germanCitations } from './citations/de.ts';
import { spanishCitations } from './citations/es.ts';
import { frenchCitations } from './citations/fr.ts';
import { germanPhrases } from './phrases/de.ts';
import { spanishPhrases } from './phrases/es.ts';
import { frenchPhrases } from './phrases/fr.ts';
import { germanSentences } from './sentences/de.ts';
import { spanishSentences } from './sentences/es.ts';
import { frenchSentences } from './sentences/fr.ts';

/** A language into which the rules' reasons are translated; they are written in English. */
export type OtherLanguage = Exclude<WrittenLanguage, 'en'>;

/** What it takes to give every rule's reason, and its authorities, in one language. */
export interface ReasonWords {
  readonly phrases: ReasonPhrases;
  readonly sentences: Readonly<Record<RuleId, string>>;
  readonly citations: Readonly<Record<Authority, string>>;
}

/** The reasons in each language. */
export const reasonWords: Readonly<Record<OtherLanguage, ReasonWords>> = {
  de: { phrases: germanPhrases, sentences: germanSentences, citations: germanCitations },
  fr: { phrases: frenchPhrases, sentences: frenchSentences, citations: frenchCitations },
  es: { phrases: spanishPhrases, sentences: spanishSentences, citations: spanishCitations },
};
