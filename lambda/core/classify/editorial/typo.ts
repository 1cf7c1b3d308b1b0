import { slips } from '../../lexicon/editorial.ts';
import { termsIn } from '../../lexicon/lexicon.ts';
import { isKnownWord } from './known-words.ts';

/** Classes whose words may hardly be taken for a slip of the pen: only long ones, by one letter. */
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

/** Is one of two lower-case words a misspelling of the other, or a word that people write for it by mistake? */
export function isTypo(a: string, b: string): boolean {
  return slips.has(`${a}=${b}`) || slips.has(`${b}=${a}`) || isMisspelling(a, b);
}

/** Are two lower-case words at most two letters apart, and not both words of the language? */
export function isMisspelling(a: string, b: string): boolean {
  if (bare(a) === bare(b)) return isAccent(a, b);
  if (Math.min(a.length, b.length) < 3 || !/^[\p{L}`'-]+$/u.test(a) || !/^[\p{L}`'-]+$/u.test(b))
    return false;
  const [knowsA, knowsB] = [isKnownWord(a), isKnownWord(b)];
  if (knowsA && knowsB) return false;
  const most = lettersApart(a, b);
  if (distance(a, b, most) > most) return false;
  return knowsA || knowsB || isShuffled(a, b);
}

/** One letter missing from a guarded word leaves no doubt which word was meant, unless it is a short one or a figure. */
const shortestGuarded = 5;
const shortestPlace = 7;
const shortestAccented = 6;

/** Two words that differ in accents alone: in a short word an accent may make another word of it, and an umlaut or a tilde in any. */
function isAccent(a: string, b: string): boolean {
  if (a === b || /[\u0303\u0308]/.test(`${a}${b}`.normalize('NFD'))) return false;
  return /ß/.test(`${a}${b}`) || a.length >= shortestAccented;
}

/** `acceder` for `accéder`, `dass` for `daß`. */
function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}

/** How many letters the two may differ by; less than none where one is a short guarded word. */
function lettersApart(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  const risked = [a, b].flatMap((word) => termsIn([word])).filter((term) => guarded.has(term.class));
  if (risked.length === 0) return shorter < 6 ? 1 : 2;
  const least = risked.some((term) => term.class === 'jurisdiction') ? shortestPlace : shortestGuarded;
  return risked.some((term) => term.class === 'number') || shorter < least ? -1 : 1;
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
