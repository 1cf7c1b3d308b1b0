import { recipientId } from '../../lambda/core/customer/recipient.ts';
import { eventRoutes } from '../../lambda/core/events/routes.ts';
import type { NoticeRef } from '../../lambda/core/ledger/meta.ts';
import { noticeOfTag } from '../../lambda/core/ledger/tags.ts';
import type { Call, Mail } from '../../lambda/core/outcome/mailer.ts';
import { matches } from '../../local/events/match.ts';
import type { MemoryChronicle } from '../fakes/memory-chronicle.ts';
import type { VirtualClock } from '../fakes/virtual-clock.ts';
import type { Happened } from '../steps/feedback/ses-events.ts';
import { eventOf } from '../steps/feedback/ses-events.ts';
import type { Queue } from './queue.ts';
import type { Random } from './random.ts';

/** What becomes of accepted mails in one seed, and of what SES says about them: shares, 0 to 1. */
export interface Fates {
  readonly unrendered: number;
  readonly rejected: number;
  readonly bounced: number;
  readonly complained: number;
  /** Of mails, nothing of which is ever heard. */
  readonly mute: number;
  /** Of events. */
  readonly lost: number;
  readonly twice: number;
}

/** A seed's luck: mostly good, and sometimes bad enough to trip the breaker. */
export function fatesOf(random: Random): Fates {
  return {
    unrendered: random.pick([0, 0, 0, 0.4]),
    rejected: random.pick([0, 0, 0, 0.02]),
    bounced: random.pick([0, 0.05, 0.3]),
    complained: random.pick([0, 0, 0.02, 0.4]),
    mute: random.pick([0, 0, 0.01]),
    lost: random.pick([0, 0, 0.05]),
    twice: random.pick([0, 0.3]),
  };
}

/** An event that `feedback` was to take in. */
export interface Queued {
  readonly notice: NoticeRef;
  readonly batch: string;
  readonly id: string;
  readonly what: Happened;
  /** When SES says that it happened. */
  readonly at: number;
}

/** Where events go; null: nobody takes them there. */
export interface Ways {
  readonly chronicle: MemoryChronicle | null;
  readonly queue: Queue | null;
}

const minuteMs = 60_000;
const slowestMs = 20 * minuteMs;
const routes = eventRoutes('n');

/** A mail that SES has accepted, and what then happened to it. */
interface Happening {
  readonly mail: Parameters<typeof eventOf>[0];
  readonly what: Happened;
  readonly at: number;
}

/** What SES says of the mails of one seed: kept and queued as the rules of the stack would, late and in any order. */
export class Events {
  /** Everything that came to the queue, as often as it came. */
  readonly queued: Queued[] = [];
  /** On their way, by the minute in which they arrive. */
  private readonly underWay = new Map<number, Happening[]>();

  constructor(
    private readonly clock: VirtualClock,
    private readonly random: Random,
    private readonly fates: Fates,
    private readonly ways: Ways,
  ) {}

  get isQuiet(): boolean {
    return this.underWay.size === 0;
  }

  /** SES has accepted a mail. */
  tell({ tags: { notice, batch, heard } }: Call, { id, address }: Mail, messageId: string): void {
    const { random, fates } = this;
    if (random.chance(fates.mute)) return;
    const mail = { id, address, notice, batch, heard, messageId };
    for (const what of this.fate())
      for (let times = random.chance(fates.twice) ? 2 : 1; times > 0; times -= 1)
        if (!random.chance(fates.lost)) this.delay({ mail, what, at: this.clock.now() });
  }

  private fate(): readonly Happened[] {
    const { random, fates } = this;
    if (random.chance(fates.unrendered)) return ['renderingFailure'];
    if (random.chance(fates.rejected)) return ['reject'];
    if (random.chance(fates.bounced)) return ['send', random.pick(['bounce', 'softBounce', 'suppressed'])];
    if (random.chance(fates.complained)) return ['send', 'delivery', 'complaint'];
    return ['send', 'delivery'];
  }

  /** Until one of the next minutes, in which it arrives with others: a sleeper each would be most of a seed's work. */
  private delay(happening: Happening): void {
    const minute = Math.ceil((this.clock.elapsed() + this.random.below(slowestMs)) / minuteMs);
    const together = this.underWay.get(minute);
    if (together === undefined) {
      this.underWay.set(minute, [happening]);
      void this.clock.sleep(minute * minuteMs - this.clock.elapsed()).then(() => this.arrive(minute));
    } else together.splice(this.random.below(together.length + 1), 0, happening);
  }

  private arrive(minute: number): void {
    const all = this.underWay.get(minute) ?? [];
    this.underWay.delete(minute);
    for (const happening of all) this.bring(happening);
  }

  private bring({ mail, what, at }: Happening): void {
    const { chronicle, queue } = this.ways;
    const { id, batch, messageId, heard } = mail;
    const notice = noticeOfTag(mail.notice);
    if (notice === null) throw new Error(`A mail whose tag names no notice: ${mail.notice}.`);
    const way = wayOf(what, heard);
    if (way.isKept) chronicle?.tell(notice, { batch, id, messageId, at: this.clock.now() });
    if (queue === null || !way.isQueued) return;
    this.queued.push({ notice, batch, id, what, at });
    queue.add(JSON.stringify(eventOf(mail, what, at)));
  }
}

interface Way {
  readonly isKept: boolean;
  readonly isQueued: boolean;
}

const known = new Map<string, Way>();

/** Where the rules of the stack send an event, which they decide by its kind and the tag `heard` alone. */
function wayOf(what: Happened, heard: string | undefined): Way {
  const kind = `${what} ${heard}`;
  const found = known.get(kind);
  if (found !== undefined) return found;
  const mail = { id: sampleId, address: '', notice: 'terms-2', batch: 'S0-00000001', heard, messageId: 'm' };
  const event = eventOf(mail, what, 0);
  const isQueued = matches(routes.heard, event) || matches(routes.undelivered, event);
  const way = { isKept: matches(routes.all, event), isQueued };
  known.set(kind, way);
  return way;
}

const sampleId = recipientId(new Uint8Array(32), 'sample');
