import { BadDate } from '../errors.ts';
import type { LocalDate } from '../ids.ts';
import type { DecideInput } from './deciding.ts';

/** What must be known of a version to tell whether its date line asks for anything. */
export type RequestInput = Pick<
  DecideInput,
  'policyId' | 'version' | 'timeZone' | 'sourceDate' | 'previousSourceDate' | 'previousPosted'
>;

/**
 * The date the publisher asks for, or null: an unchanged date line, or one that says what is posted, asks for nothing.
 * Throws BadDate for a newly written date before today.
 */
export function requestOf(input: RequestInput, today: LocalDate): LocalDate | null {
  const written = input.sourceDate;
  if (written === null || written === input.previousSourceDate || written === input.previousPosted)
    return null;
  if (written >= today) return written;
  throw new BadDate(
    `Version ${input.version} of ${input.policyId} newly says it is effective ${written}, which has passed (today, in ${input.timeZone}, is ${today}).`,
    'Remove the date line or leave the old date in it, and the right date is written for you; or write a date from today on.',
  );
}
