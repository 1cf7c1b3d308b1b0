import type { RecipientId } from '../customer/recipient.ts';
import { TotalsDoNotAddUp } from '../errors.ts';
import type { Batch, PositionOutcome } from '../ledger/batch.ts';
import { batchName } from '../ledger/batch.ts';
import { isReleased } from '../ledger/held.ts';
import { IdMap } from '../ledger/id-map.ts';
import type { ExceptionItem, ExceptionKind, Run } from '../ledger/meta.ts';
import { isRetried } from './classes.ts';

/** Why one customer is not proven told; `customerId` is null until the recount finds whose id it is. */
export interface Exception {
  readonly id: RecipientId;
  readonly kind: ExceptionKind;
  readonly cause: string;
  readonly customerId: string | null;
}

/** Found before or after the batches; a batch's own word outweighs these. */
const outweighed: readonly ExceptionKind[] = ['unreachable', 'missed'];

/** What an account comes to. */
export interface Balance {
  /** How many recipients SES has accepted, without those who are listed. */
  readonly accepted: number;
  readonly exceptions: ReadonlyMap<RecipientId, Exception>;
  /** Batches that are neither decided nor handed on. */
  readonly open: readonly string[];
  /** When the last batch with an accepted mail was claimed, epoch milliseconds; 0 for none. */
  readonly lastAcceptedAt: number;
}

/** What the table of ids says of a recipient that SES accepted: that it counts, or that it is listed after all. */
const standings = { accepted: 1, listed: 2 } as const;

/**
 * Who of one segment was accepted and who is listed: each recipient of the ledger exactly once. Grows with the segment
 * by 17 to 49 bytes a recipient.
 */
export class Account implements Balance {
  private readonly ids = new IdMap();
  accepted = 0;
  readonly exceptions = new Map<RecipientId, Exception>();
  readonly open: string[] = [];
  lastAcceptedAt = 0;

  /** `run`: in a stopped run, what is still open counts as not told. */
  constructor(private readonly run: Run) {}

  /** Throws TotalsDoNotAddUp when a recipient was accepted before. */
  add(batch: Batch): void {
    if (batch.state === 'closed') return;
    const isOpen = batch.state !== 'done' && batch.state !== 'held';
    if (isOpen && this.run !== 'stop') this.open.push(batchName(batch.key));
    for (const [position, id] of batch.ids.entries())
      this.addPosition(batch, id, batch.outcomes[position] ?? null);
  }

  private addPosition(batch: Batch, id: RecipientId, outcome: PositionOutcome): void {
    if (outcome === null)
      return this.except(id, batch.state === 'refused' ? 'stopped' : 'held', batchName(batch.key));
    if ('code' in outcome) {
      if (isRetried(outcome.code, batch.key)) return;
      return this.except(id, outcome.code === 'Gone' ? 'gone' : 'refused', outcome.code);
    }
    if (this.isAccepted(id)) throw twice(batch);
    this.ids.set(id, standings.accepted);
    this.accepted += 1;
    if (isReleased(batch.key)) this.exceptions.delete(id);
    this.lastAcceptedAt = Math.max(this.lastAcceptedAt, batch.claimedAt);
  }

  private except(id: RecipientId, kind: ExceptionKind, cause: string): void {
    this.exceptions.set(id, { id, kind, cause, customerId: null });
  }

  /** To be added after the batches. */
  list({ id, kind, cause, customerId }: ExceptionItem): void {
    if (this.knows(id) && outweighed.includes(kind)) return;
    if (this.isAccepted(id)) {
      this.ids.set(id, standings.listed);
      this.accepted -= 1;
    }
    this.exceptions.set(id, { id, kind, cause, customerId });
  }

  /** The recount has met a customer of the audience, or one who has an exception. Returns whether the ledger knows them. */
  meet(id: RecipientId, customerId: string): boolean {
    const exception = this.exceptions.get(id);
    if (exception?.customerId === null) this.exceptions.set(id, { ...exception, customerId });
    return this.knows(id);
  }

  knows(id: RecipientId): boolean {
    return this.exceptions.has(id) || this.isAccepted(id);
  }

  /** Without the ids of whoever was accepted, so that those of one segment alone are in memory at a time. */
  balance(): Balance {
    const { accepted, exceptions, open, lastAcceptedAt } = this;
    return { accepted, exceptions, open, lastAcceptedAt };
  }

  private isAccepted(id: RecipientId): boolean {
    return this.ids.get(id) === standings.accepted;
  }
}

function twice({ key }: Batch): TotalsDoNotAddUp {
  return new TotalsDoNotAddUp(
    `A recipient of batch ${batchName(key)} was accepted before in another batch.`,
    'Stop the run and look at both batches in the ledger: a customer was told twice.',
  );
}
