import type { LocalDate, PolicyId, Version } from './ids.ts';
import type { Significance } from './significance.ts';

/** One line of the arithmetic: which rule asked for how long, and which day that gives. */
export interface NoticePeriodLine {
  readonly rule: string;
  /** ISO 8601, `P30D` or `P2M`. */
  readonly period: string;
  readonly earliest: LocalDate;
  readonly citation: string;
}

/**
 * Fixed once per version, by conditional write, when posting starts; every later step reads it.
 * `words` shows the arithmetic in sentences a lawyer can check.
 */
export interface Decision {
  readonly policyId: PolicyId;
  readonly version: Version;
  readonly decidedOn: LocalDate;
  readonly timeZone: string;
  readonly significance: Significance;
  readonly effectiveDate: LocalDate;
  /** The date the posted text showed before; null for a baseline without one. */
  readonly previousEffectiveDate: LocalDate | null;
  /** The date the publisher wrote, if it was a request (a newly written future date). */
  readonly requestedDate: LocalDate | null;
  readonly notify: boolean;
  /** Posted as upcoming first (its date lies ahead), or current at once. */
  readonly postAs: 'upcoming' | 'current';
  readonly periods: readonly NoticePeriodLine[];
  readonly words: readonly string[];
  /** Things a person should know: a moved date, a promise in the policy that this would break. */
  readonly warnings: readonly string[];
  /** The announced version whose place and date it takes without a notice: customers know it by that one's notice. */
  readonly inPlaceOf?: Version | null | undefined;
}
