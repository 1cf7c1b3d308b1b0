import { recipients, type Outcome, type StoredMessage } from './message.ts';

/** What the server has accepted since it started; counted even when the messages themselves are not kept. */
export interface AcceptedCounts {
  readonly messages: number;
  readonly recipients: number;
  readonly byOutcome: Readonly<Record<Outcome, number>>;
}

/** The accepted messages, oldest first; keeps the newest `keep` of them. */
export class Mailbox {
  private messages: StoredMessage[] = [];
  private readonly byId = new Map<string, StoredMessage>();
  private recipientCount = 0;
  private messageCount = 0;
  private readonly outcomes: Record<Outcome, number> = {
    delivered: 0,
    bounced: 0,
    complained: 0,
    suppressed: 0,
    delayed: 0,
    rejected: 0,
    'rendering failed': 0,
  };

  constructor(private readonly keep: number) {}

  /** The number the next message gets. */
  get nextNumber(): number {
    return this.messageCount + 1;
  }

  add(message: StoredMessage): void {
    this.messageCount += 1;
    this.recipientCount += recipients(message).length;
    this.outcomes[message.outcome] += 1;
    if (this.keep === 0) return;
    this.messages.push(message);
    this.byId.set(message.id, message);
    // Trimmed in strides: dropping one at a time from a long array would cost as much as keeping it.
    if (this.messages.length > this.keep * 1.25 + 16) this.trim();
  }

  private trim(): void {
    for (const old of this.messages.slice(0, -this.keep)) this.byId.delete(old.id);
    this.messages = this.messages.slice(-this.keep);
  }

  list(): readonly StoredMessage[] {
    return this.messages;
  }

  get(id: string): StoredMessage | undefined {
    return this.byId.get(id);
  }

  counts(): AcceptedCounts {
    return {
      messages: this.messageCount,
      recipients: this.recipientCount,
      byOutcome: { ...this.outcomes },
    };
  }

  /** Forgets every message and count. */
  clear(): void {
    this.messages = [];
    this.byId.clear();
    this.messageCount = 0;
    this.recipientCount = 0;
    for (const message of Object.keys(this.outcomes)) Reflect.set(this.outcomes, message, 0);
  }
}
