import type { Word } from '../words.ts';

const ending = 'innen';

/** `Nutzerinnen und Nutzer`, `Nutzer:innen` -> `Nutzer`; comes after punctuation went. */
export function withoutPairForms(words: readonly Word[]): Word[] {
  return words.filter((word, at) => {
    if (word.key === ending) return at === 0;
    return !isPair(words, at) && !(word.key === 'und' && isPair(words, at - 1));
  });
}

/** Does the feminine form stand here, with `und` and its masculine form behind it? */
function isPair(words: readonly Word[], at: number): boolean {
  const [female, joint, male] = [words[at], words[at + 1], words[at + 2]];
  if (female === undefined || male === undefined || !female.key.endsWith(ending)) return false;
  return joint?.key === 'und' && male.key.startsWith(female.key.slice(0, -ending.length));
}
