import { AlreadyClaimed } from '../../lambda/core/errors.ts';
import type { RecipientId } from '../../lambda/core/customer/recipient.ts';
import type { Batch, BatchKey } from '../../lambda/core/ledger/batch.ts';
import { batchName } from '../../lambda/core/ledger/batch.ts';
import { batchSortKey, noticePartition, segmentPartition } from '../../lambda/core/ledger/keys.ts';
import type { Sign } from '../../lambda/core/breaker/minute.ts';
import { signs } from '../../lambda/core/breaker/minute.ts';
import type { Evidence, Ledger, Signs } from '../../lambda/core/ledger/ledger.ts';
import type { Control, ExceptionItem, Meta, NoticeRef, SegmentMark } from '../../lambda/core/ledger/meta.ts';
import { initialControl } from '../../lambda/core/ledger/meta.ts';
import { leftAt } from '../../lambda/core/ledger/tail.ts';

interface Rows {
  meta: Meta | null;
  control: Control;
  readonly marks: Map<number, SegmentMark>;
  readonly batches: Map<string, Batch>;
  readonly exceptions: Map<string, ExceptionItem>;
  readonly evidence: Map<string, Set<RecipientId>>;
  readonly minutes: Map<string, MinuteRow>;
}

type MinuteRow = { heard: number; closed: boolean } & Record<Sign, Set<RecipientId>>;

/** The ledger in memory, evidence included. */
export function memoryLedger(): Ledger & { readonly evidence: Evidence } {
  const notices = new Map<string, Rows>();
  const rowsOf = (notice: NoticeRef): Rows => {
    const key = noticePartition(notice);
    const found = notices.get(key);
    if (found !== undefined) return found;
    const rows: Rows = {
      meta: null,
      control: initialControl,
      marks: new Map(),
      batches: new Map(),
      exceptions: new Map(),
      evidence: new Map(),
      minutes: new Map(),
    };
    notices.set(key, rows);
    return rows;
  };
  const inSegment = (notice: NoticeRef, segment: number): Batch[] =>
    [...rowsOf(notice).batches.values()]
      .filter(({ key }) => key.segment === segment)
      .toSorted((a, b) => (batchSortKey(a.key) < batchSortKey(b.key) ? -1 : 1));
  const stored = (notice: NoticeRef, { key }: Batch): Batch | undefined =>
    rowsOf(notice).batches.get(batchName(key));
  const store = (notice: NoticeRef, batch: Batch): Batch => {
    rowsOf(notice).batches.set(batchName(batch.key), batch);
    return batch;
  };
  const minuteOf = (notice: NoticeRef, minute: string): MinuteRow => {
    const { minutes } = rowsOf(notice);
    const found = minutes.get(minute) ?? {
      heard: 0,
      closed: false,
      bounced: new Set(),
      complained: new Set(),
      rejected: new Set(),
      unrendered: new Set(),
    };
    minutes.set(minute, found);
    return found;
  };
  const isStored = (notice: NoticeRef, batch: Batch): boolean => stored(notice, batch) !== undefined;

  return {
    async open(meta) {
      const rows = rowsOf(meta);
      rows.meta ??= meta;
      return rows.meta;
    },
    async meta(notice) {
      return rowsOf(notice).meta;
    },
    async control(notice) {
      return rowsOf(notice).control;
    },
    async direct(notice, change) {
      const rows = rowsOf(notice);
      if (change.run !== undefined && rows.control.run === 'stop') return rows.control;
      rows.control = { ...rows.control, ...change };
      return rows.control;
    },
    async marks(notice) {
      return [...rowsOf(notice).marks.values()].toSorted((a, b) => a.segment - b.segment);
    },
    async mark(notice, mark) {
      rowsOf(notice).marks.set(mark.segment, mark);
    },
    async tail(notice, segment) {
      const all = inSegment(notice, segment);
      const mark = rowsOf(notice).marks.get(segment) ?? null;
      const { openFrom, ...left } = leftAt(mark, all.at(-1) ?? null);
      const recent = all.filter(({ key }) => key.seq >= Math.min(left.since, openFrom));
      return { ...left, done: mark?.done ?? false, recent };
    },
    async claim(notice, batch) {
      if (isStored(notice, batch)) throw lost(batch);
      store(notice, batch);
    },
    async derive(notice, child) {
      if (!isStored(notice, child)) store(notice, child);
    },
    async reclaim(notice, batch, owner, now) {
      const found = stored(notice, batch);
      const isFree = found?.state === 'refused' || (found?.state === 'claimed' && found.owner === owner);
      if (found === undefined || !isFree || found.attempt !== batch.attempt) throw lost(batch);
      return store(notice, { ...found, state: 'claimed', owner, attempt: batch.attempt + 1, claimedAt: now });
    },
    async park(notice, batch) {
      const found = stored(notice, batch);
      if (found?.state !== 'claimed' || found.owner !== batch.owner || found.attempt !== batch.attempt)
        return;
      store(notice, { ...found, state: 'unknown' });
    },
    async record(notice, batch, state, outcomes) {
      const found = stored(notice, batch);
      const isOurs = found?.owner === batch.owner && found.attempt === batch.attempt;
      if (found === undefined || !isOurs || !['claimed', 'unknown'].includes(found.state)) throw lost(batch);
      return store(notice, { ...found, state, outcomes });
    },
    async finishSplit(notice, batch, state) {
      const found = stored(notice, batch);
      if (found?.state === 'split') store(notice, { ...found, state });
    },
    async settle(notice, batch, state, outcomes) {
      const found = stored(notice, batch);
      if (found?.state === 'unknown') store(notice, { ...found, state, outcomes });
    },
    async *batches(notice, segment, which) {
      for (const batch of inSegment(notice, segment)) {
        if (which === 'all' || ['claimed', 'refused', 'split', 'unknown'].includes(batch.state)) yield batch;
      }
    },
    async batch(notice, key) {
      return rowsOf(notice).batches.get(batchName(key)) ?? null;
    },
    async except(notice, segment, exception) {
      rowsOf(notice).exceptions.set(`${segmentPartition(notice, segment)}/${exception.id}`, exception);
    },
    async *exceptions(notice, segment) {
      const prefix = `${segmentPartition(notice, segment)}/`;
      for (const [key, exception] of rowsOf(notice).exceptions) if (key.startsWith(prefix)) yield exception;
    },
    evidence: {
      async record(notice: NoticeRef, batch: BatchKey, ids: readonly RecipientId[]) {
        const { evidence } = rowsOf(notice);
        const before = evidence.get(batchName(batch)) ?? new Set();
        const after = new Set([...before, ...ids]);
        evidence.set(batchName(batch), after);
        return after.size - before.size;
      },
      async count(notice: NoticeRef, minute: string, heard: number, of: Signs) {
        const row = minuteOf(notice, minute);
        row.heard += heard;
        for (const sign of signs) for (const id of of[sign] ?? []) row[sign].add(id);
      },
      async close(notice: NoticeRef, minute: string) {
        minuteOf(notice, minute).closed = true;
      },
      async *minutes(notice: NoticeRef) {
        for (const [minute, row] of [...rowsOf(notice).minutes].toSorted(([a], [b]) => (a < b ? 1 : -1)))
          yield {
            minute,
            heard: row.heard,
            closed: row.closed,
            bounced: row.bounced.size,
            complained: row.complained.size,
            rejected: row.rejected.size,
            unrendered: row.unrendered.size,
          };
      },
    },
  };
}

function lost({ key }: Batch): AlreadyClaimed {
  return new AlreadyClaimed(`Another sender has taken batch ${batchName(key)}.`, 'Stop.');
}
