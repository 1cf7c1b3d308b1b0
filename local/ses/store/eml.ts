import type { StoredMessage } from './message.ts';
import { writeMime, type HeaderLine } from './mime.ts';

/** Header lines of a message in the order they are written. */
export type Headers = readonly { readonly name: string; readonly value: string }[];

/**
 * The headers a person wants to see. SES replaces Message-ID and Date whatever the caller wrote:
 * https://docs.aws.amazon.com/ses/latest/dg/header-fields.html
 */
export function headers(message: StoredMessage): Headers {
  const lines: [string, string | undefined][] = [
    ['From', message.from],
    ['To', message.to.join(', ')],
    ['Cc', message.cc.join(', ')],
    ['Reply-To', message.replyTo.join(', ')],
    ['Subject', message.subject],
    ['Date', new Date(message.acceptedAt).toUTCString()],
    ['Message-ID', messageIdHeader(message)],
    ...sesHeaders(message),
  ];
  return lines.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

function sesHeaders(message: StoredMessage): [string, string][] {
  const tags = Object.entries(message.tags).map(([name, value]) => `${name}=${value}`);
  const lines: [string, string | undefined][] = [
    ['Return-Path', message.returnPath],
    ['X-SES-CONFIGURATION-SET', message.configurationSet],
    ['X-SES-MESSAGE-TAGS', tags.join(', ')],
    ['X-Local-Template', message.template],
    [
      'X-Local-Outcome',
      message.reason === undefined ? message.outcome : `${message.outcome}; ${message.reason}`,
    ],
  ];
  return lines.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
}

function messageIdHeader(message: StoredMessage): string {
  return `<${message.id}@email.amazonses.com>`;
}

/** The message as a mail program would open it: MIME, with text and HTML as alternatives. */
export function compose(message: StoredMessage): Buffer {
  if (message.raw !== undefined) return readdress(message, message.raw);
  const lines = headers(message).map(({ name, value }): HeaderLine => [name, value]);
  return writeMime([...lines], message, `=_${message.id}`);
}

/** "The complete MIME message" that TestRenderTemplate answers, which has no sender and no recipient yet. */
export function composeTemplate(
  content: Pick<StoredMessage, 'subject' | 'text' | 'html'>,
  at: number,
): string {
  const lines: HeaderLine[] = [
    ['Date', new Date(at).toUTCString()],
    ['Subject', content.subject],
  ];
  return writeMime(lines, content, `=_rendered-${at}`).toString('utf8');
}

/** A raw message with the Message-ID and Date that SES would give it, its body untouched. */
function readdress(message: StoredMessage, raw: Buffer): Buffer {
  const text = raw.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const kept = text.slice(0, end).replace(/^(?:message-id|date|bcc):.*(?:\r?\n[ \t].*)*(?:\r?\n|$)/gim, '');
  const added = [
    `Message-ID: ${messageIdHeader(message)}`,
    `Date: ${new Date(message.acceptedAt).toUTCString()}`,
    '',
  ].join('\r\n');
  return Buffer.from(added + kept.replace(/\r?\n$/, '') + text.slice(end), 'latin1');
}
