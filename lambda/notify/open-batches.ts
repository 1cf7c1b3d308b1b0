import type { Batch } from '../core/ledger/batch.ts';
import { batchName } from '../core/ledger/batch.ts';

/** The batches of one segment that this sender knows to be claimed or refused, and whether the segment is still its own. */
export class OpenBatches {
  private readonly open = new Map<string, { readonly seq: number; readonly due: number }>();
  private lost = false;

  add({ key, due }: Batch): void {
    this.open.set(batchName(key), { seq: key.seq, due });
  }

  remove({ key }: Batch): void {
    this.open.delete(batchName(key));
  }

  /** Another sender is at work here: whatever we would write next is theirs. */
  lose(): void {
    this.lost = true;
  }

  get isLost(): boolean {
    return this.lost;
  }

  get isEmpty(): boolean {
    return this.open.size === 0;
  }

  /** The lowest number among them, or `otherwise`. */
  lowest(otherwise: number): number {
    let lowest = otherwise;
    for (const { seq } of this.open.values()) lowest = Math.min(lowest, seq);
    return lowest;
  }

  /** When the first of them may be sent (epoch milliseconds); 0 when one may be now, or there is none. */
  get due(): number {
    return this.open.size === 0 ? 0 : Math.min(...[...this.open.values()].map(({ due }) => due));
  }
}
