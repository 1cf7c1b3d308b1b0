import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { FeedbackInput } from '../lambda/feedback/feedback.ts';
import type { SesEvent } from './ses/events/event.ts';
import type { Handler } from './state-machine/handlers.ts';

/** As many as the deployed queue hands over at once. */
const mostAtOnce = 500;
const answered = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).max(0) });

/** The queue between SES and the step `feedback`, on a laptop: it holds events until somebody has them delivered. */
export class FeedbackQueue {
  private waiting: SesEvent[] = [];

  constructor(private readonly feedback: () => Handler) {}

  /** An event of SES. */
  readonly add = (event: SesEvent): void => void this.waiting.push(event);

  /** Hands over everything that has come. Throws what the step throws, and ZodError when it leaves an event behind. */
  async deliver(): Promise<void> {
    while (this.waiting.length > 0) {
      const events = this.waiting.splice(0, mostAtOnce);
      answered.parse(await this.feedback()(messagesOf(events)));
    }
  }
}

/** Events as SQS hands them to a Lambda, as far as it reads them. */
export function messagesOf(events: readonly SesEvent[]): FeedbackInput {
  return { Records: events.map((event) => ({ messageId: randomUUID(), body: JSON.stringify(event) })) };
}
