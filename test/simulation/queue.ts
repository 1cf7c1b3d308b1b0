import type { FeedbackInput } from '../../lambda/feedback/feedback.ts';
import type { VirtualClock } from '../fakes/virtual-clock.ts';
import type { Random } from './random.ts';

/** Hands messages to one invocation; resolves to the ids of those it gives back, or null when it died or threw. */
export type Receiver = (records: FeedbackInput) => Promise<readonly string[] | null>;

interface Message {
  readonly messageId: string;
  readonly body: string;
  receives: number;
}

/** A message that is no event, and ends among those put aside. */
export const garbage = '{"source":"aws.ses"}';

/** As lib/feedback.ts asks for: readers at once, how long they gather, and how long a message is theirs. */
const mostReaders = 5;
const gatherMs = 5_000;
const hiddenMs = 6 * 120_000;
const mostReceives = 5;
/** A standard queue delivers at least once: some of what was deleted comes again. */
const again = 0.01;

/** The queue between EventBridge and `feedback`: in any order, at least once, and after five times in vain put aside. */
export class Queue {
  /** Put aside, until a person has them delivered again. */
  readonly dead: Message[] = [];
  /** Messages of invocations that died: what they had counted may be lost. */
  inVain = 0;
  private waiting: Message[] = [];
  private hidden = 0;
  private readers = 0;
  private count = 0;

  constructor(
    private readonly clock: VirtualClock,
    private readonly random: Random,
    private readonly receive: Receiver,
  ) {}

  get isQuiet(): boolean {
    return this.waiting.length + this.hidden + this.readers === 0;
  }

  add(body: string): void {
    this.count += 1;
    this.waiting.push({ messageId: `m-${this.count}`, body, receives: 0 });
    void this.read();
  }

  /** What was put aside comes back, as by "Start DLQ redrive", but for what is no event. Returns whether anything did. */
  redrive(): boolean {
    const events = this.dead.filter(({ body }) => body !== garbage);
    this.dead.splice(0, Infinity, ...this.dead.filter(({ body }) => body === garbage));
    for (const message of events) this.waiting.push({ ...message, receives: 0 });
    void this.read();
    return events.length > 0;
  }

  private async read(): Promise<void> {
    if (this.readers >= mostReaders) return;
    this.readers += 1;
    await this.clock.sleep(gatherMs);
    while (this.waiting.length > 0) await this.handOver();
    this.readers -= 1;
  }

  private async handOver(): Promise<void> {
    const taken = this.waiting.splice(0, 1 + this.random.below(this.waiting.length));
    const Records = taken.map(({ messageId, body }) => ({ messageId, body }));
    const left = await this.receive({ Records });
    if (left === null) this.inVain += taken.length;
    for (const message of taken) {
      const isLeft = left === null || left.includes(message.messageId);
      if (isLeft || this.random.chance(again)) void this.comeBack(message);
    }
  }

  private async comeBack(message: Message): Promise<void> {
    message.receives += 1;
    this.hidden += 1;
    await this.clock.sleep(hiddenMs);
    this.hidden -= 1;
    if (message.receives >= mostReceives) return void this.dead.push(message);
    this.waiting.push(message);
    void this.read();
  }
}
