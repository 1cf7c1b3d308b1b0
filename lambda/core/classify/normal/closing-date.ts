import { dateLabels } from '../../lexicon/editorial.ts';
import type { Word } from '../words.ts';
import { isDatePart, isFullDate } from './dates.ts';

const ownWords = new Set(
  'this these the our terms term policy policies agreement notice statement service services of use and conditions privacy cookie document version page is are was were came comes come into last been has have shall become becomes'.split(
    ' ',
  ),
);
const inForce = new Set([
  'effective',
  'force',
  'effect',
  'valid',
  'updated',
  'modified',
  'revised',
  'dated',
  'approved',
  'adopted',
  'published',
  'amended',
]);
const longestDated = 20;

/**
 * `These terms are effective as of March 3, 2019`: the date that ends a sentence about the document itself, out;
 * of `Modified and effective for our shops on March 3, 2019` the labels too.
 */
export function withoutClosingDate(sentence: readonly Word[]): readonly Word[] {
  if (sentence.length > longestDated) return sentence;
  const label = sentence.findIndex(({ key }) => inForce.has(key));
  if (label < 0 || !sentence.slice(0, label).every(({ key }) => ownWords.has(key) || dateLabels.has(key)))
    return sentence;
  const last = sentence.findLastIndex((word) => !isDatePart(word) && word.kind !== 'punct');
  const figures = sentence.slice(last + 1).filter(isDatePart);
  if (!isFullDate(figures.length - 1, figures.at(-1)) || last < label) return sentence;
  const from = sentence.findIndex(({ key }) => !dateLabels.has(key) && key !== 'and');
  return sentence.slice(from > label ? from : 0, last + 1);
}
