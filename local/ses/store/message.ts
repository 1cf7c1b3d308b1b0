import type { Tags } from '../account/tags.ts';

export const sendingActions = [
  'SendEmail',
  'SendRawEmail',
  'SendTemplatedEmail',
  'SendBulkTemplatedEmail',
] as const;
export type SendingAction = (typeof sendingActions)[number];

/** What becomes of an accepted message; decided when it is accepted, told by events later. */
export type Outcome =
  'delivered' | 'bounced' | 'complained' | 'suppressed' | 'delayed' | 'rejected' | 'rendering failed';

/** A message that SES accepted, whether or not it was delivered afterwards. */
export interface StoredMessage {
  /** The SES message id. */
  readonly id: string;
  /** 1, 2, 3 … in the order of acceptance. */
  readonly number: number;
  readonly action: SendingAction;
  /** Milliseconds since 1970, by the clock of the server. */
  readonly acceptedAt: number;
  /** As the caller wrote it, `Nimbus Hosting <notices@nimbus.example>`. */
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly returnPath: string | undefined;
  /** Empty when the template did not render. */
  readonly subject: string;
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly tags: Tags;
  readonly configurationSet: string | undefined;
  readonly template: string | undefined;
  readonly outcome: Outcome;
  /** Why it was not delivered, in words for a person; undefined when it was. */
  readonly reason: string | undefined;
  /** The message as it was handed in, for SendRawEmail alone. */
  readonly raw: Buffer | undefined;
}

/** Everyone the message was accepted for: To, Cc and Bcc. */
export function recipients(message: Pick<StoredMessage, 'to' | 'cc' | 'bcc'>): readonly string[] {
  return [...message.to, ...message.cc, ...message.bcc];
}
