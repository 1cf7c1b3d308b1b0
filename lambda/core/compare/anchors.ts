import { heaviestIncreasing } from './increasing.ts';
import { commonRuns } from './lcs.ts';
import type { Gap, Matching } from './matching.ts';
import type { Level, Side } from './side.ts';

/** Deeper than any real document nests; past it the leaf comparison takes over. */
const deepest = 24;

interface Work extends Gap {
  readonly depth: number;
}

/**
 * Pairs blocks of a gap that are equal at a level: equal ends, then blocks unique on both sides in their common order
 * (patience), again in what lies between, at last a longest common subsequence. Returns the gaps that are left.
 */
export function anchor(old: Side, fresh: Side, level: Level, gap: Gap, matching: Matching): Gap[] {
  const left: Gap[] = [];
  const work: Work[] = [{ ...gap, depth: 0 }];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const rest = trimmed(old, fresh, level, next, matching);
    if (rest.oldFrom === rest.oldTo && rest.newFrom === rest.newTo) continue;
    if (rest.oldFrom === rest.oldTo || rest.newFrom === rest.newTo) left.push(rest);
    else work.push(...divided(old, fresh, level, rest, matching, left));
  }
  return left.sort((a, b) => a.newFrom - b.newFrom || a.oldFrom - b.oldFrom);
}

function trimmed(old: Side, fresh: Side, level: Level, gap: Work, matching: Matching): Work {
  let { oldFrom, oldTo, newFrom, newTo } = gap;
  const same = (a: number, b: number) => old.key(level, a) === fresh.key(level, b);
  while (oldFrom < oldTo && newFrom < newTo && same(oldFrom, newFrom)) matching.pair(oldFrom++, newFrom++);
  while (oldFrom < oldTo && newFrom < newTo && same(oldTo - 1, newTo - 1)) matching.pair(--oldTo, --newTo);
  return { oldFrom, oldTo, newFrom, newTo, depth: gap.depth };
}

/** Splits a gap at its anchors; without any it is a leaf and its rest goes to `left`. */
function divided(
  old: Side,
  fresh: Side,
  level: Level,
  gap: Work,
  matching: Matching,
  left: Gap[],
): readonly Work[] {
  const anchors = gap.depth < deepest ? uniquePairs(old, fresh, level, gap) : [];
  if (anchors.length > 0) return between(anchors, gap, matching);
  const runs = leafPairs(old, fresh, level, gap, matching);
  if (runs.length === 0) left.push(gap);
  else left.push(...between(runs, gap, matching).filter((one) => !isEmpty(one)));
  return [];
}

type Pair = readonly [old: number, fresh: number];

function isEmpty(gap: Gap): boolean {
  return gap.oldFrom === gap.oldTo && gap.newFrom === gap.newTo;
}

function between(pairs: readonly Pair[], gap: Work, matching: Matching): Work[] {
  const parts: Work[] = [];
  let { oldFrom, newFrom } = gap;
  const depth = gap.depth + 1;
  for (const [o, n] of pairs) {
    matching.pair(o, n);
    parts.push({ oldFrom, oldTo: o, newFrom, newTo: n, depth });
    oldFrom = o + 1;
    newFrom = n + 1;
  }
  parts.push({ oldFrom, oldTo: gap.oldTo, newFrom, newTo: gap.newTo, depth });
  return parts;
}

/** Blocks whose key occurs once on each side, those of them that keep their order. */
function uniquePairs(old: Side, fresh: Side, level: Level, gap: Gap): Pair[] {
  const inOld = onceEach(old, level, gap.oldFrom, gap.oldTo);
  const inNew = onceEach(fresh, level, gap.newFrom, gap.newTo);
  const pairs: Pair[] = [];
  for (const [key, o] of inOld) {
    const n = o < 0 ? undefined : inNew.get(key);
    if (n !== undefined && n >= 0) pairs.push([o, n]);
  }
  const targets = pairs.map(([, n]) => n);
  const weights = pairs.map(([o]) => 1 + old.text(o).length);
  const chain = new Set(heaviestIncreasing(targets, weights));
  return pairs.filter((_, at) => chain.has(at));
}

/** Position of each key, -1 if it occurs twice, in the order of the document. */
function onceEach(side: Side, level: Level, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at < to; at++) {
    const key = side.key(level, at);
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

function leafPairs(old: Side, fresh: Side, level: Level, gap: Gap, matching: Matching): Pair[] {
  const a = keysOf(old, level, gap.oldFrom, gap.oldTo);
  const b = keysOf(fresh, level, gap.newFrom, gap.newTo);
  const common = new Set(a);
  if (!b.some((key) => common.has(key))) return [];
  const { runs, degraded } = commonRuns(a, b);
  if (degraded) matching.degraded = true;
  const pairs: Pair[] = [];
  for (const run of runs) {
    for (let step = 0; step < run.length; step++) {
      pairs.push([gap.oldFrom + run.old + step, gap.newFrom + run.new + step]);
    }
  }
  return pairs;
}

function keysOf(side: Side, level: Level, from: number, to: number): Int32Array {
  return Int32Array.from({ length: to - from }, (_, at) => side.key(level, from + at));
}
