import * as z from 'zod/mini';
import type { Batch, BatchState, PositionOutcome } from '../core/ledger/batch.ts';
import type { ItemKey } from '../core/ledger/keys.ts';
import { batchKeyOf, batchSortKey, segmentPartition } from '../core/ledger/keys.ts';
import type { NoticeRef } from '../core/ledger/meta.ts';
import { packIds, packOutcomes, unpackIds, unpackOutcomes } from '../core/ledger/packing.ts';

/** An item of the notices table; attribute names are short because every byte is written a million times. */
export type Item = ItemKey & Record<string, unknown>;

/** States as they are stored, one letter each. */
export const stateCodes = {
  claimed: 'C',
  done: 'D',
  refused: 'R',
  split: 'P',
  unknown: 'U',
  held: 'H',
  closed: 'X',
} as const satisfies Record<BatchState, string>;

const stateOfCode = z.pipe(
  z.enum(['C', 'D', 'R', 'P', 'U', 'H', 'X']),
  z.transform((code) => {
    const states = {
      C: 'claimed',
      D: 'done',
      R: 'refused',
      P: 'split',
      U: 'unknown',
      H: 'held',
      X: 'closed',
    } as const;
    return states[code];
  }),
);
const bytes = z.instanceof(Uint8Array);

const batchItem = z.object({
  sk: z.string(),
  st: stateOfCode,
  o: z.string(),
  a: z.int(),
  t: z.int(),
  d: z.prefault(z.int(), 0),
  l: z.string(),
  e: z.prefault(z.string(), ''),
  w: z.int(),
  v: z.int(),
  h: z.optional(z.int()),
  i: bytes,
  m: z.optional(bytes),
  x: z.optional(z.string()),
});

/** Where a batch lies. */
export function batchItemKey(notice: NoticeRef, key: Batch['key']): ItemKey {
  return { pk: segmentPartition(notice, key.segment), sk: batchSortKey(key) };
}

/** A batch as it is claimed or derived; absent attributes stand for 0, '' and "nobody knows". */
export function batchToItem(notice: NoticeRef, batch: Batch): Item {
  return {
    ...batchItemKey(notice, batch.key),
    st: stateCodes[batch.state],
    o: batch.owner,
    a: batch.attempt,
    t: batch.claimedAt,
    d: batch.due === 0 ? undefined : batch.due,
    l: batch.language,
    e: batch.mark === '' ? undefined : batch.mark,
    w: batch.since,
    v: batch.openFrom,
    h: batch.standsFor === 0 ? undefined : batch.standsFor,
    i: packIds(batch.ids),
    ...outcomeAttributes(batch.outcomes),
  };
}

/** The packed outcomes under the names they are stored by. */
export function outcomeAttributes(outcomes: readonly PositionOutcome[]): {
  readonly m: Uint8Array | undefined;
  readonly x: string | undefined;
} {
  const { messages, refusals } = packOutcomes(outcomes);
  return { m: messages, x: refusals };
}

/** Throws ZodError or BadInput for an item that is none of ours. */
export function itemToBatch(segment: number, item: unknown): Batch {
  const { sk, st, o, a, t, d, l, e, w, v, h, i, m, x } = batchItem.parse(item);
  const ids = unpackIds(i);
  return {
    key: batchKeyOf(segment, sk),
    state: st,
    owner: o,
    attempt: a,
    claimedAt: t,
    due: d,
    language: l,
    mark: e,
    since: w,
    openFrom: v,
    ...(h !== undefined && { standsFor: h }),
    ids,
    outcomes: unpackOutcomes(ids.length, { messages: m, refusals: x }),
  };
}
