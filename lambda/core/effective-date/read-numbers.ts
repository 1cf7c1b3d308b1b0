import type { Reading } from './reading.ts';
import type { NumberOrder, View } from './view.ts';
import type { StylePart } from './style.ts';
import { matchAt } from './view.ts';

const space = '[^\\S\\n]{0,40}';
const numbers = new RegExp(
  `(\\d{4}|\\d{1,2})(${space}[./\\-–]${space})(\\d{1,2})(${space}[./\\-–]${space})(\\d{4}|\\d{1,2})(?!\\d|[./-]\\d)`,
  'uy',
);

/** Reads `2017-01-03`, `3.1.2017`, `01/03/17` and the like at an offset; both orders where the year comes last. */
export function readNumbers(view: View, at: number): readonly Reading[] {
  const found = matchAt(view, numbers, at);
  if (found === null) return [];
  const [whole, first = '', gapOne = '', second = '', gapTwo = '', third = ''] = found;
  if (gapOne.trim() !== gapTwo.trim()) return [];
  const end = at + whole.length;
  const secondAt = at + first.length + gapOne.length;
  const gaps = [
    view.source.slice(at + first.length, secondAt),
    view.source.slice(secondAt + second.length, end - third.length),
  ] as const;
  if (first.length === 4) {
    return third.length === 4
      ? []
      : [reading(null, { start: at, end }, { year: first, month: second, day: third }, gaps)];
  }
  if (third.length === 1) return [];
  return [
    reading('dmy', { start: at, end }, { day: first, month: second, year: third }, gaps),
    reading('mdy', { start: at, end }, { month: first, day: second, year: third }, gaps),
  ];
}

interface Written {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

function reading(
  order: NumberOrder | null,
  place: { readonly start: number; readonly end: number },
  written: Written,
  gaps: readonly [string, string],
): Reading {
  const day: StylePart = { kind: 'day', padded: padded(written.day, written.month), ordinal: null };
  const month: StylePart = { kind: 'month-number', padded: padded(written.month, written.day) };
  const year: StylePart = { kind: 'year', digits: written.year.length === 2 ? 2 : 4 };
  const [a, b, c] =
    order === null ? [year, month, day] : order === 'dmy' ? [day, month, year] : [month, day, year];
  const parts: StylePart[] = [
    a,
    { kind: 'literal', text: gaps[0] },
    b,
    { kind: 'literal', text: gaps[1] },
    c,
  ];
  const years = Number(written.year) + (written.year.length === 2 ? 2000 : 0);
  return {
    year: years,
    month: Number(written.month),
    day: Number(written.day),
    style: { parts },
    order,
    ...place,
  };
}

/** A number of two digits does not show whether small ones are padded: its neighbour does, else they are. */
function padded(own: string, other: string): boolean {
  if (own.startsWith('0') || own.length === 1) return own.length === 2;
  return other.length === 2;
}
