import type { FeedbackInput, FeedbackPorts } from '../../../lambda/feedback/feedback.ts';
import { feedback } from '../../../lambda/feedback/feedback.ts';
import { batchName } from '../../../lambda/core/ledger/batch.ts';
import { readLine } from '../../../lambda/core/events/line.ts';
import { eventRoutes } from '../../../lambda/core/events/routes.ts';
import { lineOf } from '../../../local/events/line.ts';
import { matches } from '../../../local/events/match.ts';
import type { Accepted } from '../../fakes/memory-mailer.ts';
import { memoryPreflights } from '../../fakes/memory-preflights.ts';
import type { noticeSetting } from '../notice-setting.ts';

/** What happens to a mail, in the words of SES. */
export const happenings = {
  send: { eventType: 'Send', send: {} },
  delivery: { eventType: 'Delivery', delivery: {} },
  delay: { eventType: 'DeliveryDelay', deliveryDelay: { delayType: 'MailboxFull' } },
  bounce: { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bounceSubType: 'General' } },
  softBounce: { eventType: 'Bounce', bounce: { bounceType: 'Transient', bounceSubType: 'MailboxFull' } },
  suppressed: {
    eventType: 'Bounce',
    bounce: { bounceType: 'Permanent', bounceSubType: 'OnAccountSuppressionList' },
  },
  complaint: { eventType: 'Complaint', complaint: { complaintFeedbackType: 'abuse' } },
  reject: { eventType: 'Reject', reject: { reason: 'Bad content' } },
  renderingFailure: {
    eventType: 'Rendering Failure',
    failure: { errorMessage: 'Attribute name is missing for customer1@mail.example' },
  },
} as const;
export type Happened = keyof typeof happenings;

/** What an event says of a mail. */
type Of = Pick<Accepted, 'id' | 'notice' | 'batch' | 'heard' | 'messageId'> & { readonly address: string };

/** As EventBridge writes it; `at`: epoch milliseconds. */
export function eventOf(mail: Of, what: Happened, at: number) {
  const ours = { notice: [mail.notice], batch: [mail.batch], rid: [mail.id] };
  const heard = mail.heard === undefined ? {} : { heard: [mail.heard] };
  const tags = { ...ours, ...heard, 'ses:configuration-set': ['n'] };
  const about = { messageId: mail.messageId, destination: [mail.address], tags };
  return {
    source: 'aws.ses',
    'detail-type': 'Email Sent',
    time: new Date(at).toISOString(),
    detail: { ...happenings[what], mail: about },
  };
}

/** As the queue hands them over. */
export function queued(events: readonly unknown[]): FeedbackInput {
  return { Records: events.map((event, n) => ({ messageId: `m-${n}`, body: JSON.stringify(event) })) };
}

const routes = eventRoutes('n');
const nothing = (): never => {
  throw new Error('A line that nobody can read.');
};

type Setting = Awaited<ReturnType<typeof noticeSetting>>;

/** A setting whose events come in: what was switched, and what became of each accepted mail when somebody says so. */
export function hearing(notice: Setting) {
  const switched: string[] = [];
  const sending = {
    off: async () => void switched.push('off'),
    on: async () => void switched.push('on'),
  };
  const preflights = memoryPreflights();
  const ports: FeedbackPorts = { ledger: notice.ledger, evidence: notice.evidence, sending, preflights };
  let told = 0;
  const keep = (event: unknown): void => {
    const { notice: ref, batch, id, messageId } = readLine(lineOf(event)) ?? nothing();
    notice.chronicle.tell(ref, { batch: batchName(batch), id, messageId, at: notice.clock.now() });
  };
  /** Whatever it is, it is taken in, and kept if it is one of ours. */
  const take = (events: readonly unknown[]) => {
    for (const event of events) if (matches(routes.all, event)) keep(event);
    return feedback(ports, queued(events));
  };
  /** Events of everything accepted since the last time: a Send each, and what else `fate` says of the nth mail. */
  const tell = async (fate: (n: number) => Happened | null = () => 'delivery') => {
    const from = told;
    const mails = notice.provider.accepted.slice(from);
    told += mails.length;
    const now = notice.clock.now();
    const events = mails.flatMap((mail, n) => {
      const what = fate(from + n);
      return [eventOf(mail, 'send', now), ...(what === null ? [] : [eventOf(mail, what, now)])];
    });
    for (const event of events) if (matches(routes.all, event)) keep(event);
    const queue = events.filter(
      (event) => matches(routes.undelivered, event) || matches(routes.heard, event),
    );
    for (let start = 0; start < queue.length; start += 500)
      await feedback(ports, queued(queue.slice(start, start + 500)));
  };
  return { switched, ports, take, tell };
}
