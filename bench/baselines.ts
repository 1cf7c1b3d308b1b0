import type { Pair } from './corpus.ts';

type Says = (pair: Pair) => boolean;

const share = ({ words, total }: Pair): number => words / Math.max(1, total);
const keywords =
  /\b(?:shar|collect|third part|retain|delet|consent|right|must|may|not|fee|refund|terminat|liab|arbitrat|opt|transfer|sell|days?|privacy|data)\w*/gi;

/** The share of changed words above which calling a version significant scores best (F1) on these pairs. */
export function tunedThreshold(pairs: readonly Pair[]): number {
  const candidates = pairs.map(share).sort((a, b) => a - b);
  let best = { threshold: 0, f1: -1 };
  for (const threshold of candidates) {
    const right = pairs.filter((pair) => share(pair) >= threshold && pair.label === 'significant').length;
    const wrong = pairs.filter((pair) => share(pair) >= threshold !== (pair.label === 'significant')).length;
    const f1 = (2 * right) / Math.max(1, 2 * right + wrong);
    if (f1 > best.f1) best = { threshold, f1 };
  }
  return best.threshold;
}

/** What others do: the share of changed words, their number, and a list of words that sound important. */
export function baselines(threshold: number): readonly (readonly [string, Says])[] {
  return [
    ['ratio of changed words', (pair) => share(pair) >= threshold],
    ['16 changed words or more', ({ words }) => words >= 16],
    ['keywords in what changed', (pair) => changesKeyword(pair)],
  ];
}

function changesKeyword(pair: Pair): boolean {
  const { old, new: fresh } = pair.texts();
  const counts = new Map<string, number>();
  for (const word of fresh.toLowerCase().match(keywords) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of old.toLowerCase().match(keywords) ?? []) counts.set(word, (counts.get(word) ?? 0) - 1);
  return [...counts.values()].some((count) => count !== 0);
}
