import { Script, type Trigger } from '../account/script.ts';
import type { EventType, SesEvent } from './event.ts';

/** What the road between SES and the listener does to an event: it is best effort, at least once and in no order. */
export type Mishap =
  | { readonly kind: 'drop' }
  /** Delivered `copies` times in all. */
  | { readonly kind: 'duplicate'; readonly copies: number }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** Delayed by a random time up to this, so that events overtake each other. */
  | { readonly kind: 'reorder'; readonly withinMilliseconds: number };

/** A scripted mishap; later rules see what earlier ones left. */
export interface EventRule extends Trigger {
  readonly on?: EventType | readonly EventType[];
  readonly when?: (event: SesEvent) => boolean;
  readonly mishap: Mishap;
}

export type EventListener = (event: SesEvent) => void | Promise<void>;

/** Longest nap before the queue is looked at again: an injected clock may jump without a timer knowing. */
const longestNap = 250;

/** Carries events to the listener in the order they fall due. */
export class EventPublisher {
  readonly script: Script<EventRule, SesEvent>;
  private queue: { readonly due: number; readonly order: number; readonly event: SesEvent }[] = [];
  private order = 0;
  private timer: NodeJS.Timeout | undefined;
  private nap: number | undefined;
  private delivering: Promise<void> = Promise.resolve();
  private deliveredCount = 0;

  constructor(
    private readonly listener: EventListener | undefined,
    private readonly clock: () => number,
    private readonly random: () => number,
  ) {
    this.script = new Script((rule, event) => {
      const types = rule.on === undefined ? undefined : [rule.on].flat();
      return (types?.includes(event.detail.eventType) ?? true) && (rule.when?.(event) ?? true);
    }, random);
  }

  /** Nobody listens: composing events would be waste. */
  get idle(): boolean {
    return this.listener === undefined;
  }

  publish(event: SesEvent, due: number): void {
    let dues = [due];
    for (const { mishap } of this.script.strike(event)) dues = this.befall(mishap, dues);
    for (const at of dues) this.queue.push({ due: at, order: (this.order += 1), event });
    if (dues.length > 0) this.arm(0);
  }

  private befall(mishap: Mishap, dues: readonly number[]): number[] {
    if (mishap.kind === 'drop') return [];
    if (mishap.kind === 'duplicate')
      return dues.flatMap((due) => Array.from({ length: mishap.copies }, () => due));
    if (mishap.kind === 'delay') return dues.map((due) => due + mishap.milliseconds);
    return dues.map((due) => due + this.random() * mishap.withinMilliseconds);
  }

  private arm(milliseconds: number): void {
    if (this.nap !== undefined && this.nap <= milliseconds) return;
    clearTimeout(this.timer);
    this.nap = milliseconds;
    this.timer = setTimeout(() => {
      this.nap = undefined;
      void this.deliverDue().finally(() => this.armForNext());
    }, milliseconds).unref();
  }

  private armForNext(): void {
    if (this.queue.length === 0) return;
    const next = this.queue.reduce((soonest, entry) => Math.min(soonest, entry.due), Infinity);
    this.arm(Math.min(longestNap, Math.max(1, next - this.clock())));
  }

  /** Delivers what is due by the clock; resolves when the listener is done with it. */
  deliverDue(): Promise<void> {
    return this.deliverUntil(this.clock());
  }

  /** Delivers everything that is still on its way, whatever the clock says. */
  deliverAll(): Promise<void> {
    return this.deliverUntil(Infinity);
  }

  private deliverUntil(time: number): Promise<void> {
    const due = this.queue.filter((entry) => entry.due <= time);
    this.queue = this.queue.filter((entry) => entry.due > time);
    due.sort((a, b) => a.due - b.due || a.order - b.order);
    const run = this.delivering.then(async () => {
      for (const { event } of due) {
        await this.listener?.(event);
        this.deliveredCount += 1;
      }
    });
    // A listener that throws is the caller's to see; the events after it still go out.
    this.delivering = run.catch(() => undefined);
    return run;
  }

  /** Events on their way, and events the listener has had. */
  counts(): { readonly waiting: number; readonly delivered: number } {
    return { waiting: this.queue.length, delivered: this.deliveredCount };
  }

  stop(): void {
    clearTimeout(this.timer);
    this.queue = [];
  }
}
