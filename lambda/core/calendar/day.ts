import { BadDate } from '../errors.ts';
import type { LocalDate } from '../ids.ts';

/** The parts of a day; `month` 1..12, `day` 1..31. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** Puts a day together. Throws BadDate when it does not exist or its year has not four digits. */
export function localDate(parts: DayParts): LocalDate {
  const text = [pad(parts.year, 4), pad(parts.month, 2), pad(parts.day, 2)].join('-');
  if (isLocalDate(text, parts)) return text;
  throw new BadDate(
    `There is no day ${text} in the calendar.`,
    'Write a day that exists; years run from 1000 to 9999.',
  );
}

/** Does such a day exist, in a year of four digits? */
export function dayExists({ year, month, day }: DayParts): boolean {
  return year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The parts of a day. */
export function partsOf(date: LocalDate): DayParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Monday = 0 … Sunday = 6. */
export function weekdayOf(date: LocalDate): number {
  return (new Date(utcOf(date)).getUTCDay() + 6) % 7;
}

/** How many days a month has, 28..31; `month` 1..12. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Midnight of the day as if it were in UTC, in milliseconds: for arithmetic on days alone. */
export function utcOf(date: LocalDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day);
}

function isLocalDate(text: string, parts: DayParts): text is LocalDate {
  return dayExists(parts) && dayForm.test(text);
}

function pad(count: number, width: number): string {
  return String(count).padStart(width, '0');
}
