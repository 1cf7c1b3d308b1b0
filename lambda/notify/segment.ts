import { AlreadyClaimed } from '../core/errors.ts';
import type { Recipient } from '../core/customer/recipient.ts';
import { freshBatch } from '../core/ledger/batch.ts';
import { standsFor } from '../core/events/sample.ts';
import type { Stretch } from '../core/ledger/stretch.ts';
import { callsOf, stretchTarget } from '../core/ledger/stretch.ts';
import type { Told } from '../core/ledger/told.ts';
import { toldIn } from '../core/ledger/told.ts';
import type { Walk } from './delivery.ts';
import { deliver, redeliver } from './delivery.ts';
import { Lanes } from './lanes.ts';
import { OpenBatches } from './open-batches.ts';
import type { Permit } from './permit.ts';
import type { Assignment } from './ports.ts';
import { readStretch } from './read-stretch.ts';
import { mailFor, recall } from './recall.ts';
import type { Resumption } from './resume.ts';
import { resume } from './resume.ts';
import { rowsOf } from './rows.ts';
import type { Tally } from './tally.ts';

/** Calls in flight: as many as a slow answer (0.4 s) lets pile up at the sender's rate. */
const slowAnswerSeconds = 0.4;
const checkpointEveryMs = 30_000;

/** One sender's way through one segment, from wherever the ledger says it was left. */
export class SegmentWalk {
  private readonly open = new OpenBatches();
  private readonly walk: Walk;
  private readonly lanes: Lanes;
  private writtenAt: number;

  constructor(
    private readonly assignment: Assignment,
    private readonly permit: Permit,
    tally: Tally,
    private readonly segment: number,
  ) {
    const { slice, clock } = assignment;
    this.walk = { assignment, permit, tally, open: this.open };
    this.lanes = new Lanes(Math.max(1, Math.ceil((slice.rate / slice.callSize) * slowAnswerSeconds)));
    this.writtenAt = clock.elapsed();
  }

  /** Walks on until the segment ends, the permit ends, or somebody else turns out to be walking here. */
  async run(): Promise<void> {
    const from = await resume(this.assignment, this.segment);
    try {
      for (const batch of from.refused)
        await redeliver(this.walk, batch, await recall(this.assignment, batch));
      await this.onwards(from);
    } finally {
      await this.lanes.idle();
    }
  }

  private async onwards({ mark: start, nextSeq, since: sinceBefore, claimed }: Resumption): Promise<void> {
    const { directory, meta, clock } = this.assignment;
    const rows = rowsOf(directory, this.segment, meta.segments, start);
    const told = await this.told();
    const at = { mark: start, seq: nextSeq, since: sinceBefore };
    while (!this.permit.isStopped && !this.open.isLost) {
      const recipients = stretchTarget(this.permit.pacer.pace, this.permit.callSize);
      const stretch = await readStretch(rows, meta, clock, { mark: at.mark, recipients, claimed, told });
      await this.list(stretch);
      for (const call of callsOf(stretch.recipients, this.permit.callSize)) {
        if (!(await this.send(call, at))) return;
        at.seq += 1;
      }
      if (claimed.isEmpty) at.since = at.seq;
      at.mark = stretch.endMark;
      if (stretch.atEnd) return this.finish(at);
      await this.checkpoint(at);
    }
  }

  /** A correction goes to whoever was told what it corrects, segment by segment. */
  private async told(): Promise<Told | null> {
    const { ledger, meta } = this.assignment;
    const { policyId, corrects: version } = meta;
    return version === undefined ? null : toldIn(ledger, { policyId, version }, this.segment);
  }

  /** Exceptions are written before any claim that moves the cursor past them. */
  private async list({ exceptions }: Stretch): Promise<void> {
    const { ledger, meta } = this.assignment;
    for (const { id, customerId, cause } of exceptions) {
      await ledger.except(meta, this.segment, { id, customerId, kind: 'unreachable', cause });
    }
  }

  /** Claims, then sends; false when there is no leave, or the claim was lost. */
  private async send(call: readonly Recipient[], at: Position): Promise<boolean> {
    const { ledger, meta, owner, clock } = this.assignment;
    if (!(await this.permit.grant(call.length)) || this.open.isLost) return false;
    const key = { segment: this.segment, seq: at.seq, suffix: '' };
    const batch = freshBatch({
      key,
      owner,
      claimedAt: clock.now(),
      language: call[0]?.language ?? '',
      mark: at.mark,
      since: at.since,
      openFrom: this.open.lowest(at.seq),
      standsFor: standsFor(meta, key, this.permit.ceiling),
      ids: call.map(({ id }) => id),
    });
    try {
      await ledger.claim(meta, batch);
    } catch (error) {
      if (!(error instanceof AlreadyClaimed)) throw error;
      this.open.lose();
      return false;
    }
    this.open.add(batch);
    this.writtenAt = clock.elapsed();
    await this.lanes.run(() =>
      deliver(
        this.walk,
        batch,
        call.map((one) => mailFor(one, batch.language)),
      ),
    );
    return true;
  }

  /** Long stretches without anybody affected would otherwise be read again after a stop. */
  private async checkpoint(at: Position): Promise<void> {
    if (this.assignment.clock.elapsed() - this.writtenAt < checkpointEveryMs) return;
    await this.mark(at, false);
  }

  private async finish(at: Position): Promise<void> {
    await this.lanes.idle();
    if (!this.open.isLost) await this.mark(at, this.open.isEmpty);
  }

  private async mark({ mark, seq, since }: Position, done: boolean): Promise<void> {
    const { ledger, meta, clock } = this.assignment;
    const { segment, open } = this;
    await ledger.mark(meta, { segment, mark, seq, since, openFrom: open.lowest(seq), done, due: open.due });
    this.writtenAt = clock.elapsed();
  }
}

interface Position {
  mark: string;
  seq: number;
  since: number;
}
