import type { Rewrites } from '../../lexicon/editorial.ts';
import type { Word } from '../words.ts';
import { rekeyed } from '../words.ts';

/** Replaces every phrase of the table by its canonical phrase, longest first, left to right; `form` is how words are looked up. */
export function rewrite(
  words: readonly Word[],
  table: Rewrites,
  form: (key: string) => string = (key) => key,
): Word[] {
  const forms = words.map(({ key }) => form(key));
  const out: Word[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (word === undefined) break;
    const hit = (table.get(forms[at] ?? '') ?? []).find(({ from }) =>
      from.every((part, offset) => forms[at + offset] === part),
    );
    if (hit === undefined) out.push(word);
    else out.push(...placed(hit.to, words.slice(at, at + hit.from.length)));
    at += hit?.from.length ?? 1;
  }
  return out;
}

/** Each new word where the old word of its rank stands, the last one to the end of the phrase. */
function placed(keys: readonly string[], phrase: readonly Word[]): Word[] {
  return keys.flatMap((key, rank) => {
    const word = phrase[Math.min(rank, phrase.length - 1)];
    const end = rank === keys.length - 1 ? phrase.at(-1)?.end : word?.end;
    return word === undefined ? [] : [{ ...rekeyed(word, key), end: end ?? word.end }];
  });
}
