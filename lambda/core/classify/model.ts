import type { Direction, Shift, Step } from '../rules/model.ts';
import type { Significance } from '../significance.ts';

export type { Direction, Step };

/** Quoted text with its place: offsets into the source of its version (UTF-16, end exclusive). */
export interface Quote {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A rule that fires on a change, with its reason as a sentence about it. */
export interface Ground {
  readonly rule: string;
  /** In English. */
  readonly reason: string;
  /** The words that the reason names, for other languages; absent in assessments stored before there were any. */
  readonly shift?: Shift | undefined;
  readonly citations: readonly string[];
}

/**
 * One verdict over one change: what changed, where, under which rule, and why.
 * The id is a hash of engine version, place, texts and rule: same input, same id.
 */
export interface Finding extends Ground {
  readonly id: string;
  readonly significance: Exclude<Significance, 'none'>;
  readonly direction: Direction;
  /** Rules beside it that fire on the same change and name something more; absent in assessments stored before there were any. */
  readonly also?: readonly Ground[] | undefined;
  /** Headings above the change, outermost first; the new place, or the old one of a removal. */
  readonly section: readonly string[];
  readonly sectionBefore: readonly string[] | null;
  readonly old: Quote | null;
  readonly new: Quote | null;
  /** One plain sentence with old -> new shown. */
  readonly summary: string;
  /** Lexicon terms that fired, e.g. `modality:may`. */
  readonly terms: readonly string[];
  /** Named editorial transformations that prove a minor finding; empty for all others. */
  readonly transformations: readonly string[];
  /** The steps of that proof which are not canonical forms: this old text may become this new text. */
  readonly steps: readonly Step[];
  /** 0..1, calibrated probability that the significance is right. */
  readonly confidence: number;
  /** Sections whose clauses use a definition that changed here; empty for all others. */
  readonly affects: readonly string[];
}

/** The verdict on a version: the highest of its findings, with the findings as evidence. */
export interface Classification {
  readonly engine: string;
  readonly significance: Significance;
  readonly confidence: number;
  /** Most severe first, then in document order. */
  readonly findings: readonly Finding[];
  /** Reasons that forbid "minor" though no change alone does (damage, caps, unknown language). */
  readonly forbidden: readonly string[];
  readonly degraded: boolean;
}
