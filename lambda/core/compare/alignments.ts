import type { Block } from '../document/model.ts';
import { heaviestIncreasing } from './increasing.ts';
import type { Matching } from './matching.ts';
import type { Alignment, Placed } from './model.ts';
import type { Renumbering } from './renumbering.ts';
import { differsInNumberingOnly, hasNewNumber, renumberingOf } from './renumbering.ts';
import type { Side } from './side.ts';
import { codedSpans } from './words.ts';

/** Writes what a matching says as the fates of all blocks, in the order of the new document with removals where they stood. */
export class AlignmentWriter {
  readonly alignments: Alignment[] = [];
  degraded = false;
  private oldAt = 0;
  private readonly spine: ReadonlySet<number>;
  private readonly renumbering: Renumbering;

  constructor(
    private readonly old: Side,
    private readonly fresh: Side,
    private readonly matching: Matching,
  ) {
    this.spine = spineOf(old, matching);
    dissolveOffSpine(matching, this.spine);
    this.renumbering = renumberingOf(this.pairs());
  }

  write(): void {
    this.removeUpTo(this.nextOnSpine(0));
    for (let n = 0; n < this.fresh.length; n++) {
      const o = this.matching.toOld[n] ?? -1;
      if (o < 0) this.alignments.push({ op: 'added', new: placed(this.fresh, n) });
      else this.writePair(o, n);
    }
  }

  private writePair(o: number, n: number): void {
    const split = this.matching.splits.get(o);
    if (split !== undefined && split[0] !== n) return;
    const merged = this.matching.merges.get(n);
    const onSpine = this.spine.has(n);
    if (split !== undefined) this.writeSplit(o, split);
    else if (merged !== undefined) this.writeMerged(merged, n);
    else this.writeOne(o, n, !onSpine);
    if (onSpine) this.removeUpTo(this.nextOnSpine(o + 1));
  }

  private writeOne(o: number, n: number, moved: boolean): void {
    const both = { old: placed(this.old, o), new: placed(this.fresh, n) };
    const oldText = both.old.block.text;
    const newText = both.new.block.text;
    if (oldText === newText && hasNewNumber(both.old.block, both.new.block)) {
      this.alignments.push({ op: 'renumbered', ...both, moved, spans: [{ op: 'equal', text: oldText }] });
      return;
    }
    if (oldText === newText) {
      this.alignments.push({ op: moved ? 'moved' : 'kept', ...both });
      return;
    }
    const { spans, degraded } = codedSpans(this.old.code(o), this.fresh.code(n));
    this.degraded ||= degraded;
    const isRenumbered = differsInNumberingOnly(oldText, newText, spans, this.renumbering);
    this.alignments.push({ op: isRenumbered ? 'renumbered' : 'reworded', ...both, moved, spans });
  }

  private writeSplit(o: number, parts: readonly number[]): void {
    const { spans, degraded } = codedSpans(this.old.code(o), this.fresh.codeJoined(parts));
    this.degraded ||= degraded;
    const fresh = parts.map((n) => placed(this.fresh, n));
    this.alignments.push({ op: 'split', old: placed(this.old, o), new: fresh, spans });
  }

  private writeMerged(parts: readonly number[], n: number): void {
    const { spans, degraded } = codedSpans(this.old.codeJoined(parts), this.fresh.code(n));
    this.degraded ||= degraded;
    const old = parts.map((o) => placed(this.old, o));
    this.alignments.push({ op: 'merged', old, new: placed(this.fresh, n), spans });
  }

  /** The next old block that keeps its place: what is removed before it stood before it. */
  private nextOnSpine(from: number): number {
    let at = from;
    while (at < this.old.length && !this.isOnSpine(at)) at++;
    return at;
  }

  private isOnSpine(o: number): boolean {
    const n = this.matching.toNew[o] ?? -1;
    return n >= 0 && this.matching.toOld[n] === o && this.spine.has(n);
  }

  private removeUpTo(end: number): void {
    for (; this.oldAt < end; this.oldAt++) {
      if (this.matching.toNew[this.oldAt] === -1) {
        this.alignments.push({ op: 'removed', old: placed(this.old, this.oldAt) });
      }
    }
  }

  private *pairs(): Generator<readonly [Block, Block]> {
    for (let o = 0; o < this.old.length; o++) {
      const before = this.old.blocks[o];
      const after = this.fresh.blocks[this.matching.toNew[o] ?? -1];
      if (before !== undefined && after !== undefined) yield [before, after];
    }
  }
}

function placed(side: Side, index: number): Placed {
  const block = side.blocks[index];
  if (block === undefined) throw new RangeError(`no block ${index}`);
  return { index, block };
}

/** New positions of the pairs on the heaviest chain that keeps the order of both versions; the others moved. */
function spineOf(old: Side, matching: Matching): ReadonlySet<number> {
  const news: number[] = [];
  const weights: number[] = [];
  for (let o = 0; o < old.length; o++) {
    const n = matching.toNew[o] ?? -1;
    if (n < 0 || matching.toOld[n] !== o) continue;
    news.push(n);
    weights.push(1 + old.text(o).length);
  }
  return new Set(heaviestIncreasing(news, weights).map((at) => news[at] ?? -1));
}

/** What moved is told as moved; that it was split as well would leave its place untold. */
function dissolveOffSpine(matching: Matching, spine: ReadonlySet<number>): void {
  const unions = [
    ...[...matching.splits].map(([o, parts]) => [o, parts[0] ?? -1] as const),
    ...[...matching.merges].map(([n, parts]) => [parts[0] ?? -1, n] as const),
  ];
  for (const [o, n] of unions) if (!spine.has(n)) matching.dissolve(o, n);
}
