import type { Candidate } from './candidates.ts';
import { candidates } from './candidates.ts';
import { heaviestIncreasing } from './increasing.ts';
import type { Likeness } from './likeness.ts';
import { alike, isHeading } from './likeness.ts';
import type { Gap, Matching } from './matching.ts';

/** Gaps up to this many pairs are searched in full; larger ones through the index of candidates. */
const fullSearch = 2_500;
/** One old and one new block of one kind alone between two pairs: the place itself speaks for them. */
const alikeInPlace = 0.25;

/** Pairs the reworded blocks of a gap in their order: as much shared wording as possible, each pair alike enough. */
export function pairInOrder(gap: Gap, likeness: Likeness, matching: Matching): void {
  const old = matching.freeOld(gap.oldFrom, gap.oldTo);
  const fresh = matching.freeNew(gap.newFrom, gap.newTo);
  if (old.length === 0 || fresh.length === 0) return;
  const small = old.length * fresh.length <= fullSearch;
  const pairs = small
    ? bestInOrder(old, fresh, likeness)
    : chained(candidates(old, fresh, likeness), likeness);
  for (const pair of pairs) matching.pair(pair.old, pair.fresh);
  pairInPlace(gap, pairs, likeness, matching);
}

/** Pairs what is left anywhere in the documents, the most alike first. */
export function pairAnywhere(
  old: readonly number[],
  fresh: readonly number[],
  likeness: Likeness,
  matching: Matching,
): void {
  const found = candidates(old, fresh, likeness);
  found.sort((a, b) => b.score - a.score || a.old - b.old || a.fresh - b.fresh);
  for (const pair of found) {
    if (matching.toNew[pair.old] === -1 && matching.toOld[pair.fresh] === -1)
      matching.pair(pair.old, pair.fresh);
  }
}

function chained(found: Candidate[], likeness: Likeness): readonly Candidate[] {
  found.sort((a, b) => a.old - b.old || b.fresh - a.fresh);
  const weights = found.map((pair) => pair.score * likeness.mass(pair.old, pair.fresh));
  return heaviestIncreasing(
    found.map(({ fresh }) => fresh),
    weights,
  ).flatMap((at) => found[at] ?? []);
}

/** Dynamic programme over both lists: the order-preserving set of pairs that shares the most weight. */
function bestInOrder(
  old: readonly number[],
  fresh: readonly number[],
  likeness: Likeness,
): readonly Candidate[] {
  const width = fresh.length + 1;
  const best = new Float64Array((old.length + 1) * width);
  const score = new Float64Array(old.length * fresh.length);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const [o, n] = [old[i] ?? 0, fresh[j] ?? 0];
      const found = likeness.of(o, n);
      score[i * fresh.length + j] = found;
      const paired = found < alike ? 0 : found * likeness.mass(o, n) + (best[(i + 1) * width + j + 1] ?? 0);
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  return traced(old, fresh, best, score);
}

function traced(
  old: readonly number[],
  fresh: readonly number[],
  best: Float64Array,
  score: Float64Array,
): readonly Candidate[] {
  const pairs: Candidate[] = [];
  const width = fresh.length + 1;
  for (let i = 0, j = 0; i < old.length && j < fresh.length;) {
    const here = best[i * width + j] ?? 0;
    if (here === (best[(i + 1) * width + j] ?? 0)) i++;
    else if (here === (best[i * width + j + 1] ?? 0)) j++;
    else {
      pairs.push({ old: old[i] ?? 0, fresh: fresh[j] ?? 0, score: score[i * fresh.length + j] ?? 0 });
      i++;
      j++;
    }
  }
  return pairs;
}

/** Between two pairs exactly one old and one new block of one kind: a heading always, another if it is at all alike. */
function pairInPlace(gap: Gap, pairs: readonly Candidate[], likeness: Likeness, matching: Matching): void {
  let { oldFrom, newFrom } = gap;
  for (const { old: oldTo, fresh: newTo } of [...pairs, { old: gap.oldTo, fresh: gap.newTo }]) {
    const [o, second] = matching.freeOld(oldFrom, oldTo);
    const [n, other] = matching.freeNew(newFrom, newTo);
    const alone = o !== undefined && n !== undefined && second === undefined && other === undefined;
    if (alone && fitsInPlace(o, n, likeness)) matching.pair(o, n);
    oldFrom = oldTo + 1;
    newFrom = newTo + 1;
  }
}

function fitsInPlace(o: number, n: number, likeness: Likeness): boolean {
  const kind = likeness.old.blocks[o]?.kind;
  if (kind !== likeness.fresh.blocks[n]?.kind) return false;
  return isHeading(kind) || likeness.of(o, n) >= alikeInPlace;
}
