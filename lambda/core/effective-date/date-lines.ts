import type { DateLanguage } from '../calendar/languages.ts';
import { labelKinds, otherVersion, sentenceWords, type LabelKind } from './labels.ts';
import { gapAfter, labelsIn, type LabelMatch } from './match-label.ts';
import { readDates } from './read.ts';
import type { Reading } from './reading.ts';
import { type Row, rowsOf } from './rows.ts';
import type { View } from './view.ts';

/** A labelled date as it stands, not yet judged: its readings may be two (03/04/2017) or no real day. */
export interface FoundDate {
  readonly label: string;
  readonly kind: LabelKind;
  readonly place: 'line' | 'front-matter' | 'time';
  readonly language: DateLanguage | null;
  readonly readings: readonly Reading[];
}

/** Only the beginning of a row can be a label and a date; what follows is prose. */
const headLength = 400;
const longestPrefix = 60;
/** A day and a year have at least three digits; most rows of prose are passed over by this. */
const mayHoldDate = /\d\D{0,80}\d\D{0,80}\d/;
const enumeration = /^[\s\d.()•·+>|#:,;/–—-]*$/;
const afterUnsigned = /^[^\S\n]*(?:[.)"'”»]*[^\S\n]*$|[|•·(]|[–—-]\s|(?:at |um |à )?\d{1,2}:\d{2})/u;
const history =
  /\b(?:history|change ?log|(?:previous|prior|past|older|earlier) versions?|archived?|revisions|historique|historial|cronologia|versionshistorie|änderungsverlauf|versiegeschiedenis|hist[óo]rico)\b|fr(?:ü|ue)here (?:fassungen|versionen)|versions? (?:précédentes?|antérieures?)|version(?:es|i) (?:anteriores|precedenti)|versões anteriores|eerdere versies/iu;

/** Every labelled date of the visible text, in order; entries of a version history are none of this version's. */
export function datesOnLines(
  view: View,
  paragraphs: boolean,
  fallback: DateLanguage | null,
): readonly FoundDate[] {
  const rows = rowsOf(view, paragraphs);
  const found: FoundDate[] = [];
  let inHistory = false;
  for (const [index, row] of rows.entries()) {
    if (row.heading) inHistory = history.test(row.text);
    if (inHistory && row.item) continue;
    found.push(...datesInRow(view, row, fallback));
    const below = dateBelow(view, row, rows[index + 1], fallback);
    if (below !== null) found.push(below);
  }
  return found;
}

function datesInRow(view: View, row: Row, fallback: DateLanguage | null): readonly FoundDate[] {
  const head = row.text.slice(0, headLength);
  if (!mayHoldDate.test(head)) return [];
  const found: FoundDate[] = [];
  let from = 0;
  let joined: LabelMatch | null = null;
  for (const label of labelsIn(head)) {
    if (label.start < from) continue;
    const together: LabelMatch =
      joined !== null && joins(head.slice(joined.end, label.start)) ? both(joined, label) : label;
    const gap = gapAfter(head, label.end);
    const readings = readDates(view, row.start + gap.end, hintsFor(together, fallback));
    if (readings.length > 0 && fits(row, head.slice(from, together.start), gap.signed, readings)) {
      found.push(foundDate(together, readings, fallback));
      from = (readings[0]?.end ?? 0) - row.start;
      joined = null;
    } else joined = together;
  }
  return found;
}

/** A label alone on its row (a heading, a term of a definition list) with the date alone on the next. */
function dateBelow(
  view: View,
  row: Row,
  next: Row | undefined,
  fallback: DateLanguage | null,
): FoundDate | null {
  if (next === undefined || row.text.length > longestPrefix || next.text.length > headLength) return null;
  if (/\d/.test(row.text) || !mayHoldDate.test(next.text)) return null;
  const words = row.text.slice(leading(row.text));
  const label = labelsIn(words)[0];
  if (label === undefined || label.start !== 0 || label.kind === 'issued') return null;
  if (words.slice(label.end).replaceAll(/[\s:：]/g, '') !== '') return null;
  const at = next.start + leading(next.text);
  const readings = readDates(view, at, hintsFor(label, fallback));
  const rest = next.text.slice((readings[0]?.end ?? next.start) - next.start);
  return readings.length > 0 && /^[\s.)|]*$/.test(rest) ? foundDate(label, readings, fallback) : null;
}

/** How much of a row is marks and space before its first word. */
export function leading(row: string): number {
  return /^[\s#>|:-]*/.exec(row)?.[0].length ?? 0;
}

/** Is this a date line, not a sentence that speaks of a date? */
function fits(row: Row, before: string, signed: boolean, readings: readonly Reading[]): boolean {
  if (otherVersion.test(before)) return false;
  const bare = enumeration.test(before);
  if (signed) return bare || (isTitle(before) && before.length <= longestPrefix);
  const rest = row.text.slice((readings[0]?.end ?? 0) - row.start);
  return bare && row.opens && row.closes && afterUnsigned.test(rest);
}

/** A few words that may stand before a label: a document's name, "Version", "Policy". */
function isTitle(before: string): boolean {
  return (
    !/[.!?;:,](?:\s|$)/.test(before) && !sentenceWords.test(before) && before.trim().split(/\s+/).length <= 6
  );
}

function joins(between: string): boolean {
  return /^[\s/&,+|]*(?:and|und|et|y|e|en)?[\s/&,+]*$/i.test(between);
}

function both(first: LabelMatch, second: LabelMatch): LabelMatch {
  const kind = labelKinds.find((one) => one === first.kind || one === second.kind) ?? second.kind;
  return { ...second, kind, start: first.start, text: `${first.text} / ${second.text}` };
}

function hintsFor(
  label: LabelMatch,
  fallback: DateLanguage | null,
): { language: DateLanguage | null; order: null } {
  return { language: languageOf(label, fallback), order: null };
}

function languageOf({ languages }: LabelMatch, fallback: DateLanguage | null): DateLanguage | null {
  if (fallback !== null && languages.includes(fallback)) return fallback;
  return languages.length === 1 ? (languages[0] ?? null) : null;
}

function foundDate(
  label: LabelMatch,
  readings: readonly Reading[],
  fallback: DateLanguage | null,
): FoundDate {
  return {
    label: label.text.replaceAll(/\s+/g, ' '),
    kind: label.kind,
    place: 'line',
    language: languageOf(label, fallback),
    readings,
  };
}
