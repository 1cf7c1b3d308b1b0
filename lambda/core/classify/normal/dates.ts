import { isDateRow } from '../../effective-date/date-row.ts';
import { dateFillers, dateLabels, months } from '../../lexicon/editorial.ts';
import type { Word } from '../words.ts';

const longestLine = 16;
const strongLabels = new Set([
  'updated',
  'modified',
  'revised',
  'reviewed',
  'amended',
  'superseded',
  'published',
  'adopted',
  'approved',
  'effective',
  'version',
  'stand',
]);
const noDate = new Set(['tbd', 'tba']);
const labelStart = new Set([
  'updated',
  'modified',
  'revised',
  'reviewed',
  'changed',
  'amended',
  'lastmod',
  'stand',
  'aktualisiert',
  'geändert',
  'actualización',
]);

/**
 * Is this run of words only metadata with a date (`Last updated: 3 March 2019`, `Stand: 1. Mai 2024`, `December 16, 2019`)?
 * True needs a date (or a placeholder for one) or a bare label, and not one word of content.
 */
export function isDateLine(words: readonly Word[]): boolean {
  const said = words.filter(({ kind }) => kind !== 'punct');
  if (said.length === 0 || said.length > longestLine) return false;
  if (!said.every(isDateWord)) return isLabelledDate(words) || isDateRow(textOf(words));
  const figures = said.filter(isDatePart).length;
  const labels = said.filter(({ key }) => dateLabels.has(key)).length;
  const isDate = figures >= 2 || said.some(({ key }) => /^\d{4}-\d{2}-\d{2}/.test(key) || isSlashedDate(key));
  return (
    isDate || (labels >= 1 && (figures >= 1 || said.some(({ key }) => noDate.has(key)))) || isBareLabel(said)
  );
}

/** `Superseded by the new terms: February 24, 2024`: few other words, a label among them, and a colon before the date that ends it. */
function isLabelledDate(words: readonly Word[]): boolean {
  const colon = words.findLastIndex(({ key }) => key === ':');
  if (colon < 1) return false;
  const [label, date] = [
    words.slice(0, colon).filter(({ kind }) => kind !== 'punct'),
    words.slice(colon + 1).filter(({ kind }) => kind !== 'punct'),
  ];
  const isLabel = label.length <= 8 && label.some(({ key }) => strongLabels.has(key));
  return isLabel && date.length >= 2 && date.filter(isDatePart).length >= 2 && date.every(isDateWord);
}

/** The words with their spaces, each as one. */
function textOf(words: readonly Word[]): string {
  return words.reduce((text, word, at) => {
    const isApart = at > 0 && word.start > (words[at - 1]?.end ?? 0);
    return `${text}${isApart ? ' ' : ''}${word.text}`;
  }, '');
}

function isBareLabel(said: readonly Word[]): boolean {
  return (
    said.length <= 3 &&
    said.every(({ key }) => dateLabels.has(key)) &&
    said.some(({ key }) => key === 'date' || key === 'updated' || key === 'effective')
  );
}

function isDateWord(word: Word): boolean {
  const { key } = word;
  return isDatePart(word) || dateLabels.has(key) || dateFillers.has(key);
}

/** A month, a day, a year, or a date in figures? */
export function isDatePart({ key, kind }: Word): boolean {
  return (
    months.has(key) ||
    /^\d{1,2}(?:st|nd|rd|th|er)$/.test(key) ||
    isSlashedDate(key) ||
    /^v?\d[\d.:-]*$/.test(key) ||
    (kind === 'number' && /^\d/.test(key) && !/[%$€£]/.test(key))
  );
}

function isSlashedDate(key: string): boolean {
  return /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(key);
}

/** The words with `Last updated <date>` phrases taken out, wherever they stand in a sentence. */
export function withoutDatePhrases(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let at = 0; at < words.length;) {
    const end = datePhraseEnd(words, at);
    if (end === at) {
      const word = words[at];
      if (word !== undefined) out.push(word);
      at++;
    } else at = end;
  }
  return out;
}

const joining = new Set(['on', 'of', 'the', 'date', 'as', 'am', 'le']);
const longestPhrase = 12;

/** `last updated [on] March 3, 2019`: the label must stand there; a date alone may be a deadline. */
function datePhraseEnd(words: readonly Word[], start: number): number {
  const from = labelEnd(words, start);
  if (from === start) return start;
  let parts = 0;
  let end = from;
  for (let at = from; at < Math.min(words.length, start + longestPhrase); at++) {
    const word = words[at];
    if (word === undefined || !(isDatePart(word) || word.kind === 'punct' || joining.has(word.key))) break;
    if (!isDatePart(word) && parts >= 3) break;
    if (isDatePart(word)) [parts, end] = [parts + 1, at + 1];
  }
  return isFullDate(parts, words[end - 1]) ? end : start;
}

/** Do so many parts of a date, ending with this one, name a day or a year? */
export function isFullDate(parts: number, last: Word | undefined): boolean {
  return parts >= 2 || (parts === 1 && /\d{4}|\d[./-]\d/.test(last?.key ?? ''));
}

function labelEnd(words: readonly Word[], start: number): number {
  const key = words[start]?.key ?? '';
  const at = key === 'last' || key === 'zuletzt' ? start + 1 : start;
  if (!labelStart.has(words[at]?.key ?? '')) return start;
  return at === start && words[at - 1]?.key === 'be' ? start : at + 1;
}

/** The words with the years of a copyright notice taken out. */
export function withoutCopyrightYears(words: readonly Word[]): Word[] {
  const marks = words.flatMap(({ key }, index) => (key === '©' || key === 'copyright' ? [index] : []));
  if (marks.length === 0) return [...words];
  return words.filter(
    ({ key }, index) =>
      !(
        /^(?:19|20)\d{2}(?:-(?:19|20)\d{2})?$/.test(key) &&
        marks.some((mark) => index - mark > 0 && index - mark <= 6)
      ),
  );
}
