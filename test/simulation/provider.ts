import type { RecipientId } from '../../lambda/core/customer/recipient.ts';
import type { NoticeRef } from '../../lambda/core/ledger/meta.ts';
import { noticeOfTag } from '../../lambda/core/ledger/tags.ts';
import type { Call, CallOutcome, Mail, Mailer } from '../../lambda/core/outcome/mailer.ts';
import type { MemoryChronicle } from '../fakes/memory-chronicle.ts';
import { messageId } from '../fakes/memory-mailer.ts';
import type { VirtualClock } from '../fakes/virtual-clock.ts';
import type { Random } from './random.ts';

/** What the provider of one seed is like. */
export interface Temper {
  /** Share of calls that do not simply succeed. */
  readonly trouble: number;
  /** Do events of accepted mails arrive? */
  readonly events: boolean;
}

const outages = [
  'MaximumSendingRateExceeded',
  'AccountDailyQuotaExceeded',
  'AccountSendingPaused',
  'Unreachable',
  'AccessDenied',
];
const single = ['AccountThrottled', 'TransientFailure', 'MessageRejected', 'Failed', 'AccountThrottled'];
const requestTimeoutMs = 30_000;
const slowestEventMs = 20 * 60_000;

/** A mail provider with moods. Poisoned addresses make it reject a whole call, as one malformed address does. */
export class Provider implements Mailer {
  /** When each recipient was accepted, by opaque id; more than one time is a duplicate. */
  readonly accepted = new Map<RecipientId, number[]>();
  /** The same of the correction. */
  readonly corrected = new Map<RecipientId, number[]>();

  constructor(
    private readonly clock: VirtualClock,
    private readonly random: Random,
    public temper: Temper,
    private readonly witness: { readonly chronicle: MemoryChronicle; readonly notice: NoticeRef },
  ) {}

  bulk(call: Call): Promise<CallOutcome> {
    return this.answer(call);
  }

  single(call: Call): Promise<CallOutcome> {
    return this.answer(call);
  }

  private async answer(call: Call): Promise<CallOutcome> {
    await this.clock.sleep(this.random.below(150));
    const outcome = this.react(call);
    await this.clock.sleep(this.random.below(150));
    if (outcome !== 'hang') return outcome;
    await this.clock.sleep(requestTimeoutMs);
    return { kind: 'unknown', message: 'timed out' };
  }

  /** What becomes of a call, without the time it takes. */
  react(call: Call): CallOutcome | 'hang' {
    const { random } = this;
    if (call.mails.some(({ address }) => address.startsWith('poison'))) {
      return { kind: 'refused', code: 'InvalidParameterValue', message: 'Illegal address' };
    }
    if (!random.chance(this.temper.trouble)) return this.accept(call, () => null);
    switch (random.below(8)) {
      case 0:
        return { kind: 'refused', code: random.pick(outages), message: 'no' };
      case 1:
        return { kind: 'refused', code: 'ApiRateExceeded', message: 'Rate exceeded' };
      case 2:
        return { kind: 'unknown', message: 'reset before accept' };
      case 3:
        this.accept(call, () => null);
        return { kind: 'unknown', message: 'reset after accept' };
      case 4:
        return 'hang';
      case 5:
        this.accept(call, () => null);
        return 'hang';
      case 6:
        return this.accept(call, () => 'AccountThrottled');
      default:
        return this.accept(call, () => (random.chance(0.4) ? random.pick(single) : null));
    }
  }

  private accept(call: Call, refusal: () => string | null): CallOutcome {
    const outcomes = call.mails.map((mail) => {
      const code = refusal();
      if (code !== null) return { code };
      const { correction } = noticeOfTag(call.tags.notice) ?? {};
      const kept = correction === undefined ? this.accepted : this.corrected;
      kept.set(mail.id, [...(kept.get(mail.id) ?? []), this.clock.now()]);
      const accepted = messageId();
      void this.tell(call, mail, accepted);
      return { messageId: accepted };
    });
    return { kind: 'answered', outcomes };
  }

  /** Recipients accepted in the last 24 hours, as the quota counts them. */
  get sentLastDay(): number {
    const since = this.clock.now() - 86_400_000;
    return [...this.accepted.values(), ...this.corrected.values()].flat().filter((at) => at > since).length;
  }

  /** Events come late, more than once, and in any order. */
  private async tell({ tags: { batch, notice: tag } }: Call, { id }: Mail, accepted: string): Promise<void> {
    if (!this.temper.events) return;
    const { chronicle, notice: announcement } = this.witness;
    const notice = noticeOfTag(tag) ?? announcement;
    for (let times = 1 + this.random.below(2); times > 0; times -= 1) {
      await this.clock.sleep(this.random.below(slowestEventMs / 2));
      chronicle.tell(notice, { batch, id, messageId: accepted, at: this.clock.now() });
    }
  }
}
