import { americanSpelling } from '../../lexicon/editorial.ts';
import { isKnownWord } from '../editorial/known-words.ts';
import { isMisspelling } from '../editorial/typo.ts';
import type { Word } from '../words.ts';
import { rekeyed } from '../words.ts';

/**
 * The words with misspelt ones as the other text spells them, so that what is known of phrases (`personal data`, `opt-out`) holds
 * for them too. Only a word that this text has and the other lacks is taken for a misspelling, and only of one with which it is
 * the other way about.
 */
export function withoutMisspellings(words: readonly Word[], other: readonly Word[]): Word[] {
  const [lost, gained] = [surplus(words, other), surplus(other, words)];
  const meant = new Map<string, string>();
  for (const from of lost) {
    const to = gained.find((one) => isMeant(from, one));
    if (to !== undefined) meant.set(from.key, to.key);
  }
  return meant.size === 0 ? [...words] : words.map((word) => rekeyed(word, meant.get(word.key) ?? word.key));
}

interface Spelt {
  readonly key: string;
  readonly isKnown: boolean;
}

const mostLetters = 2;

function isMeant(from: Spelt, to: Spelt): boolean {
  return (
    !(from.isKnown && to.isKnown) &&
    Math.abs(from.key.length - to.key.length) <= mostLetters &&
    americanSpelling(from.key) !== americanSpelling(to.key) &&
    isMisspelling(from.key, to.key)
  );
}

/** In longer passages nearly every word differs. */
const mostWords = 40;

/** The words, each once, that stand more often in one text than in the other. */
function surplus(words: readonly Word[], others: readonly Word[]): Spelt[] {
  const counts = new Map<string, number>();
  for (const { kind, key } of words) if (kind === 'word') counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { key } of others) counts.set(key, (counts.get(key) ?? 0) - 1);
  const more = [...counts].filter(([, count]) => count > 0).slice(0, mostWords);
  return more.map(([key]) => ({ key, isKnown: isKnownWord(key) }));
}
