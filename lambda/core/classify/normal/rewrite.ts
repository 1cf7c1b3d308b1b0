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
    else for (const key of hit.to) out.push(rekeyed(word, key));
    at += hit?.from.length ?? 1;
  }
  return out;
}
