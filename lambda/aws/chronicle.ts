import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { GetObjectCommand, S3Client, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { env } from '../steps.ts';
import type { RecipientId } from '../core/customer/recipient.ts';
import { WrongState } from '../core/errors.ts';
import { batchName } from '../core/ledger/batch.ts';
import type { Chronicle, Span } from '../core/events/chronicle.ts';
import { chronicleFolder, gatheringSeconds, minuteFolder } from '../core/events/chronicle.ts';
import { batchOfLine, readLine } from '../core/events/line.ts';
import { noticePartition } from '../core/ledger/keys.ts';
import { required } from './environment.ts';

const minuteMs = 60_000;
/** An object lies under the minute of its first line: what we look for may be in one that was begun this much earlier. */
const begunBeforeMs = gatheringSeconds * 1000 + minuteMs;

/** The chronicle in the bucket that the environment names. Throws BadSettings when it names none. */
export function chronicleFromEnvironment(): Chronicle {
  return chronicleOn(new S3Client({}), required(env.documentsBucket));
}

/**
 * Objects that Firehose has written, compressed lines in the order of their arrival. One that cannot be read is a
 * WrongState that names it; faults of S3 are passed on as they are.
 */
export function chronicleOn(client: S3Client, bucket: string): Chronicle {
  return {
    async seen(notice, batches, span) {
      const found = new Map<string, Map<RecipientId, string>>();
      const partition = noticePartition(notice);
      for await (const key of keysIn(client, bucket, span)) {
        for await (const lines of linesOf(client, bucket, key)) {
          for (const line of lines) {
            if (!batches.has(batchOfLine(line) ?? '')) continue;
            const kept = readLine(line);
            if (kept === null || noticePartition(kept.notice) !== partition) continue;
            const name = batchName(kept.batch);
            found.set(name, (found.get(name) ?? new Map<RecipientId, string>()).set(kept.id, kept.messageId));
          }
        }
      }
      return found;
    },
  };
}

/** Keys by the order of their names, which is that of time. */
async function* keysIn(client: S3Client, bucket: string, { from, until }: Span): AsyncGenerator<string> {
  const after = minuteFolder(from - begunBeforeMs);
  const end = minuteFolder(until + minuteMs);
  const query = { Bucket: bucket, Prefix: chronicleFolder, StartAfter: after };
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, query)) {
    for (const { Key = '' } of Contents) {
      if (Key >= end) return;
      yield Key;
    }
  }
}

/** The lines of one object, some at a time, whatever stands between them. */
async function* linesOf(client: S3Client, bucket: string, key: string): AsyncGenerator<readonly string[]> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  if (!(Body instanceof Readable)) throw unreadable(key);
  const text = createGunzip();
  const unpacking = pipeline(Body, text).catch((error: unknown) => error);
  text.setEncoding('utf8');
  let rest = '';
  try {
    for await (const piece of text) {
      const so = rest + String(piece);
      const end = so.lastIndexOf('}') + 1;
      rest = so.slice(end);
      yield so.slice(0, end).match(/\{[^{}]*\}/g) ?? [];
    }
  } catch (error) {
    throw isBroken(error) ? unreadable(key, error) : error;
  }
  await unpacking;
}

/** Of the bytes themselves, as zlib says it; a connection that broke is another matter. */
function isBroken(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('Z_')
  );
}

function unreadable(key: string, cause?: unknown): WrongState {
  return new WrongState(
    `The object ${key} of the documents bucket is no evidence that can be read.`,
    'Restore the version that Firehose wrote, or delete it: batches whose events were in there are then held for a person.',
    { cause },
  );
}
