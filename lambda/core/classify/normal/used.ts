import type { Passage, Word } from '../words.ts';
import { keysOf, sameWords } from '../words.ts';
import type { Residue } from '../residue.ts';
import { namesAtWork, normalised } from './transformations.ts';

/** The names of the canonical forms that were needed to bring two passages as near as they came; `typography`, `case` and `white space` included. */
export function usedNames(before: Passage, after: Passage, residue: Residue): string[] {
  const names = surfaceNames(before.words, after.words);
  if (keysOf(before.words) === keysOf(after.words)) return names.length > 0 ? names : ['white space'];
  const apart = distance(residue.old, residue.new);
  let kept = namesAtWork(before.words, after.words);
  for (const name of [...kept].reverse()) {
    const fewer = new Set([...kept].filter((other) => other !== name));
    const [old, fresh] = normalised(before.words, after.words, fewer);
    if (distance(old, fresh) <= apart) kept = fewer;
  }
  return [...names, ...kept];
}

/** How many words of either side the other lacks, and one where the same words stand in another order. */
function distance(a: readonly Word[], b: readonly Word[]): number {
  if (sameWords(a, b)) return 0;
  const counts = new Map<string, number>();
  for (const { key } of a) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { key } of b) counts.set(key, (counts.get(key) ?? 0) - 1);
  return Math.max(
    1,
    [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0),
  );
}

function surfaceNames(before: readonly Word[], after: readonly Word[]): string[] {
  const differs = (of: (word: Word) => string): boolean =>
    before.length === after.length && before.some((word, index) => of(word) !== of(after[index] ?? word));
  const names: string[] = [];
  if (differs(({ canon }) => canon) && before.every((word, index) => word.key === after[index]?.key))
    names.push('case');
  if (differs(({ text }) => text) && before.every((word, index) => word.canon === after[index]?.canon))
    names.push('typography');
  return names;
}
