import { partsOf } from '../calendar/day.ts';
import { monthNames } from '../calendar/names.ts';
import type { Format } from '../document/model.ts';
import { BadDate } from '../errors.ts';
import type { LocalDate } from '../ids.ts';
import { findEffectiveDate, type DateLine } from './find.ts';
import { insertDateLine } from './insert.ts';
import { formatDate, type DateStyle } from './style.ts';

/** A text with its effective date; `how` it came to carry it. */
export interface Stamped {
  readonly text: string;
  readonly how: 'rewritten' | 'inserted' | 'unchanged';
}

/**
 * Puts an effective date on a document: rewrites its date line and that line's twins in their own style, byte for
 * byte elsewhere, or adds a line at the bottom where there is none. Stamping twice gives the same bytes, and
 * findEffectiveDate reads the date back. A date in numbers that nobody could read any more (13/01/2017 becoming
 * 03/04/2017 with nothing else to tell the order) gets its month in words. Throws BadDate as findEffectiveDate does.
 */
export function stampEffectiveDate(text: string, format: Format, date: LocalDate, language: string): Stamped {
  const line = findEffectiveDate(text, format);
  if (line === null) return { text: insertDateLine(text, format, date, language), how: 'inserted' };
  const own = rewrite(text, line, date, (style) => formatDate(date, style));
  if (own === text) return { text, how: 'unchanged' };
  const readable = reads(own, format, date)
    ? own
    : rewrite(text, line, date, (style) => unmistakable(date, style));
  return { text: readable, how: 'rewritten' };
}

function rewrite(text: string, line: DateLine, date: LocalDate, write: (style: DateStyle) => string): string {
  const places = [line, ...line.twins].filter((one) => one.date !== date).sort((a, b) => a.start - b.start);
  const out: string[] = [];
  let at = 0;
  for (const { start, end, style } of places) {
    out.push(text.slice(at, start), write(style));
    at = end;
  }
  return [...out, text.slice(at)].join('');
}

function reads(text: string, format: Format, date: LocalDate): boolean {
  try {
    return findEffectiveDate(text, format)?.date === date;
  } catch (error) {
    if (error instanceof BadDate) return false;
    throw error;
  }
}

function unmistakable(date: LocalDate, style: DateStyle): string {
  const numbers = style.parts.flatMap(({ kind }) =>
    kind === 'day' || kind === 'month-number' || kind === 'year' ? [kind] : [],
  );
  if (!numbers.includes('month-number') || numbers[0] === 'year') return formatDate(date, style);
  const { year, month, day } = partsOf(date);
  const name = monthNames.en[month - 1] ?? '';
  return numbers[0] === 'day' ? `${day} ${name} ${year}` : `${name} ${day}, ${year}`;
}
