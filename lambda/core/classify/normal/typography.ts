import type { Word } from '../words.ts';
import { rekeyed } from '../words.ts';

/** Words before which a comma can narrow what the clause covers. */
const restrictive = new Set(['who', 'which', 'whose', 'that', 'except', 'unless', 'only']);
const kept = new Set(['%', '$', '€', '£', '¥', '₹', '§', '+', '=', '≥', '≤', '&']);

/** A dash and a bracket set a clause apart as a comma does. */
const setsApart = /^[,(–—-]$/;

/** Does a clause follow that a comma would cut loose? `that is,` begins none. */
function isRestrictive([first, second, third]: readonly Word[]): boolean {
  const isSaid = first?.key === 'that' && second?.key === 'is' && third?.key === ',';
  return restrictive.has(first?.key ?? '') && !isSaid;
}

/** Punctuation out, but for signs that carry meaning and commas that may restrict. */
export function withoutPunctuation(words: readonly Word[]): Word[] {
  return words.flatMap((word, index) => {
    if (word.kind !== 'punct' || kept.has(word.key)) return [word];
    return setsApart.test(word.key) && isRestrictive(words.slice(index + 1, index + 4))
      ? [rekeyed(word, ',')]
      : [];
  });
}

/** Hyphenated words in their parts (`e-mail` -> `e mail`), but numbers, addresses and negating prefixes stay whole. */
export function withoutHyphens(words: readonly Word[]): Word[] {
  return words.flatMap((word) => {
    if (word.kind !== 'word' || !/[\p{L}\p{Nd}]-\p{L}/u.test(word.key) || /^(?:non|opt|un)-/.test(word.key))
      return [word];
    return word.key.split('-').map((key) => rekeyed(word, key));
  });
}

/** Possessive endings and stray apostrophes out: `attorneys'` -> `attorneys`, `party's` -> `partys` never arises. */
export function withoutPossessives(words: readonly Word[]): Word[] {
  return words.map((word) =>
    word.kind === 'word'
      ? rekeyed(
          word,
          word.key.replace(/'s$|s'$|'$/, (end) => (end === "s'" ? 's' : '')),
        )
      : word,
  );
}
