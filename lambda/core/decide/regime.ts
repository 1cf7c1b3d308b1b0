import type { RegimeId } from '../settings/regimes.ts';

/** How far the source of a row was checked when the table was made; nobody should quote it beyond that. */
export type Checked =
  | 'primary text read'
  | 'secondary source read'
  | 'guideline text read, verify before quoting'
  | 'partly read, verify before quoting'
  | 'weak: one tertiary source read, verify before quoting'
  | 'general knowledge, verify before quoting'
  | 'practice seen, verify before quoting';

/**
 * One notice regime. `period` (ISO 8601 calendar units) is what we keep to: the law's own where `basis` is `law`, a
 * house value where the law names none, the practice of others where it is `practice`.
 */
export interface NoticeRegime {
  readonly id: RegimeId;
  readonly name: string;
  readonly period: string;
  readonly basis: 'law' | 'house' | 'practice';
  /** What the source says, in words. */
  readonly law: string;
  readonly citation: string;
  readonly checked: Checked;
}
