import { dayExists } from '../calendar/day.ts';
import { inWords } from '../calendar/local-date.ts';
import type { Format } from '../document/model.ts';
import { BadDate } from '../errors.ts';
import type { LocalDate } from '../ids.ts';
import type { FoundDate } from './date-lines.ts';
import { datesOf, type DocumentDates } from './document-dates.ts';
import type { LabelKind } from './labels.ts';
import { dayOf, realDays, soleReading } from './number-order.ts';
import type { Reading } from './reading.ts';
import type { DateStyle } from './style.ts';
import { timeAround } from './time-element.ts';

/** The same date written once more: in the `datetime` of a `<time>`, in the front matter, or on an equal line. */
export interface DateTwin {
  readonly kind: 'datetime' | 'front-matter' | 'line';
  readonly date: LocalDate;
  readonly start: number;
  readonly end: number;
  readonly style: DateStyle;
}

/** The date line of a document. Offsets are UTF-16, end exclusive, and span the date alone, without its label. */
export interface DateLine {
  readonly date: LocalDate;
  /** As written, without markup; empty for a lone `<time>`. */
  readonly label: string;
  readonly kind: LabelKind;
  readonly start: number;
  readonly end: number;
  readonly style: DateStyle;
  readonly twins: readonly DateTwin[];
}

/**
 * Finds the date that stands for this version, or null. Only metadata is read: labelled lines, front matter keys,
 * a lone `<time>`; never a sentence. An effective date goes before "last updated", that before "published", a line
 * before the front matter; of equals the last one counts, for the promise is the Effective Date at the bottom.
 * Throws BadDate when a recognised line names no day of the calendar, or one whose day and month could be either.
 */
export function findEffectiveDate(text: string, format: Format): DateLine | null {
  const document = datesOf(text, format);
  for (const found of document.dates) refuseImpossible(found, text);
  const chosen = choose(document.dates);
  if (chosen === null) return null;
  const reading = certain(chosen, document);
  const { start, end, style } = reading;
  const date = dayOf(reading);
  return {
    date,
    label: chosen.label,
    kind: chosen.kind,
    start,
    end,
    style,
    twins: twinsOf(chosen, reading, document),
  };
}

function choose(dates: readonly FoundDate[]): FoundDate | null {
  const ranked = (found: FoundDate): number =>
    ['effective', 'updated', 'issued'].indexOf(found.kind) * 3 +
    ['line', 'front-matter', 'time'].indexOf(found.place);
  return dates.reduce<FoundDate | null>(
    (best, found) => (best === null || ranked(found) <= ranked(best) ? found : best),
    null,
  );
}

function twinsOf(chosen: FoundDate, reading: Reading, document: DocumentDates): readonly DateTwin[] {
  const date = dayOf(reading);
  const others = document.dates.flatMap((found): DateTwin[] => {
    if (found === chosen || !mayBeTwin(found, chosen)) return [];
    const bound = found.place === 'front-matter' && found.kind === 'effective';
    const one = bound ? certain(found, document) : soleReading(found, document);
    if (one === null || (!bound && dayOf(one) !== date)) return [];
    const kind = found.place === 'front-matter' ? 'front-matter' : 'line';
    return [twin(kind, one), ...inTime(one, document)];
  });
  return [...inTime(reading, document), ...others].sort((a, b) => a.start - b.start);
}

/** A "last updated" line has its own meaning: it does not follow the effective date. The front matter has no reader. */
function mayBeTwin(found: FoundDate, chosen: FoundDate): boolean {
  return found.kind === chosen.kind || (found.place === 'front-matter' && chosen.place === 'line');
}

function inTime(reading: Reading, { view }: DocumentDates): readonly DateTwin[] {
  const found = timeAround(view.source, reading.start);
  return found === null || !dayExists(found) ? [] : [twin('datetime', found)];
}

function twin(kind: DateTwin['kind'], reading: Reading): DateTwin {
  const { start, end, style } = reading;
  return { kind, date: dayOf(reading), start, end, style };
}

function certain(found: FoundDate, document: DocumentDates): Reading {
  const one = soleReading(found, document);
  if (one !== null) return one;
  const [first, second] = realDays(found.readings).map((reading) => inWords(dayOf(reading), 'en'));
  throw new BadDate(
    `${placeOf(found, document.view.source)} can be read as ${first} or as ${second}.`,
    'Write the month in words ("3 April 2017") or the year first (2017-04-03).',
  );
}

function refuseImpossible(found: FoundDate, text: string): void {
  if (realDays(found.readings).length > 0) return;
  throw new BadDate(
    `${placeOf(found, text)} is no day of the calendar.`,
    'Write a date that exists, or remove the line: then the date is added at the bottom.',
  );
}

function placeOf(found: FoundDate, text: string): string {
  const { start = 0, end = 0 } = found.readings[0] ?? {};
  const line = text.slice(0, start).split('\n').length;
  const written = text.slice(start, end).replaceAll(/<[^<>]*>/g, '');
  return `Line ${line}: the date "${written}"${found.label === '' ? '' : ` after "${found.label}"`}`;
}
