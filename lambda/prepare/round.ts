import type { Batch } from '../core/ledger/batch.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import type { Control, Meta, SegmentMark } from '../core/ledger/meta.ts';
import { isToSettle, ripeAfter } from '../core/ledger/settlement.ts';

/** What the ledger asks for next, before quota and calendar are looked at. Times are epoch milliseconds. */
export type NextStep =
  | { readonly action: 'send'; readonly segments: readonly number[] }
  | { readonly action: 'wait'; readonly until: number }
  | { readonly action: 'ask' | 'settle' | 'done' };

/** Reads where a notice stands. Batches are looked at only when every segment was walked to its end, or the run stopped. */
export async function nextStep(ledger: Ledger, meta: Meta, { run }: Control, now: number): Promise<NextStep> {
  if (run === 'pause') return { action: 'ask' };
  if (run === 'stop') return settleFirst(meta, (await openBatches(ledger, meta)).filter(isToSettle), now);
  const unfinished = unfinishedSegments(meta, await ledger.marks(meta));
  if (unfinished.length > 0) return sendOrWait(unfinished, now);
  const open = await openBatches(ledger, meta);
  const toSend = open.filter(({ state }) => state !== 'unknown');
  if (toSend.length === 0) return settleFirst(meta, open, now);
  return sendOrWait(
    toSend.map(({ key, due }) => ({ segment: key.segment, due })),
    now,
  );
}

function settleFirst(meta: Meta, inDoubt: readonly Batch[], now: number): NextStep {
  if (inDoubt.length === 0) return { action: 'done' };
  const ripe = Math.max(...inDoubt.map(({ claimedAt }) => claimedAt)) + ripeAfter(meta.feedback);
  return now < ripe ? { action: 'wait', until: ripe } : { action: 'settle' };
}

interface Unfinished {
  readonly segment: number;
  readonly due: number;
}

function sendOrWait(unfinished: readonly Unfinished[], now: number): NextStep {
  const ready = unfinished.filter(({ due }) => due <= now);
  if (ready.length > 0)
    return { action: 'send', segments: [...new Set(ready.map(({ segment }) => segment))] };
  return { action: 'wait', until: Math.min(...unfinished.map(({ due }) => due)) };
}

function unfinishedSegments({ segments }: Meta, marks: readonly SegmentMark[]): Unfinished[] {
  const bySegment = new Map(marks.map((mark) => [mark.segment, mark]));
  return [...Array(segments).keys()]
    .filter((segment) => bySegment.get(segment)?.done !== true)
    .map((segment) => ({ segment, due: bySegment.get(segment)?.due ?? 0 }));
}

async function openBatches(ledger: Ledger, meta: Meta): Promise<Batch[]> {
  const open: Batch[] = [];
  for (const segment of Array(meta.segments).keys()) {
    for await (const batch of ledger.batches(meta, segment, 'open')) open.push(batch);
  }
  return open;
}
