import * as z from 'zod/mini';
import type { Tagged } from '../ledger/tags.ts';
import { readTags } from '../ledger/tags.ts';

/**
 * What is kept of an event, and where it stands in there (JSONPath): EventBridge makes a line of it, so that no
 * address ever reaches what is kept. SES gives each tag as a list.
 */
export const linePaths = {
  event: '$.detail.eventType',
  time: '$.time',
  messageId: '$.detail.mail.messageId',
  notice: '$.detail.mail.tags.notice',
  batch: '$.detail.mail.tags.batch',
  rid: '$.detail.mail.tags.rid',
} as const;

const tag = z.pipe(
  z.tuple([z.string()]),
  z.transform(([value]) => value),
);
const line = z.object({ messageId: z.string(), notice: tag, batch: tag, rid: tag });

/** A kept line says that SES has taken this mail, under this message id. */
export interface Kept extends Tagged {
  readonly messageId: string;
}

/** Reads one line; null when it is none of ours, or was cut. */
export function readLine(text: string): Kept | null {
  const parsed = line.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const tagged = readTags(parsed.data);
  return tagged === null ? null : { ...tagged, messageId: parsed.data.messageId };
}

const batchIn = /"batch":\["([\w-]+)"\]/;

/** The name of the batch of a line, without reading the rest: most lines are about batches nobody asks for. */
export function batchOfLine(text: string): string | null {
  return batchIn.exec(text)?.[1] ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
