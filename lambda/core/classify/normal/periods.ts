import type { Word } from '../words.ts';
import { rekeyed } from '../words.ts';

/** Units that are so many of another whatever the calendar says; a day is not always 24 hours, nor a month 30 days. */
const inOther: Readonly<Record<string, readonly [number, string]>> = {
  year: [12, 'month'],
  week: [7, 'day'],
};

/** `1 year` -> `12 month`, `2 week` -> `14 day`, over base forms. */
export function plainPeriods(words: readonly Word[]): Word[] {
  return words.map((word, at) => {
    const [before, after] = [words[at - 1], words[at + 1]];
    const asUnit = isCount(before) ? inOther[word.key] : undefined;
    if (asUnit !== undefined) return rekeyed(word, asUnit[1]);
    const asCount = isCount(word) ? inOther[after?.key ?? ''] : undefined;
    return asCount === undefined ? word : rekeyed(word, String(Number(word.key) * asCount[0]));
  });
}

function isCount(word: Word | undefined): boolean {
  return /^\d{1,3}$/.test(word?.key ?? '');
}
