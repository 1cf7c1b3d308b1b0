import type { Decision } from '../decision.ts';
import type { PolicyDocument } from '../document/model.ts';
import type { LocalDate, PolicyId, Version } from '../ids.ts';
import type { PolicySettings } from '../settings/settings.ts';
import type { Significance } from '../significance.ts';
import type { ChangePromise } from './promise.ts';

/** What a decision is made of. Dates are null where a text has no date line, or where there is no such text. */
export interface DecideInput {
  readonly policyId: PolicyId;
  readonly version: Version;
  readonly policy: PolicySettings;
  /** IANA zone that says which day today is. */
  readonly timeZone: string;
  /** ISO 8601 instant at which posting starts. */
  readonly now: string;
  readonly significance: Significance;
  /** The first version of the policy. */
  readonly baseline: boolean;
  /** Planned days of sending; notice is counted from their end. Fractions are rounded up. */
  readonly sendingDays: number;
  /** The date that the text posted before shows. */
  readonly previousPosted: LocalDate | null;
  /** The date line of the source before. */
  readonly previousSourceDate: LocalDate | null;
  /** The date line of this source. */
  readonly sourceDate: LocalDate | null;
  /** This version's text, whose change clause is read for promises. */
  readonly document: PolicyDocument;
  /** The date of the announced version that this one replaces with minor changes, if that is the case (succession). */
  readonly keepsDate?: LocalDate | null;
}

/** The parts of a decision that its kind settles. */
export type Settled = Pick<Decision, 'effectiveDate' | 'notify' | 'periods' | 'words' | 'warnings'>;

/** The input with what every kind of decision needs worked out. */
export interface Deciding extends DecideInput {
  readonly today: LocalDate;
  /** today + planned days of sending. */
  readonly sendingEnds: LocalDate;
  /** A date newly written by the publisher, today or later. */
  readonly requested: LocalDate | null;
  readonly promise: ChangePromise | null;
}
