import * as z from 'zod/mini';
import type { Sign } from '../core/breaker/minute.ts';
import { minuteOf } from '../core/breaker/minute.ts';
import type { Tagged } from '../core/ledger/tags.ts';
import { readTags } from '../core/ledger/tags.ts';
import type { CanaryRef } from '../core/preflight/canary.ts';
import { readCanaryTags } from '../core/preflight/canary.ts';
import type { ExceptionKind } from '../core/ledger/meta.ts';

/** What an event of SES says about one mail; never whose address it went to. */
export interface Heard extends Tagged {
  /** When it happened, as in `Minute`. */
  readonly minute: string;
  /** What counts against the notice, if anything does. */
  readonly sign: Sign | null;
  /** Why the customer is not proven told, if so. */
  readonly exception: { readonly kind: ExceptionKind; readonly cause: string } | null;
}

/** A test mail has left, which is all that its events are to say. */
export interface HeardCanary {
  readonly canary: CanaryRef;
}

/** Words of SES (`OnAccountSuppressionList`); whatever else stands there is left out, because it may hold an address. */
const word = z.catch(z.string().check(z.regex(/^[\w -]{1,60}$/)), 'unknown');
const mail = z.object({ tags: z.record(z.string(), z.array(z.string())) });

/** https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html */
const detail = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('Send'), mail }),
  z.object({ eventType: z.literal('Delivery'), mail }),
  z.object({ eventType: z.literal('DeliveryDelay'), mail }),
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({ bounceType: z.string(), bounceSubType: word }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.catch(z.object({ complaintFeedbackType: word }), { complaintFeedbackType: 'unknown' }),
  }),
  z.object({ eventType: z.literal('Reject'), mail, reject: z.object({ reason: word }) }),
  z.object({ eventType: z.literal('Rendering Failure'), mail }),
]);
const envelope = z.object({ source: z.literal('aws.ses'), time: z.iso.datetime({ offset: true }), detail });
const body = z.pipe(
  z.transform((text: string, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.issues.push({ code: 'custom', message: 'not JSON', input: text });
      return z.NEVER;
    }
  }),
  envelope,
);

/** A message of the queue, the event of EventBridge as text. `foreign`: of a mail that is no notice; `unreadable`: no event of SES. */
export function readEvent(text: string): Heard | HeardCanary | 'foreign' | 'unreadable' {
  const { data: event } = body.safeParse(text);
  if (event === undefined) return 'unreadable';
  const tags = Object.entries(event.detail.mail.tags).map(([name, [value]]) => [name, value] as const);
  const canary = readCanaryTags(Object.fromEntries(tags));
  if (canary !== null) return event.detail.eventType === 'Send' ? { canary } : 'foreign';
  const tagged = readTags(Object.fromEntries(tags));
  if (tagged === null) return 'foreign';
  return { ...tagged, minute: minuteOf(Date.parse(event.time)), ...meaningOf(event.detail) };
}

const well = { sign: null, exception: null } as const;
/** Its mail was never sent, and SES does not count it as a bounce of ours. */
const suppressions = new Set(['OnAccountSuppressionList', 'Suppressed']);

function meaningOf(event: z.infer<typeof detail>): Pick<Heard, 'sign' | 'exception'> {
  switch (event.eventType) {
    case 'Send':
    case 'Delivery':
    case 'DeliveryDelay':
      return well;
    case 'Bounce':
      return bounce(event.bounce);
    case 'Complaint':
      return bad('complained', 'complained', `complaint: ${event.complaint.complaintFeedbackType}`);
    case 'Reject':
      return bad('rejected', 'refused', `rejected: ${event.reject.reason}`);
    case 'Rendering Failure':
      return bad('unrendered', 'unrendered', 'SES could not render the mail');
  }
}

/** Others may still be delivered, or are the answer of a person on holiday. */
function bounce({
  bounceType,
  bounceSubType,
}: {
  readonly bounceType: string;
  readonly bounceSubType: string;
}): Pick<Heard, 'sign' | 'exception'> {
  if (bounceType !== 'Permanent') return well;
  const cause = `bounce: ${bounceSubType}`;
  if (suppressions.has(bounceSubType)) return { sign: null, exception: { kind: 'suppressed', cause } };
  return bad('bounced', 'bounced', cause);
}

function bad(sign: Sign, kind: ExceptionKind, cause: string): Pick<Heard, 'sign' | 'exception'> {
  return { sign, exception: { kind, cause } };
}
