import { dateLanguage, type DateLanguage } from '../calendar/languages.ts';
import type { Format } from '../document/model.ts';
import { datesOnLines, leading, type FoundDate } from './date-lines.ts';
import { dateKeys, frontMatterEnd, statedLanguage } from './front-matter.ts';
import { viewOf } from './mask.ts';
import { readDates } from './read.ts';
import { rowsOf } from './rows.ts';
import { timeAround } from './time-element.ts';
import type { View } from './view.ts';
import { noHints } from './view.ts';

/** Every metadata date of a document, in order, with the text they were found in. */
export interface DocumentDates {
  readonly view: View;
  /** The language tag the document states for itself, with its region: `en-GB`; null when it does not. */
  readonly stated: string | null;
  readonly dates: readonly FoundDate[];
}

/** Reads all metadata dates: front matter keys, labelled lines, and a lone `<time>` block where nothing is labelled. */
export function datesOf(source: string, format: Format): DocumentDates {
  const headEnd = frontMatterEnd(source);
  const stated = statedLanguage(source, headEnd);
  const language = stated === null ? null : dateLanguage(stated);
  const view = viewOf(source, format, headEnd);
  const labelled = [
    ...inFrontMatter(source, headEnd, language),
    ...datesOnLines(view, format !== 'html', language),
  ];
  const dates = labelled.length > 0 || format === 'txt' ? labelled : loneTime(view, language);
  return { view, stated, dates };
}

function inFrontMatter(source: string, end: number, language: DateLanguage | null): readonly FoundDate[] {
  const view: View = { source, visible: source };
  return dateKeys(source, end).flatMap(({ key, kind, valueAt }) => {
    const readings = readDates(view, valueAt, { ...noHints, language });
    return readings.length === 0
      ? []
      : [{ label: key, kind, place: 'front-matter' as const, language, readings }];
  });
}

/** A block that is a `<time datetime>` and nothing else dates the page, if it is the only one. */
function loneTime(view: View, language: DateLanguage | null): readonly FoundDate[] {
  if (!view.source.includes('datetime')) return [];
  const found = rowsOf(view, false).flatMap((row) => {
    const readings = readDates(view, row.start + leading(row.text), { ...noHints, language });
    const first = readings[0];
    if (first === undefined || timeAround(view.source, first.start) === null) return [];
    const alone = row.text.slice(first.end - row.start).trim() === '';
    return alone ? [{ label: '', kind: 'issued' as const, place: 'time' as const, language, readings }] : [];
  });
  return found.length === 1 ? found : [];
}
