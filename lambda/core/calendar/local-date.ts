import { BadDate } from '../errors.ts';
import type { LocalDate } from '../ids.ts';
import { daysIn, localDate, partsOf, utcOf } from './day.ts';
import { dateLanguage, type DateLanguage } from './languages.ts';
import { monthNames } from './names.ts';

const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/;
const periodForm = /^P(?!$)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;
const msPerHour = 3_600_000;
const msPerDay = 24 * msPerHour;

const sentenceForms = {
  en: (day, month, year) => `${month} ${day}, ${year}`,
  de: (day, month, year) => `${day}. ${month} ${year}`,
  fr: (day, month, year) => `${day === 1 ? '1er' : day} ${month} ${year}`,
  es: (day, month, year) => `${day} de ${month} de ${year}`,
  it: (day, month, year) => `${day} ${month} ${year}`,
  pt: (day, month, year) => `${day} de ${month} de ${year}`,
  nl: (day, month, year) => `${day} ${month} ${year}`,
} as const satisfies Record<DateLanguage, (day: number, month: string, year: number) => string>;

/** `2017-01-03` -> itself. Throws BadDate for another form and for days that do not exist, such as 2025-02-30. */
export function parseLocalDate(text: string): LocalDate {
  const found = dayForm.exec(text);
  if (found === null) {
    throw new BadDate(`"${text}" is not a date.`, 'Write year, month and day as in 2017-01-03.');
  }
  return localDate({ year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) });
}

/** The day `days` later, or earlier when negative. Throws BadDate past the year 9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dayOfUtc(utcOf(date) + days * msPerDay);
}

/** The same day of the month `months` later; the last day of that month when it is shorter. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const there = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return localDate({ ...there, day: Math.min(day, daysIn(there.year, there.month)) });
}

/** Adds an ISO 8601 period of calendar units (`P30D`, `P2M`, `P1M1D`): months first, then days. Throws BadDate. */
export function addPeriod(date: LocalDate, period: string): LocalDate {
  const found = periodForm.exec(period);
  if (found === null) {
    throw new BadDate(`"${period}" is not a period of days or months.`, 'Write it as in P30D, P2M or P1M1D.');
  }
  const [years, months, weeks, days] = found.slice(1).map((count) => Number(count ?? 0));
  return addDays(addMonths(date, (years ?? 0) * 12 + (months ?? 0)), (weeks ?? 0) * 7 + (days ?? 0));
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return Math.round((utcOf(b) - utcOf(a)) / msPerDay);
}

/** The calendar day it is in an IANA time zone at `now` (ISO 8601 instant). Throws BadDate for another form. */
export function todayIn(timeZone: string, now: string): LocalDate {
  const instant = Date.parse(now);
  if (Number.isNaN(instant)) {
    throw new BadDate(`"${now}" is not an instant.`, 'Write it in ISO 8601, as in 2025-02-03T09:00:00Z.');
  }
  return dayAt(instant, calendarOf(timeZone));
}

/**
 * The first instant of a day in an IANA time zone, ISO 8601 UTC. Where clocks go forward at midnight the day
 * begins at 01:00; a day that a zone leapt over altogether (Samoa, 2011-12-30) begins where the next one does.
 */
export function startOfDay(date: LocalDate, timeZone: string): string {
  const calendar = calendarOf(timeZone);
  const { year, month, day } = partsOf(date);
  const midnight = Date.UTC(year, month - 1, day);
  let before = midnight - 26 * msPerHour;
  let after = midnight + 26 * msPerHour;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayAt(middle, calendar) < date) before = middle;
    else after = middle;
  }
  return new Date(after).toISOString();
}

/** The day as a reader of that language writes it: `January 3, 2017`, `3. Januar 2017`; English for others. */
export function inWords(date: LocalDate, language: string): string {
  const { year, month, day } = partsOf(date);
  const own = dateLanguage(language) ?? 'en';
  return sentenceForms[own](day, monthNames[own][month - 1] ?? '', year);
}

function dayOfUtc(ms: number): LocalDate {
  const at = new Date(ms);
  return localDate({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() });
}

function dayAt(instant: number, calendar: Intl.DateTimeFormat): LocalDate {
  const parts = calendar.formatToParts(instant);
  const number = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value);
  return localDate({ year: number('year'), month: number('month'), day: number('day') });
}

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
}
