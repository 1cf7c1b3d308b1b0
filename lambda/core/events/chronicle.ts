import type { RecipientId } from '../customer/recipient.ts';
import type { NoticeRef } from '../ledger/meta.ts';

/** A time from and until, epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** Of whom of a batch events have come, each with the message id under which SES took the mail. */
export type Seen = ReadonlyMap<RecipientId, string>;

/** Every event of every mail, as AWS itself writes them down; no step of ours can add to it or take from it. */
export interface Chronicle {
  /**
   * What was written down in a span of time about some batches of a notice, by their names (`batchName`). Batches
   * without an event are absent. Reads everything of that time: to be asked once for many batches.
   */
  seen(notice: NoticeRef, batches: ReadonlySet<string>, span: Span): Promise<ReadonlyMap<string, Seen>>;
}

/** Where the lines lie in the documents bucket, in a folder for each minute: the one in which the first of them came. */
export const chronicleFolder = 'evidence/';

/** The same as Firehose has it told. https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html */
export const chroniclePrefix = `${chronicleFolder}!{timestamp:yyyy/MM/dd/HH/mm}/`;

/** `evidence/2026/01/05/09/03/`, UTC. */
export function minuteFolder(moment: number): string {
  const iso = new Date(moment).toISOString();
  return `${chronicleFolder}${iso.slice(0, 16).replaceAll(/[-T:]/g, '/')}/`;
}

/** How long Firehose gathers lines before it writes them, in seconds. */
export const gatheringSeconds = 300;
