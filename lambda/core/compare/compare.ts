import type { PolicyDocument } from '../document/model.ts';
import { anchor } from './anchors.ts';
import { AlignmentWriter } from './alignments.ts';
import { Likeness } from './likeness.ts';
import type { Gap } from './matching.ts';
import { Matching } from './matching.ts';
import type { Comparison } from './model.ts';
import { pairAnywhere, pairInOrder } from './pairing.ts';
import { pairSplit } from './split.ts';
import { Numbering, Side } from './side.ts';
import { countsOf } from './counts.ts';
import { Vocabulary } from './vocabulary.ts';

/**
 * Aligns two versions of a policy block by block: kept, moved, renumbered, reworded, split, merged, removed, added.
 * Deterministic (limits are counted in edits, never in time) and near-linear; never throws.
 * `kept` and `moved` mean the same text, character for character; kind, links, marks and path may differ.
 */
export function compareDocuments(oldDoc: PolicyDocument, newDoc: PolicyDocument): Comparison {
  const vocabulary = new Vocabulary();
  const numbering = new Numbering();
  const old = new Side(oldDoc.blocks, vocabulary, numbering);
  const fresh = new Side(newDoc.blocks, vocabulary, numbering);
  const matching = new Matching(old.length, fresh.length);
  const gaps = pairEqual(old, fresh, matching);
  pairReworded(old, fresh, gaps, vocabulary, matching);
  const writer = new AlignmentWriter(old, fresh, matching);
  writer.write();
  const { alignments, degraded } = writer;
  return {
    old: oldDoc,
    new: newDoc,
    alignments,
    degraded: degraded || matching.degraded,
    counts: countsOf(alignments),
  };
}

function pairEqual(old: Side, fresh: Side, matching: Matching): readonly Gap[] {
  const all: Gap = { oldFrom: 0, oldTo: old.length, newFrom: 0, newTo: fresh.length };
  const gaps = anchor(old, fresh, 'raw', all, matching).flatMap((gap) =>
    anchor(old, fresh, 'loose', gap, matching),
  );
  pairLeftovers(old, fresh, matching);
  return gaps;
}

/** Blocks of the same text left over anywhere: moved unchanged, first to first. */
function pairLeftovers(old: Side, fresh: Side, matching: Matching): void {
  const places = new Map<number, number[]>();
  for (const o of matching.freeOld(0, old.length)) {
    const key = old.key('raw', o);
    const known = places.get(key);
    if (known === undefined) places.set(key, [o]);
    else known.push(o);
  }
  for (const known of places.values()) known.reverse();
  for (const n of matching.freeNew(0, fresh.length)) {
    const o = places.get(fresh.key('raw', n))?.pop();
    if (o !== undefined) matching.pair(o, n);
  }
}

function pairReworded(
  old: Side,
  fresh: Side,
  gaps: readonly Gap[],
  vocabulary: Vocabulary,
  matching: Matching,
): void {
  const unpaired = { old: matching.freeOld(0, old.length), fresh: matching.freeNew(0, fresh.length) };
  if (unpaired.old.length === 0 || unpaired.fresh.length === 0) return;
  const likeness = new Likeness(old, fresh, vocabulary, unpaired);
  for (const gap of gaps) {
    pairInOrder(gap, likeness, matching);
    pairSplit(gap, likeness, matching);
  }
  pairAnywhere(matching.freeOld(0, old.length), matching.freeNew(0, fresh.length), likeness, matching);
}
