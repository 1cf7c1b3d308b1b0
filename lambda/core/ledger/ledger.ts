import type { Minute, Sign } from '../breaker/minute.ts';
import type { RecipientId } from '../customer/recipient.ts';
import type { Batch, BatchKey, PositionOutcome } from './batch.ts';
import type { Control, ExceptionItem, Meta, NoticeRef, SegmentMark } from './meta.ts';

/**
 * Where a segment was left: the last position known (see Batch), and every batch from the lower of `since` and
 * `openFrom` on, in the order of their keys. `done`: it was walked to its end.
 */
export interface Tail {
  readonly mark: string;
  readonly nextSeq: number;
  readonly since: number;
  readonly done: boolean;
  readonly recent: readonly Batch[];
}

/** The write-ahead record of one notice. Single items and conditional writes only; reads are consistent. */
export interface Ledger {
  /** Writes META if none is there; returns the one that stands. */
  open(meta: Meta): Promise<Meta>;
  /** Null before the notice was opened. */
  meta(notice: NoticeRef): Promise<Meta | null>;

  control(notice: NoticeRef): Promise<Control>;
  /** Changes what is given and returns what stands; a stopped run stays stopped. */
  direct(notice: NoticeRef, change: Partial<Control>): Promise<Control>;

  /** Marks written so far, by segment. */
  marks(notice: NoticeRef): Promise<readonly SegmentMark[]>;
  mark(notice: NoticeRef, mark: SegmentMark): Promise<void>;

  tail(notice: NoticeRef, segment: number): Promise<Tail>;
  /** Throws AlreadyClaimed when another writer has taken that number: the loser stops. */
  claim(notice: NoticeRef, batch: Batch): Promise<void>;
  /** Writes a child that waits to be claimed; one that is there already is left alone. */
  derive(notice: NoticeRef, child: Batch): Promise<void>;
  /**
   * Takes a refused batch, or our own claimed one, for one more attempt. Throws AlreadyClaimed when another writer
   * was faster. Returns the batch as claimed.
   */
  reclaim(notice: NoticeRef, batch: Batch, owner: string, now: number): Promise<Batch>;
  /** Marks somebody else's claim unknown; nothing happens if that batch has moved on. */
  park(notice: NoticeRef, batch: Batch): Promise<void>;
  /**
   * What SES answered to our attempt; also accepted late, when the batch was parked meanwhile.
   * Throws AlreadyClaimed when it was settled or taken over.
   */
  record(
    notice: NoticeRef,
    batch: Batch,
    state: 'done' | 'refused' | 'split' | 'unknown',
    outcomes: readonly PositionOutcome[],
  ): Promise<Batch>;
  /** The children of a split batch are written; nothing happens if it is split no more. */
  finishSplit(notice: NoticeRef, batch: Batch, state: 'done' | 'unknown' | 'closed'): Promise<void>;
  /** Decides an unknown batch; nothing happens if it is unknown no more. */
  settle(
    notice: NoticeRef,
    batch: Batch,
    state: 'done' | 'held' | 'closed',
    outcomes: readonly PositionOutcome[],
  ): Promise<void>;

  /** Every batch of a segment in the order of keys, or only those that are claimed, refused, split or unknown. */
  batches(notice: NoticeRef, segment: number, which: 'all' | 'open'): AsyncIterable<Batch>;
  /** Null when there is none. */
  batch(notice: NoticeRef, key: BatchKey): Promise<Batch | null>;

  /** Lists a customer as not told; the same again is harmless. */
  except(notice: NoticeRef, segment: number, exception: ExceptionItem): Promise<void>;
  exceptions(notice: NoticeRef, segment: number): AsyncIterable<ExceptionItem>;
}

/**
 * What was counted of SES events, batch by batch and minute by minute; written by `feedback`, in sets, so that order
 * and repetition do not matter.
 */
export interface Evidence {
  /** Writes down of whom of a batch any event has come. Returns of how many nothing had come before. */
  record(notice: NoticeRef, batch: BatchKey, ids: readonly RecipientId[]): Promise<number>;
  /** Adds to a minute how many mails the recipients who were new stand for, and who of all had bad luck. */
  count(notice: NoticeRef, minute: string, heard: number, signs: Signs): Promise<void>;
  /** What came until and in this minute does not count against the notice any more. */
  close(notice: NoticeRef, minute: string): Promise<void>;
  /** Minutes in which anything came, newest first. */
  minutes(notice: NoticeRef): AsyncIterable<Minute>;
}

/** Recipients by what went wrong with their mail. */
export type Signs = Readonly<Partial<Record<Sign, readonly RecipientId[]>>>;
