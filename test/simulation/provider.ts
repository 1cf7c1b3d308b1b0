import type { RecipientId } from '../../lambda/core/customer/recipient.ts';
import { noticeOfTag } from '../../lambda/core/ledger/tags.ts';
import type { Call, CallOutcome, Mailer, SendingSwitch } from '../../lambda/core/outcome/mailer.ts';
import { messageId } from '../fakes/memory-mailer.ts';
import type { VirtualClock } from '../fakes/virtual-clock.ts';
import type { Events } from './events.ts';
import type { Random } from './random.ts';

/** What the provider of one seed is like. */
export interface Temper {
  /** Share of calls that do not simply succeed. */
  readonly trouble: number;
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

/** A mail provider with moods. Poisoned addresses make it reject a whole call, as one malformed address does. */
export class Provider implements Mailer {
  /** When each recipient was accepted, by opaque id; more than one time is a duplicate. */
  readonly accepted = new Map<RecipientId, number[]>();
  /** The same of each correction, by its number. */
  readonly corrected = new Map<number, Map<RecipientId, number[]>>();
  private isOn = true;
  /** Of the configuration set. */
  readonly sending: SendingSwitch = {
    off: async () => void (this.isOn = false),
    on: async () => void (this.isOn = true),
  };

  constructor(
    private readonly clock: VirtualClock,
    private readonly random: Random,
    public temper: Temper,
    private readonly events: Events,
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
    if (!this.isOn) return { kind: 'refused', code: 'ConfigurationSetSendingPaused', message: 'off' };
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
      const kept = this.keptOf(noticeOfTag(call.tags.notice)?.correction);
      kept.set(mail.id, [...(kept.get(mail.id) ?? []), this.clock.now()]);
      const accepted = messageId();
      this.events.tell(call, mail, accepted);
      return { messageId: accepted };
    });
    return { kind: 'answered', outcomes };
  }

  private keptOf(correction: number | undefined): Map<RecipientId, number[]> {
    if (correction === undefined) return this.accepted;
    const kept = this.corrected.get(correction) ?? new Map<RecipientId, number[]>();
    this.corrected.set(correction, kept);
    return kept;
  }

  /** How many mails were ever accepted. */
  get sent(): number {
    return this.times().length;
  }

  /** Recipients accepted in the last 24 hours, as the quota counts them. */
  get sentLastDay(): number {
    const since = this.clock.now() - 86_400_000;
    return this.times().filter((at) => at > since).length;
  }

  private times(): number[] {
    return [this.accepted, ...this.corrected.values()].flatMap((of) => [...of.values()].flat());
  }
}
