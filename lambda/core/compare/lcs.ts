import { diffArrays } from 'diff';
import { bitLcs } from './bit-lcs.ts';
import { uniqueRuns } from './unique-runs.ts';
import type { Run } from './runs.ts';
import { RunList } from './runs.ts';

/** Up to this many cells (length times length) a leaf is compared in full: about 2,000 by 2,000 tokens. */
const fullLeaf = 4_000_000;
/** A larger leaf is first tried with this many edits, which costs little and settles texts that are nearly the same. */
const maxEditLength = 64;
/** Largest leaf compared in full when nothing divides it; beyond, it counts as rewritten. */
const largestLeaf = 40_000_000;
/** Divisions inside divisions; real texts need two or three. */
const deepest = 12;

/** What two lists share; `degraded` when a leaf was too large to compare and counts as rewritten. */
export interface Common {
  readonly runs: readonly Run[];
  readonly degraded: boolean;
}

/** A stretch of both lists still to be solved, or one known to be equal. Ends exclusive. */
interface Piece {
  readonly old: number;
  readonly oldEnd: number;
  readonly new: number;
  readonly newEnd: number;
  /** -1 = equal throughout. */
  readonly depth: number;
}

/**
 * The longest common subsequence as runs in rising order. Exact up to about 2,000 by 2,000 elements or 64 edits; longer
 * lists are divided at what is unique in both. Bounded by sizes and edits, never by time, so the answer is always the same.
 */
export function commonRuns(a: Int32Array, b: Int32Array): Common {
  const runs = new RunList();
  let degraded = false;
  const work: Piece[] = [{ old: 0, oldEnd: a.length, new: 0, newEnd: b.length, depth: 0 }];
  for (let piece = work.pop(); piece !== undefined; piece = work.pop()) {
    if (piece.depth < 0) {
      runs.add(piece.old, piece.new, piece.oldEnd - piece.old);
      continue;
    }
    const parts = solve(a, b, piece);
    if (parts === null) degraded = true;
    else for (let at = parts.length - 1; at >= 0; at--) work.push(parts[at] ?? piece);
  }
  return { runs: runs.all, degraded };
}

/** The piece as equal pieces and smaller open ones; null when it is too large and nothing divides it. */
function solve(a: Int32Array, b: Int32Array, piece: Piece): readonly Piece[] | null {
  const head = commonHead(a, b, piece);
  const tail = commonTail(a, b, piece, head);
  if (head > 0 || tail > 0) return ends(piece, head, tail);
  const left = a.subarray(piece.old, piece.oldEnd);
  const right = b.subarray(piece.new, piece.newEnd);
  const cells = left.length * right.length;
  if (cells === 0) return [];
  if (cells <= fullLeaf) return equalPieces(bitLcs(left, right), piece);
  const few = withFewEdits(left, right);
  if (few !== null) return equalPieces(few, piece);
  const anchors = piece.depth < deepest ? uniqueRuns(left, right) : [];
  if (anchors.length > 0) return divided(anchors, piece);
  return cells <= largestLeaf ? equalPieces(bitLcs(left, right), piece) : null;
}

function commonHead(a: Int32Array, b: Int32Array, piece: Piece): number {
  const most = Math.min(piece.oldEnd - piece.old, piece.newEnd - piece.new);
  let head = 0;
  while (head < most && a[piece.old + head] === b[piece.new + head]) head++;
  return head;
}

function commonTail(a: Int32Array, b: Int32Array, piece: Piece, head: number): number {
  const most = Math.min(piece.oldEnd - piece.old, piece.newEnd - piece.new) - head;
  let tail = 0;
  while (tail < most && a[piece.oldEnd - 1 - tail] === b[piece.newEnd - 1 - tail]) tail++;
  return tail;
}

function ends(piece: Piece, head: number, tail: number): readonly Piece[] {
  const { depth } = piece;
  const from = { old: piece.old + head, new: piece.new + head };
  const to = { oldEnd: piece.oldEnd - tail, newEnd: piece.newEnd - tail };
  return [
    { old: piece.old, new: piece.new, oldEnd: from.old, newEnd: from.new, depth: -1 },
    { ...from, ...to, depth },
    { old: to.oldEnd, new: to.newEnd, oldEnd: piece.oldEnd, newEnd: piece.newEnd, depth: -1 },
  ];
}

function withFewEdits(left: Int32Array, right: Int32Array): readonly Run[] | null {
  const parts = diffArrays([...left], [...right], { maxEditLength });
  if (parts === undefined) return null;
  const runs = new RunList();
  let old = 0;
  let fresh = 0;
  for (const { added, removed, count } of parts) {
    if (!added && !removed) runs.add(old, fresh, count);
    if (!added) old += count;
    if (!removed) fresh += count;
  }
  return runs.all;
}

function equalPieces(runs: readonly Run[], piece: Piece): readonly Piece[] {
  return runs.map((run) => shifted(run, piece));
}

function shifted(run: Run, piece: Piece): Piece {
  const old = piece.old + run.old;
  const fresh = piece.new + run.new;
  return { old, oldEnd: old + run.length, new: fresh, newEnd: fresh + run.length, depth: -1 };
}

function divided(anchors: readonly Run[], piece: Piece): readonly Piece[] {
  const parts: Piece[] = [];
  let { old, new: fresh } = piece;
  const depth = piece.depth + 1;
  for (const anchor of anchors) {
    const equal = shifted(anchor, piece);
    parts.push({ old, oldEnd: equal.old, new: fresh, newEnd: equal.new, depth }, equal);
    old = equal.oldEnd;
    fresh = equal.newEnd;
  }
  parts.push({ old, oldEnd: piece.oldEnd, new: fresh, newEnd: piece.newEnd, depth });
  return parts;
}
