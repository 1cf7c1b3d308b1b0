import { headers } from '../store/eml.ts';
import { recipients, type StoredMessage } from '../store/message.ts';
import { detailTypes, type Happening, type SesEvent, type SesMail } from './event.ts';

/** Account number and Region that events and ARNs carry. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}

/** Wraps what happened to a message into the event EventBridge would deliver. `number` makes its id unique. */
export function composeEvent(
  place: Place,
  message: StoredMessage,
  what: Happening,
  at: number,
  number: number,
): SesEvent {
  const { accountId, region } = place;
  return {
    version: '0',
    id: `${message.id.slice(17, 40)}-${String(number).padStart(12, '0')}`,
    'detail-type': detailTypes[what.eventType],
    source: 'aws.ses',
    account: accountId,
    time: new Date(at).toISOString(),
    region,
    resources: [`arn:aws:ses:${region}:${accountId}:configuration-set/${message.configurationSet ?? ''}`],
    detail: { ...what, mail: mailOf(place, message) },
  };
}

function mailOf({ accountId, region }: Place, message: StoredMessage): SesMail {
  const mailbox = message.from.replace(/^.*<|>.*$/g, '');
  return {
    timestamp: new Date(message.acceptedAt).toISOString(),
    source: message.from,
    sourceArn: `arn:aws:ses:${region}:${accountId}:identity/${mailbox.slice(mailbox.indexOf('@') + 1)}`,
    sendingAccountId: accountId,
    messageId: message.id,
    destination: recipients(message),
    headersTruncated: false,
    headers: headers(message).filter(({ name }) => !name.startsWith('X-')),
    commonHeaders: { from: [message.from], to: message.to, messageId: message.id, subject: message.subject },
    tags: tagsOf(message, mailbox.slice(mailbox.indexOf('@') + 1)),
  };
}

/** The tags SES adds by itself: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html */
function tagsOf(message: StoredMessage, domain: string): Record<string, readonly string[]> {
  const tags: Record<string, readonly string[]> = {
    'ses:operation': [message.action],
    'ses:configuration-set': [message.configurationSet ?? ''],
    'ses:source-ip': ['127.0.0.1'],
    'ses:from-domain': [domain],
    'ses:caller-identity': ['local'],
  };
  for (const [name, value] of Object.entries(message.tags)) tags[name] = [value];
  return tags;
}
