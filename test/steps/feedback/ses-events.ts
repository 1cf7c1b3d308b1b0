import type { FeedbackInput, FeedbackPorts } from '../../../lambda/feedback/feedback.ts';
import { feedback } from '../../../lambda/feedback/feedback.ts';
import type { Accepted } from '../../fakes/memory-mailer.ts';
import { messageId } from '../../fakes/memory-mailer.ts';
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

/** As EventBridge writes it; `at`: epoch milliseconds. */
export function eventOf(mail: Accepted, what: Happened, at: number): object {
  const tags = { notice: [mail.notice], batch: [mail.batch], rid: [mail.id], 'ses:configuration-set': ['n'] };
  const about = { messageId: messageId(), destination: [mail.address], tags };
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

type Setting = Awaited<ReturnType<typeof noticeSetting>>;

/** A setting whose events come in: what was switched, and what became of each accepted mail when somebody says so. */
export function hearing(notice: Setting) {
  const switched: string[] = [];
  const sending = {
    off: async () => void switched.push('off'),
    on: async () => void switched.push('on'),
  };
  const ports: FeedbackPorts = { ledger: notice.ledger, evidence: notice.evidence, sending };
  let told = 0;
  const take = (events: readonly unknown[]) => feedback(ports, queued(events));
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
    for (let start = 0; start < events.length; start += 500) await take(events.slice(start, start + 500));
  };
  return { switched, ports, take, tell };
}
