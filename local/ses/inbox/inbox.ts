import type { Mailbox } from '../store/mailbox.ts';

/** What the inbox shows. */
export interface Inbox {
  readonly mailbox: Mailbox;
  readonly title: string;
}
