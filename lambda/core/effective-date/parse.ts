import { inWords } from '../calendar/local-date.ts';
import { BadDate } from '../errors.ts';
import type { LocalDate } from '../ids.ts';
import { viewOf } from './mask.ts';
import { dayOf, realDays } from './number-order.ts';
import { readDates } from './read.ts';
import { spellingLanguage } from './spellings.ts';
import type { DateStyle } from './style.ts';
import { noHints, type DateHints } from './view.ts';

/**
 * Reads a text that is one date and nothing else (inline HTML such as `3<sup>rd</sup>` included), and how it is
 * written; null for anything else. Throws BadDate when the day does not exist, or when day and month could be either
 * and the hints do not tell.
 */
export function parseDate(
  text: string,
  hints: DateHints = noHints,
): { date: LocalDate; style: DateStyle } | null {
  const view = { ...viewOf(text, 'html', 0), source: text };
  const readings = readDates(view, 0, hints).filter(({ end }) => end === text.length);
  if (readings.length === 0) return null;
  const [first, second] = realDays(readings);
  if (first === undefined) {
    throw new BadDate(`"${text}" is no day of the calendar.`, 'Write a date that exists.');
  }
  const told = second === undefined ? first : readings.find((one) => one.order === hints.order);
  if (told !== undefined) return { date: dayOf(told), style: told.style };
  throw new BadDate(
    `"${text}" can be read in two ways: ${realDays(readings)
      .map((one) => inWords(dayOf(one), 'en'))
      .join(' or ')}.`,
    'Write the month in words ("3 April 2017") or the year first (2017-04-03).',
  );
}

/** What a style tells about dates written in it: enough to read them back. */
export function hintsOf(style: DateStyle): DateHints {
  const first = style.parts.find(({ kind }) => kind === 'day' || kind === 'month-number');
  const [language] = style.parts.flatMap((part) =>
    part.kind === 'month' ? [spellingLanguage(part.spelling)] : [],
  );
  return { language: language ?? null, order: first?.kind === 'day' ? 'dmy' : 'mdy' };
}
