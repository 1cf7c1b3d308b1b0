/** The classes of words and phrases that carry a policy's meaning; the tables say which words are in which. */
export const termClasses = [
  'negation',
  'modal',
  'hedge',
  'scope',
  'condition',
  'and',
  'or',
  'time',
  'actor',
  'number',
  'money',
  'data',
  'sensitive',
  'practice',
  'purpose',
  'ai',
  'party',
  'right',
  'basis',
  'security',
  'transfer',
  'retention',
  'notice',
  'jurisdiction',
  'remedy',
  'termination',
  'licence',
  'conduct',
  'eligibility',
  'binding',
] as const;
export type TermClass = (typeof termClasses)[number];

/** A term found in a run of words; `at` and `length` count words. */
export interface Term {
  readonly class: TermClass;
  readonly term: string;
  readonly at: number;
  readonly length: number;
  /** The words as they stand in the text, where the text is at hand. */
  readonly written?: string;
}

/** Where the words of a table come from. */
export interface Provenance {
  readonly name: string;
  readonly url: string;
  readonly licence: string;
}
