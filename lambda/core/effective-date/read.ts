import type { DateLanguage } from '../calendar/languages.ts';
import { readNumbers } from './read-numbers.ts';
import type { Reading } from './reading.ts';
import { readDay, readMonth, readWeekday, type PartRead } from './read-words.ts';
import type { StylePart } from './style.ts';
import { matchAt, type DateHints, type View } from './view.ts';

/** A literal gap ending where the next part begins. */
const gap = /(?:[^\S\n]|[,./\-–—’'·]|(?:of|de|del|den|do|der|day|the)(?![\p{L}\d]))*/iuy;
const longestGap = 12;
const fullYear = /\d{4}(?!\d)/y;
const shortYear = /\d{2}(?![\d:]|[./]\d)/y;

/**
 * Reads the date that begins exactly at an offset: none, one, or, when only numbers are written with the year last,
 * both the day-first and the month-first reading, day first.
 */
export function readDates(view: View, at: number, hints: DateHints): readonly Reading[] {
  const weekday = readWeekday(view, at, preferredLanguages(view, at, hints));
  if (weekday !== null) {
    const after = skipGap(view, weekday.end);
    const rest = after === null ? [] : readPlain(view, after, hints);
    if (rest.length > 0) return rest.map((reading) => withWeekday(view, at, weekday, reading));
  }
  return readPlain(view, at, hints);
}

function readPlain(view: View, at: number, hints: DateHints): readonly Reading[] {
  const numbers = readNumbers(view, at);
  if (numbers.length > 0) return numbers;
  const preferred = preferredLanguages(view, at, hints);
  const day = (here: number): PartRead | null => readDay(view, here);
  const month = (here: number): PartRead | null => readMonth(view, here, preferred);
  const year = (here: number): PartRead | null => readYear(view, here);
  for (const order of [
    [day, month, year],
    [month, day, year],
    [year, month, day],
  ]) {
    const found = readSequence(view, at, order);
    if (found !== null) return [found];
  }
  return [];
}

function readSequence(
  view: View,
  start: number,
  readers: readonly ((at: number) => PartRead | null)[],
): Reading | null {
  const parts: StylePart[] = [];
  const found = { day: 0, month: 0, year: 0 };
  let end = start;
  for (const read of readers) {
    const at = parts.length === 0 ? start : skipGap(view, end);
    const one = at === null ? null : read(at);
    if (at === null || one === null) return null;
    if (at > end) parts.push({ kind: 'literal', text: view.source.slice(end, at) });
    parts.push(one.part);
    if (one.part.kind === 'day' || one.part.kind === 'month' || one.part.kind === 'year') {
      found[one.part.kind] = one.value;
    }
    end = one.end;
  }
  return { ...found, style: { parts: withFrenchFirst(parts, found.day) }, order: null, start, end };
}

function readYear(view: View, at: number): PartRead | null {
  const full = matchAt(view, fullYear, at)?.[0];
  if (full !== undefined) {
    return { value: Number(full), part: { kind: 'year', digits: 4 }, end: at + full.length };
  }
  const short = matchAt(view, shortYear, at)?.[0];
  if (short === undefined || !announcesShortYear(view, at)) return null;
  return { value: 2000 + Number(short), part: { kind: 'year', digits: 2 }, end: at + 2 };
}

/** Two digits are a year after an apostrophe or a joining mark (Jan 3, '17; 3-Jan-17) or at the end of the line. */
function announcesShortYear(view: View, at: number): boolean {
  return (
    /[’'\-–/.]/.test(view.visible.charAt(at - 1)) ||
    /^[^\S\n]*(?:\n|$)/.test(view.visible.slice(at + 2, at + 80))
  );
}

function skipGap(view: View, at: number): number | null {
  const found = matchAt(view, gap, at)?.[0] ?? '';
  return found.trim().length > longestGap ? null : at + found.length;
}

/** The languages to try first for a name that several share: the hint, then what the date's own small words tell. */
function preferredLanguages(view: View, at: number, hints: DateHints): readonly DateLanguage[] {
  const near = /^[^\n]{0,60}/.exec(view.visible.slice(at, at + 60))?.[0] ?? '';
  const told: DateLanguage[] = hints.language === null ? [] : [hints.language];
  if (/\b(?:de|del)\b/i.test(near)) told.push('es', 'pt');
  if (/\d\.\s*\p{L}/u.test(near)) told.push('de');
  return told;
}

/** French writes the first of a month `1er` even where the date at hand, a 3rd, cannot show it. */
function withFrenchFirst(parts: readonly StylePart[], day: number): readonly StylePart[] {
  const french = parts.some((part) => part.kind === 'month' && part.spelling.startsWith('fr'));
  if (!french || day === 1) return parts;
  const first = { kind: 'first', text: 'er', letterCase: 'lower', open: '', close: '' } as const;
  return parts.map((part) =>
    part.kind === 'day' && part.ordinal === null ? { ...part, ordinal: first } : part,
  );
}

function withWeekday(view: View, start: number, weekday: PartRead, reading: Reading): Reading {
  const between = view.source.slice(weekday.end, reading.start);
  const literal: readonly StylePart[] = between === '' ? [] : [{ kind: 'literal', text: between }];
  return { ...reading, start, style: { parts: [weekday.part, ...literal, ...reading.style.parts] } };
}
