import type { BatchKey, PositionOutcome } from '../core/ledger/batch.ts';
import { isRetried } from '../core/outcome/classes.ts';
import type { RefusalCode } from '../core/outcome/classes.ts';

const gone: RefusalCode = 'Gone';

/** What one sender has come to in this round. */
export class Tally {
  accepted = 0;
  /** Refused for good; what is sent again counts when it is. */
  refused = 0;
  unknown = 0;

  /** Adds the outcomes of a call and returns how many mails of it SES certainly did not take. */
  count(outcomes: readonly PositionOutcome[], key: BatchKey): number {
    let notSent = 0;
    for (const outcome of outcomes) {
      if (outcome === null) this.unknown += 1;
      else if ('messageId' in outcome) this.accepted += 1;
      else {
        if (outcome.code !== gone) notSent += 1;
        if (!isRetried(outcome.code, key)) this.refused += 1;
      }
    }
    return notSent;
  }
}
