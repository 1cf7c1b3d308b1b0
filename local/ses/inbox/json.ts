import type { Mailbox } from '../store/mailbox.ts';
import type { StoredMessage } from '../store/message.ts';
import { find, type Wanted } from './search.ts';

/** The list as JSON, for scripts and for the page itself, which asks whether more has arrived. */
export function messagesJson(mailbox: Mailbox, wanted: Wanted): string {
  const { messages, total, page, pages } = find(mailbox.list(), wanted);
  return JSON.stringify({ accepted: mailbox.counts(), total, page, pages, messages: messages.map(entry) });
}

function entry(message: StoredMessage): object {
  const { text: _text, html: _html, raw: _raw, acceptedAt, ...rest } = message;
  return { ...rest, acceptedAt: new Date(acceptedAt).toISOString(), url: `/messages/${message.id}` };
}
