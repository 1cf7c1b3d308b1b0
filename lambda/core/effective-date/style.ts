import { partsOf, weekdayOf } from '../calendar/day.ts';
import type { LocalDate } from '../ids.ts';
import { isAbbreviated, spelled } from './spellings.ts';

/** How letters are cased; `natural` = as the language writes the name inside a sentence. */
export type LetterCase = 'natural' | 'upper' | 'lower' | 'title';

/**
 * What follows the number of a day. `english`: st, nd, rd, th. `dutch`: ste, de. `always`: the same letters on every
 * day (Dutch `3e`). `first`: on the first of a month alone (French `1er`). `open` and `close` are what stands around
 * it, e.g. `<sup>`.
 */
export interface Ordinal {
  readonly kind: 'english' | 'dutch' | 'always' | 'first';
  readonly text: string;
  readonly letterCase: 'lower' | 'upper';
  readonly open: string;
  readonly close: string;
}

/** A month or weekday as a word; `dot`: an abbreviation dot after `abbreviated` names, after `every` name, or never. */
export interface NamePart {
  readonly kind: 'month' | 'weekday';
  readonly spelling: string;
  readonly letterCase: LetterCase;
  readonly dot: 'never' | 'abbreviated' | 'every';
}

export type StylePart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'day'; readonly padded: boolean; readonly ordinal: Ordinal | null }
  | { readonly kind: 'month-number'; readonly padded: boolean }
  | { readonly kind: 'year'; readonly digits: 2 | 4 }
  | NamePart;

/** How a document writes a date: its parts in order, with every character between them. Plain JSON. */
export interface DateStyle {
  readonly parts: readonly StylePart[];
}

const cased = {
  natural: (name) => name,
  upper: (name) => name.toUpperCase(),
  lower: (name) => name.toLowerCase(),
  title: (name) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(),
} as const satisfies Record<LetterCase, (name: string) => string>;

/** Writes a day in a style, byte for byte as the document it was read from would. */
export function formatDate(date: LocalDate, style: DateStyle): string {
  return style.parts.map((part) => formatPart(date, part)).join('');
}

function englishSuffix(day: number): string {
  const teen = day % 100 >= 11 && day % 100 <= 13;
  const last = teen ? 0 : day % 10;
  return ['th', 'st', 'nd', 'rd'][last] ?? 'th';
}

function formatPart(date: LocalDate, part: StylePart): string {
  const { year, month, day } = partsOf(date);
  if (part.kind === 'literal') return part.text;
  if (part.kind === 'day')
    return number(day, part.padded) + (part.ordinal === null ? '' : ordinal(day, part.ordinal));
  if (part.kind === 'month-number') return number(month, part.padded);
  if (part.kind === 'year')
    return part.digits === 2 && year >= 2000 && year <= 2099 ? String(year).slice(2) : String(year);
  return name(part, part.kind === 'month' ? month - 1 : weekdayOf(date));
}

function name(part: NamePart, index: number): string {
  const dotted =
    part.dot === 'every' || (part.dot === 'abbreviated' && isAbbreviated(part.kind, part.spelling, index));
  return cased[part.letterCase](spelled(part.kind, part.spelling, index)) + (dotted ? '.' : '');
}

function ordinal(day: number, style: Ordinal): string {
  if (style.kind === 'first' && day !== 1) return '';
  const text = suffix(day, style);
  return style.open + (style.letterCase === 'upper' ? text.toUpperCase() : text) + style.close;
}

function suffix(day: number, { kind, text }: Ordinal): string {
  if (kind === 'english') return englishSuffix(day);
  if (kind === 'dutch') return day === 1 || day === 8 || day >= 20 ? 'ste' : 'de';
  return text;
}

function number(count: number, padded: boolean): string {
  return padded ? String(count).padStart(2, '0') : String(count);
}
