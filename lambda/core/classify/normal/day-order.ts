import { months } from '../../lexicon/editorial.ts';
import type { Word } from '../words.ts';
import { rekeyed } from '../words.ts';

const day = /^(\d{1,2})(?:st|nd|rd|th)?$/;
const year = /^(?:19|20)\d{2}$/;
const lettersOfMonth = 3;

/** `May 25, 2018`, `25 May 2018` and `25th of May, 2018`: one word for the same day; comes after punctuation went. */
export function plainDays(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let at = 0; at < words.length;) {
    const [first, last] = [words[at], words[at + 2]];
    if (first === undefined) break;
    const key =
      last === undefined ? null : (dayOf(first, words[at + 1], last) ?? dayOf(words[at + 1], first, last));
    out.push(key === null || last === undefined ? first : { ...rekeyed(first, key), end: last.end });
    at += key === null ? 1 : 3;
  }
  return out;
}

function dayOf(number: Word | undefined, name: Word | undefined, last: Word): string | null {
  const figure = day.exec(number?.key ?? '')?.[1];
  if (figure === undefined || name === undefined || !months.has(name.key) || !year.test(last.key))
    return null;
  return `${Number(figure)}.${name.key.slice(0, lettersOfMonth)}.${last.key}`;
}
