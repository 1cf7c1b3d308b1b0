import { dayExists, localDate } from '../calendar/day.ts';
import type { LocalDate } from '../ids.ts';
import type { FoundDate } from './date-lines.ts';
import type { DocumentDates } from './document-dates.ts';
import type { Reading } from './reading.ts';
import { timeAround } from './time-element.ts';
import type { NumberOrder } from './view.ts';

const numeric = /(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-]\d{4}(?!\d)/g;
const monthFirstRegions = ['en-us', 'en-ph'];

/** The readings that are days of the calendar. */
export function realDays(readings: readonly Reading[]): readonly Reading[] {
  return readings.filter(dayExists);
}

/** The day a reading names. Throws BadDate when it does not exist. */
export function dayOf(reading: Reading): LocalDate {
  return localDate(reading);
}

/**
 * The one reading a reader would take; null when day and month could be either. What counts, in this order: a number
 * over 12; the `datetime` of the `<time>` around it; a label in a language that always writes the day first; the
 * region of the document's stated language (`en-US`, `en-GB`); other numeric dates of the document with a number over 12.
 */
export function soleReading(found: FoundDate, document: DocumentDates): Reading | null {
  const real = realDays(found.readings);
  if (real.length < 2) return real[0] ?? null;
  const told = fromTime(real, document) ?? fromOrder(real, orderOf(found, document));
  return told ?? null;
}

function fromTime(readings: readonly Reading[], { view }: DocumentDates): Reading | undefined {
  const start = readings[0]?.start;
  const twin = start === undefined ? null : timeAround(view.source, start);
  if (twin === null || !dayExists(twin)) return undefined;
  const matching = readings.filter((one) => one.day === twin.day && one.month === twin.month);
  return matching.length === 1 ? matching[0] : undefined;
}

function fromOrder(readings: readonly Reading[], order: NumberOrder | null): Reading | undefined {
  return order === null ? undefined : readings.find((one) => one.order === order);
}

function orderOf(found: FoundDate, document: DocumentDates): NumberOrder | null {
  if (found.language !== null && found.language !== 'en') return 'dmy';
  return orderOfRegion(document.stated) ?? orderOfNeighbours(document.view.visible);
}

/** Plain `en` says nothing; of its regions only the United States and the Philippines put the month first. */
function orderOfRegion(stated: string | null): NumberOrder | null {
  const tag = stated?.toLowerCase().replace('_', '-');
  if (tag === undefined || tag === 'en' || tag === 'en-ca') return null;
  return monthFirstRegions.includes(tag) ? 'mdy' : 'dmy';
}

function orderOfNeighbours(visible: string): NumberOrder | null {
  const orders = new Set<NumberOrder>();
  for (const [, first, second] of visible.matchAll(numeric)) {
    const [a, b] = [Number(first), Number(second)];
    if (a > 12 && a <= 31 && b <= 12) orders.add('dmy');
    if (b > 12 && b <= 31 && a <= 12) orders.add('mdy');
  }
  const [only] = orders;
  return orders.size === 1 && only !== undefined ? only : null;
}
