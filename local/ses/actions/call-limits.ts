import type { Account } from '../account/account.ts';
import { callRate, type TokenBucket } from '../account/rate.ts';
import { throttled } from '../protocol/error.ts';
import { sendingActions } from '../store/message.ts';
import type { ActionName } from './table.ts';

const sending: ReadonlySet<string> = new Set(sendingActions);

/**
 * "All actions (except SendEmail, SendRawEmail, and SendTemplatedEmail) are throttled at one request per second":
 * https://docs.aws.amazon.com/ses/latest/dg/quotas.html. Each action has a bucket of its own; the limits are settings.
 */
export class CallLimits {
  private readonly buckets = new Map<ActionName, TokenBucket>();

  constructor(private readonly account: Account) {}

  /** Throws Throttling with a message that is neither of the two about mail. */
  check(action: ActionName): void {
    let bucket = this.buckets.get(action);
    if (bucket === undefined) {
      bucket = callRate(() => this.limitOf(action), this.account.clock);
      this.buckets.set(action, bucket);
    }
    if (!bucket.take(1)) throw throttled('calls');
  }

  private limitOf(action: ActionName): number {
    if (action === 'SendBulkTemplatedEmail') return this.account.settings.bulkCallsPerSecond;
    return sending.has(action) ? Infinity : this.account.settings.controlCallsPerSecond;
  }
}
