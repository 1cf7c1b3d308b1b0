import { setPhrases } from '../../lexicon/editorial.ts';
import type { Word } from '../words.ts';
import { rekeyed, runsBy } from '../words.ts';
import { rewrite } from './rewrite.ts';

/** `please note that`, `of course`, `feel free to`: phrases that only lead the reader, out. */
export function withoutSetPhrases(words: readonly Word[]): Word[] {
  return runsBy(rewrite(words, setPhrases), 'sentence').flatMap(withoutNotOnly);
}

/** `not only desks but also chairs` -> `desks and chairs`: only the two together say no more than `and`. */
function withoutNotOnly(sentence: readonly Word[]): readonly Word[] {
  const pair = (first: string, second: string): number =>
    sentence.findIndex(({ key }, at) => key === first && sentence[at + 1]?.key === second);
  const [not, but] = [pair('not', 'only'), pair('but', 'also')];
  if (not < 0 || but < not) return sentence;
  return sentence.flatMap((word, at) => {
    if (at === not || at === not + 1 || at === but + 1) return [];
    return [at === but ? rekeyed(word, 'and') : word];
  });
}

/** After these, `but` takes something out: `all shops but one`, `nothing but`. */
const opensClause = /^[,;:—–-]$/;

/** A `but` that begins a clause joins it like `however`; one inside a clause is an exception and stays. */
export function joiningContrast(words: readonly Word[]): Word[] {
  return words.map((word, at) => {
    const before = words[at - 1];
    const begins = before === undefined || before.sentence !== word.sentence || opensClause.test(before.key);
    return word.key === 'but' && begins ? rekeyed(word, 'however') : word;
  });
}
