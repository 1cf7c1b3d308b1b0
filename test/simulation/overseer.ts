import type { Slice } from '../../lambda/contract.ts';
import type { Ledger } from '../../lambda/core/ledger/ledger.ts';
import type { NoticeRef } from '../../lambda/core/ledger/meta.ts';
import type { Mailer } from '../../lambda/core/outcome/mailer.ts';

/** Calls in flight of a sender: as many as a slow answer (0.4 s) lets pile up at its rate. */
function lanesOf({ rate, callSize }: Slice): number {
  return Math.max(1, Math.ceil((rate / callSize) * 0.4));
}

/** Looks whether senders keep still once a notice does not run any more. */
export class Overseer {
  private fault: string | null = null;

  /**
   * The mailer of one sender. What had leave before the notice was paused may still go: one call in each lane.
   */
  watch(ledger: Ledger, notice: NoticeRef, slice: Slice, mailer: Mailer): Mailer {
    let late = 0;
    const look = async (batch: string): Promise<void> => {
      const { run, by } = await ledger.control(notice);
      late = run === 'run' ? 0 : late + 1;
      if (late > lanesOf(slice))
        this.fault ??= `A sender made ${late} calls after ${by} had said "${run}", the last for ${batch}.`;
    };
    return {
      bulk: (call) => look(call.tags.batch).then(() => mailer.bulk(call)),
      single: (call) => look(call.tags.batch).then(() => mailer.single(call)),
    };
  }

  /** Throws what was seen. */
  complain(): void {
    if (this.fault !== null) throw new Error(this.fault);
  }
}
