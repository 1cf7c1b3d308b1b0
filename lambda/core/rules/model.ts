import type { BlockKind } from '../document/model.ts';
import type { Term, TermClass } from '../lexicon/model.ts';
import type { Significance } from '../significance.ts';

/** For or against the reader. */
export type Direction = 'adverse' | 'beneficial' | 'neutral';

/** One step of a proof: under the named transformation `old` may become `new`. */
export interface Step {
  readonly transformation: string;
  readonly old: string;
  readonly new: string;
  /** The words as they stand in the two texts, where `old` and `new` are canonical forms: for the reader, and where two words share one canonical form. */
  readonly written?: { readonly old: string; readonly new: string };
}

/** The words that a reason names, as they stand in the text: terms of the rule's classes, else all words that differ. */
export interface Shift {
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

/** What kind of thing changed. */
export type Aspect =
  'wording' | 'statement' | 'heading' | 'row' | 'link' | 'hidden' | 'struck' | 'place' | 'document';

/**
 * What a rule looks at: one changed statement (a sentence, list item, row or heading) with the words that differ after
 * every editorial transformation, and the lexicon terms it lost and gained.
 */
export interface Change {
  readonly aspect: Aspect;
  readonly op: 'reworded' | 'added' | 'removed' | 'moved';
  readonly kind: BlockKind;
  /** Headings above it, outermost first: the new place, or the old one of a removal. */
  readonly section: readonly string[];
  readonly sectionBefore: readonly string[] | null;
  /** The whole statement in either version; empty where there is none. */
  readonly before: string;
  readonly after: string;
  /** The words that differ, in lower case. */
  readonly deleted: readonly string[];
  readonly inserted: readonly string[];
  /** The same words as they stand in the text, for the reader. */
  readonly written: { readonly deleted: string; readonly inserted: string };
  /** Capitalised words among them, as written. */
  readonly names: readonly string[];
  readonly lost: readonly Term[];
  readonly gained: readonly Term[];
  /** Classes of every term in the statement, changed or not. */
  readonly context: ReadonlySet<TermClass>;
  /** Classes of the terms in the headings above. */
  readonly theme: ReadonlySet<TermClass>;
  /** Classes of the terms in the paragraph that a list item hangs on: `You may not:`. */
  readonly leadIn: ReadonlySet<TermClass>;
  /** The same words in another order. */
  readonly reordered: boolean;
  /** Editorial transformations that explain all of it; empty when they do not. */
  readonly editorial: readonly string[];
  readonly steps: readonly Step[];
}

/** A pair of short texts that shows a rule at work. */
export interface Example {
  readonly old: string;
  readonly new: string;
}

/** One row of the table. `reason` is a template: `{section}`, `{lost}`, `{gained}`, `{shift}`, `{said}` and others are filled in. */
export interface Rule {
  readonly id: string;
  /** The kind of change it belongs to, e.g. `K25` for `K25a`. */
  readonly kind: string;
  readonly title: string;
  readonly significance: Exclude<Significance, 'none'>;
  readonly direction: Direction;
  readonly reason: string;
  readonly citations: readonly string[];
  /** Classes of the terms that the reason names; all but connectives when left out. */
  readonly names?: readonly TermClass[];
  readonly when: (change: Change) => boolean;
  /** Markdown texts on which it decides, and on which it does not. */
  readonly fires: Example;
  readonly spares: Example;
}
