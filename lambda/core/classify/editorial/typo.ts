import { slips } from '../../lexicon/editorial.ts';
import { termsIn } from '../../lexicon/lexicon.ts';
import { isKnownWord } from './known-words.ts';

/** Classes whose words may never be taken for a slip of the pen; a long unit of time may, by one letter. */
const guarded = new Set([
  'negation',
  'modal',
  'scope',
  'and',
  'or',
  'time',
  'actor',
  'number',
  'condition',
  'jurisdiction',
]);

/** Is one of two lower-case words a misspelling of the other? At most two letters apart, and not both are words (a few known slips apart). */
export function isTypo(a: string, b: string): boolean {
  if (slips.has(`${a}=${b}`) || slips.has(`${b}=${a}`)) return true;
  if (Math.min(a.length, b.length) < 3 || !/^[\p{L}`'-]+$/u.test(a) || !/^[\p{L}`'-]+$/u.test(b))
    return false;
  const [knowsA, knowsB] = [isKnownWord(a), isKnownWord(b)];
  if (knowsA && knowsB) return false;
  const most = lettersApart(a, b);
  if (distance(a, b, most) > most) return false;
  return knowsA || knowsB || isShuffled(a, b);
}

/** How many letters the two may differ by; less than none where one is a guarded word. */
function lettersApart(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  const risked = [a, b].flatMap((word) => termsIn([word])).filter((term) => guarded.has(term.class));
  if (risked.some((term) => term.class !== 'time') || (risked.length > 0 && shorter < 5)) return -1;
  return risked.length > 0 || shorter < 6 ? 1 : 2;
}

function isShuffled(a: string, b: string): boolean {
  return a.length >= 5 && Array.from(a).sort().join('') === Array.from(b).sort().join('');
}

/** Optimal string alignment distance; stops counting above `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? most + 1;
}
