import type { Word } from '../words.ts';
import { rekeyed } from '../words.ts';

const half: ReadonlyMap<string, number> = new Map([
  ['am', 0],
  ['a.m', 0],
  ['a.m.', 0],
  ['pm', 12],
  ['p.m', 12],
  ['p.m.', 12],
]);

/** `9:00`, `9 am` and `09:00 a.m.` -> one word for the same time of day; must see the colons, so it comes before punctuation goes. */
export function clockTimes(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (word === undefined) break;
    const length = timeLength(words, at);
    const last = words[at + length - 1] ?? word;
    out.push(length === 0 ? word : { ...rekeyed(word, timeOf(words.slice(at, at + length))), end: last.end });
    at += Math.max(1, length);
  }
  return out;
}

/** How many words the time that begins here has; 0 when none does. */
function timeLength(words: readonly Word[], at: number): number {
  const hour = words[at];
  if (hour?.kind !== 'number' || !/^\d{1,2}$/.test(hour.key)) return 0;
  const figures = hasMinutes(words.slice(at, at + 3)) ? 3 : 1;
  if (half.has(words[at + figures]?.key ?? '')) return Number(hour.key) <= 12 ? figures + 1 : 0;
  return figures === 3 && Number(hour.key) < 24 ? figures : 0;
}

/** `9`, `:`, `30` with nothing between them. */
function hasMinutes([hour, colon, minutes]: readonly Word[]): boolean {
  const isJoined = colon?.start === hour?.end && minutes?.start === colon?.end;
  return isJoined && colon?.key === ':' && /^[0-5]\d$/.test(minutes?.key ?? '');
}

/** `9`, `am` -> `9:00`; `9`, `:`, `30`, `pm` -> `21:30`. */
function timeOf(words: readonly Word[]): string {
  const noon = half.get(words.at(-1)?.key ?? '');
  const hour = Number(words[0]?.key);
  const minutes = words[1]?.key === ':' ? (words[2]?.key ?? '00') : '00';
  return `${noon === undefined ? hour : (hour % 12) + noon}:${minutes}`;
}
