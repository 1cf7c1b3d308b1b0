import { diffArrays } from 'diff';
import { normalised } from './normal/transformations.ts';
import type { Passage, Word } from './words.ts';
import { rekeyed } from './words.ts';

/** A contiguous run of words deleted and inserted at one place; `oldAt`, `newAt` are character offsets into the passages. */
export interface Edit {
  readonly deleted: readonly Word[];
  readonly inserted: readonly Word[];
  readonly oldAt: number;
  readonly newAt: number;
  /** The canonical words right before and after, the same in both; null at an end of the passage. */
  readonly previous: Word | null;
  readonly next: Word | null;
}

/** What is left of the difference between two passages when every canonical form has been applied. */
export interface Residue {
  readonly old: readonly Word[];
  readonly new: readonly Word[];
  readonly edits: readonly Edit[];
  /** A cap was hit: the whole passage counts as replaced. */
  readonly degraded: boolean;
}

/** More edits than this in one pair of passages are not told apart. */
const mostEdits = 3_000;

/** The edits between two passages that no canonical form explains. */
export function residueOf(before: Passage, after: Passage): Residue {
  const [a, b] = normalised(before.words, after.words);
  const [old, fresh] = [withJoinedPairs(a, b), withJoinedPairs(b, a)];
  const parts = diffArrays(
    old.map(({ key }) => key),
    fresh.map(({ key }) => key),
    { maxEditLength: mostEdits },
  );
  if (parts === undefined)
    return {
      old,
      new: fresh,
      edits: [{ deleted: old, inserted: fresh, oldAt: 0, newAt: 0, previous: null, next: null }],
      degraded: true,
    };
  return { old, new: fresh, edits: editsOf(old, fresh, parts), degraded: false };
}

/** `log files` against `logfiles`: two neighbours that the other side writes as one word become that word. */
export function withJoinedPairs(words: readonly Word[], other: readonly Word[]): Word[] {
  const known = new Set(other.map(({ key }) => key));
  const own = new Set(words.map(({ key }) => key));
  const out: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at], words[at + 1]];
    if (word === undefined) break;
    const joined = word.key + (next?.key ?? '');
    const joins = word.kind === 'word' && next?.kind === 'word' && joined.length > 5;
    if (joins && known.has(joined) && !own.has(joined)) {
      out.push({ ...rekeyed(word, joined), end: next.end });
      at++;
    } else out.push(word);
  }
  return out;
}

interface Part {
  readonly added: boolean;
  readonly removed: boolean;
  readonly value: readonly string[];
}

function editsOf(old: readonly Word[], fresh: readonly Word[], parts: readonly Part[]): Edit[] {
  const edits: Edit[] = [];
  let [o, n] = [0, 0];
  let from: readonly [number, number] | null = null;
  for (const { added, removed, value } of [...parts, { added: false, removed: false, value: [] }]) {
    if (added || removed) from ??= [o, n];
    else if (from !== null) {
      edits.push(...singleEdits(old, fresh, slid(old, from[0], o), slid(fresh, from[1], n)));
      from = null;
    }
    if (!added) o += value.length;
    if (!removed) n += value.length;
  }
  return edits;
}

/** Runs of equal length up to six words are read word by word. */
function singleEdits(
  old: readonly Word[],
  fresh: readonly Word[],
  [a, b]: readonly [number, number],
  [c, d]: readonly [number, number],
): Edit[] {
  const length = b - a;
  if (length !== d - c || length < 2 || length > 6) return [editOf(old, fresh, [a, b], [c, d])];
  return Array.from({ length }, (_, at) => editOf(old, fresh, [a + at, a + at + 1], [c + at, c + at + 1]));
}

/** A run may as well begin earlier when the word before it equals its last: begin where a sentence begins, if any such place does. */
function slid(words: readonly Word[], from: number, to: number): readonly [number, number] {
  if (to === from) return [from, to];
  const reach = Math.min(12, from);
  for (let by = 0; by <= reach; by++) {
    const [first, before] = [words[from - by], words[from - by - 1]];
    if (before === undefined || first?.sentence !== before.sentence) return [from - by, to - by];
    if (before.key !== words[to - by - 1]?.key) break;
  }
  return [from, to];
}

function editOf(
  old: readonly Word[],
  fresh: readonly Word[],
  [oldFrom, oldTo]: readonly [number, number],
  [newFrom, newTo]: readonly [number, number],
): Edit {
  return {
    deleted: old.slice(oldFrom, oldTo),
    inserted: fresh.slice(newFrom, newTo),
    oldAt: placeOf(old, oldFrom, isInside(fresh, newFrom)),
    newAt: placeOf(fresh, newFrom, isInside(old, oldFrom)),
    previous: old[oldFrom - 1] ?? null,
    next: old[oldTo] ?? null,
  };
}

/** Does the run begin inside a sentence, so that what stands before it belongs to it? */
function isInside(words: readonly Word[], from: number): boolean {
  return from > 0 && words[from]?.sentence === words[from - 1]?.sentence;
}

function placeOf(words: readonly Word[], index: number, follows: boolean): number {
  const last = words[index - 1];
  if (follows && last !== undefined) return last.end;
  return words[index]?.start ?? words.at(-1)?.end ?? 0;
}
