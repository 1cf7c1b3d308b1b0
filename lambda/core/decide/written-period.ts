import type { PeriodUnit, PromiseWords } from './promise-words.ts';

/** A promised period found in a sentence, in ISO 8601. */
export interface WrittenPeriod {
  readonly period: string;
}

const forms = new Map<PromiseWords, RegExp>();

/** The periods of a sentence that stand where a promise of notice has them: "at least 30 days", "30 days before". */
export function periodsIn(sentence: string, words: PromiseWords): readonly WrittenPeriod[] {
  return [...sentence.matchAll(formOf(words))].flatMap((found) => {
    const end = found.index + found[0].length;
    const lead = sentence.slice(Math.max(0, found.index - 60), found.index);
    const promised =
      !words.within.test(lead) &&
      (words.before.test(lead) || words.after.test(sentence.slice(end, end + 120)));
    const count = Number(
      found[2] ?? (/^\d/.test(found[1] ?? '') ? found[1] : numberOf(found[1] ?? '', words)),
    );
    return promised && count > 0 && count <= 400
      ? [{ period: isoOf(count, unitOf(found[3] ?? '', words)) }]
      : [];
  });
}

function formOf(words: PromiseWords): RegExp {
  const known = forms.get(words);
  if (known !== undefined) return known;
  const number = words.numbers
    .map(([word]) => word)
    .sort((a, b) => b.length - a.length)
    .join('|');
  const unit = words.units.map(([word]) => word).join('|');
  const form = new RegExp(
    `(?<![\\p{L}\\p{N}.,])(\\d{1,3}|${number})(?:\\s*\\((\\d{1,3})\\))?[\\s-]{1,3}(${unit})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  forms.set(words, form);
  return form;
}

function numberOf(text: string, words: PromiseWords): number {
  return words.numbers.find(([word]) => new RegExp(`^(?:${word})$`, 'iu').test(text))?.[1] ?? 0;
}

function unitOf(text: string, words: PromiseWords): PeriodUnit {
  return words.units.find(([word]) => new RegExp(`^(?:${word})$`, 'iu').test(text))?.[1] ?? 'D';
}

/** Five business days lie in any seven days, but a part of five needs a whole week when it meets a weekend. */
function isoOf(count: number, unit: PeriodUnit): string {
  if (unit === 'H') return `P${Math.ceil(count / 24)}D`;
  return unit === 'B' ? `P${count + 2 * Math.ceil(count / 5)}D` : `P${count}${unit}`;
}
