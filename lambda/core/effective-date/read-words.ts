import { monthsSpelled, isAbbreviated, spelled, weekdaysSpelled } from './spellings.ts';
import type { SpelledName } from './spellings.ts';
import type { DateLanguage } from '../calendar/languages.ts';
import type { LetterCase, NamePart, Ordinal, StylePart } from './style.ts';
import { matchAt, type View } from './view.ts';

/** One part of a date found in a text: its value, how it is written, and where it ends. */
export interface PartRead {
  readonly value: number;
  readonly part: StylePart;
  readonly end: number;
}

const word = /\p{L}+(?:-feira)?/iuy;
const shortNumber = /\d{1,2}(?!\d)/y;
const suffix = /([^\S\n]{0,40})(st|nd|rd|th|er|ᵉʳ|ste|de|e|\.?[ºª°]|o)(?![\p{L}\d])/iuy;

/** A day of the month with its ordinal ending, if it has one; whether the day exists is judged later. */
export function readDay(view: View, at: number): PartRead | null {
  const number = matchAt(view, shortNumber, at);
  if (number === null) return null;
  const value = Number(number[0]);
  const after = at + number[0].length;
  const found = readOrdinal(view, after, value);
  const part: StylePart = { kind: 'day', padded: number[0].startsWith('0'), ordinal: found?.ordinal ?? null };
  return { value, part, end: found?.end ?? after };
}

/** A month as a word, 1..12. Among languages that share the word, those of `preferred` come first. */
export function readMonth(view: View, at: number, preferred: readonly DateLanguage[]): PartRead | null {
  return readName(view, at, 'month', preferred);
}

/** A weekday as a word, 1 = Monday … 7 = Sunday. */
export function readWeekday(view: View, at: number, preferred: readonly DateLanguage[]): PartRead | null {
  return readName(view, at, 'weekday', preferred);
}

function readName(
  view: View,
  at: number,
  kind: NamePart['kind'],
  preferred: readonly DateLanguage[],
): PartRead | null {
  const found = matchAt(view, word, at);
  if (found === null) return null;
  const text = found[0];
  const dotted = view.source.charAt(at + text.length) === '.';
  const readings = kind === 'month' ? monthsSpelled(text) : weekdaysSpelled(text);
  const best = readings
    .map((reading) => ({ reading, weight: fitness(reading, text, kind, dotted, preferred) }))
    .reduce<{ reading: SpelledName; weight: number } | null>(
      (top, one) => (top === null || one.weight > top.weight ? one : top),
      null,
    );
  if (best === null) return null;
  const { spelling, index } = best.reading;
  const dot = dotOf(kind, spelling.form, dotted, isAbbreviated(kind, spelling.id, index));
  const letterCase = caseOf(text, spelled(kind, spelling.id, index));
  const end = at + text.length + (dot === 'never' ? 0 : Number(dotted));
  return { value: index + 1, part: { kind, spelling: spelling.id, letterCase, dot }, end };
}

function fitness(
  { spelling, index }: SpelledName,
  text: string,
  kind: NamePart['kind'],
  dotted: boolean,
  preferred: readonly DateLanguage[],
): number {
  const rank = preferred.indexOf(spelling.language);
  const named = rank < 0 ? 0 : 8 * (preferred.length - rank);
  const exact = spelling.names[index] === text ? 4 : 0;
  const shape = isAbbreviated(kind, spelling.id, index) === dotted ? 2 : 0;
  return named + exact + shape;
}

/** A short name that needs no dot (May) without one tells nothing: `abbreviated` is what its language would write. */
function dotOf(
  kind: NamePart['kind'],
  form: 'long' | 'short',
  dotted: boolean,
  abbreviated: boolean,
): NamePart['dot'] {
  if (form === 'long') return 'never';
  if (dotted) return abbreviated ? 'abbreviated' : 'every';
  return abbreviated || kind === 'weekday' ? 'never' : 'abbreviated';
}

function caseOf(text: string, natural: string): LetterCase {
  if (text === natural) return 'natural';
  if (text === text.toUpperCase()) return 'upper';
  if (text === text.toLowerCase()) return 'lower';
  return 'title';
}

function readOrdinal(view: View, at: number, day: number): { ordinal: Ordinal; end: number } | null {
  const found = matchAt(view, suffix, at);
  const gap = found?.[1] ?? '';
  const text = found?.[2] ?? '';
  if (found === null || text === '') return null;
  const open = view.source.slice(at, at + gap.length);
  const kind = kindOf(text.toLowerCase(), day);
  const plainSpace = gap !== '' && open.trim() === '';
  if (plainSpace && kind !== 'english') return null;
  const end = at + found[0].length;
  const close = closing(view.source, open, end);
  const letterCase = text === text.toLowerCase() ? 'lower' : 'upper';
  return { ordinal: { kind, text: text.toLowerCase(), letterCase, open, close }, end: end + close.length };
}

function kindOf(text: string, day: number): Ordinal['kind'] {
  if (['st', 'nd', 'rd', 'th'].includes(text)) return 'english';
  if (text === 'ste' || text === 'de') return 'dutch';
  if (text === 'er' || text === 'ᵉʳ') return 'first';
  return text !== 'e' && day === 1 ? 'first' : 'always';
}

/** What closes the markup that stands before an ordinal ending: `</sup>` for `<sup>`, `^` for `^`. */
function closing(source: string, open: string, at: number): string {
  const tag = /<([a-z]+)/i.exec(open)?.[1];
  const expected = tag === undefined ? open.trim() : `</${tag}>`;
  return source.slice(at, at + expected.length).toLowerCase() === expected.toLowerCase()
    ? source.slice(at, at + expected.length)
    : '';
}
