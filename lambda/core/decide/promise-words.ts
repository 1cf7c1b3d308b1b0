import type { DateLanguage } from '../calendar/languages.ts';

/** Days, weeks, calendar months, hours, business days. */
export type PeriodUnit = 'D' | 'W' | 'M' | 'H' | 'B';

/** How one language promises notice of changes. */
export interface PromiseWords {
  readonly language: DateLanguage;
  readonly change: RegExp;
  readonly telling: RegExp;
  /** The company telling, which outweighs words of ending. */
  readonly weTell: RegExp;
  readonly ending: RegExp;
  readonly material: RegExp;
  /** What a promise may be limited to: fees, subprocessors, one schedule. */
  readonly part: RegExp;
  /** What right before a period makes it a deadline for somebody, no notice. */
  readonly within: RegExp;
  /** What may stand right before a promised period … */
  readonly before: RegExp;
  /** … or right after it; one of the two must. */
  readonly after: RegExp;
  readonly numbers: readonly (readonly [string, number])[];
  readonly units: readonly (readonly [string, PeriodUnit])[];
}
