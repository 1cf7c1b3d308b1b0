import type { Batch, BatchKey } from '../core/ledger/batch.ts';
import { batchName } from '../core/ledger/batch.ts';
import type { Seen, Span } from '../core/events/chronicle.ts';
import type { Testimony } from '../core/ledger/settlement.ts';
import { ripeAfter } from '../core/ledger/settlement.ts';

const minuteMs = 60_000;
/** Batches nearby show whether events arrived at all: so many before and after, claimed within so much time. */
const neighboursEachSide = 5;
const sameTimeMs = 15 * minuteMs;
/** Clocks of ours and of AWS differ by less. */
const marginMs = minuteMs;

/** Unknown batches whose events came at about the same time, and that time. */
export interface Reading {
  readonly span: Span;
  readonly doubts: readonly Batch[];
}

/** What is to be read of the events, earliest first: once for all batches of the same time. */
export function readingsOf(doubts: readonly Batch[]): Reading[] {
  const readings: { span: Span; doubts: Batch[] }[] = [];
  for (const batch of doubts.toSorted((a, b) => a.claimedAt - b.claimedAt)) {
    const span = spanOf(batch);
    const last = readings.at(-1);
    if (last === undefined || span.from > last.span.until) readings.push({ span, doubts: [batch] });
    else {
      last.doubts.push(batch);
      last.span = { from: last.span.from, until: span.until };
    }
  }
  return readings;
}

/** From the first call of that time until everything that was to be said of the batch has been said. */
function spanOf({ claimedAt }: Batch): Span {
  return { from: claimedAt - sameTimeMs - marginMs, until: claimedAt + ripeAfter('required') };
}

/** The names of all batches whose events are asked for. */
export function batchesOf(doubts: readonly Batch[]): ReadonlySet<string> {
  return new Set(doubts.flatMap(({ key }) => [key, ...neighboursOf(key)]).map(batchName));
}

/** Where the batches before and after it lie, if they are there. */
export function neighboursOf({ segment, seq }: BatchKey): BatchKey[] {
  const keys: BatchKey[] = [];
  for (let at = Math.max(1, seq - neighboursEachSide); at <= seq + neighboursEachSide; at += 1)
    keys.push({ segment, seq: at, suffix: '' });
  return keys;
}

/** What the events say about a batch, and what those of its neighbours say about them. */
export function testimonyOn(
  { key, claimedAt }: Batch,
  neighbours: readonly Batch[],
  seen: ReadonlyMap<string, Seen>,
): Pick<Testimony, 'seen' | 'control'> {
  const witnesses = neighbours.filter(
    (one) => one.state === 'done' && Math.abs(one.claimedAt - claimedAt) <= sameTimeMs,
  );
  return { seen: seen.get(batchName(key)) ?? new Map(), control: positiveControl(witnesses, seen) };
}

/** The share of recipients of accepted batches nearby of whom events have arrived; null when there are none. */
function positiveControl(witnesses: readonly Batch[], seen: ReadonlyMap<string, Seen>): number | null {
  let accepted = 0;
  let witnessed = 0;
  for (const { key, ids, outcomes } of witnesses) {
    const of = seen.get(batchName(key));
    for (const [position, outcome] of outcomes.entries()) {
      const id = ids[position];
      if (outcome === null || 'code' in outcome || id === undefined) continue;
      accepted += 1;
      witnessed += of?.has(id) === true ? 1 : 0;
    }
  }
  return accepted === 0 ? null : witnessed / accepted;
}
