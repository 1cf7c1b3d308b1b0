import * as z from 'zod/mini';
import { encodeId } from '../core/customer/recipient.ts';
import type { ContentHash } from '../core/ids.ts';
import { markKey, noticePartition, segmentPartition, sortKeys } from '../core/ledger/keys.ts';
import type { ExceptionItem, Meta, NoticeRef, SegmentMark } from '../core/ledger/meta.ts';
import { exceptionKinds } from '../core/ledger/meta.ts';
import { packIds } from '../core/ledger/packing.ts';
import type { Item } from './ledger-batch-items.ts';

const bytes = z.instanceof(Uint8Array);

const metaItem = z.object({
  contentHash: z.custom<ContentHash>(
    (text) => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text),
    'not a SHA-256',
  ),
  templates: z.record(z.string(), z.string()),
  languages: z.array(z.string()),
  audience: z.object({ regions: z.optional(z.array(z.string())), products: z.optional(z.array(z.string())) }),
  cutoff: z.string(),
  caps: z.object({ recipients: z.number() }),
  segments: z.int(),
  expected: z.int(),
  key: bytes,
  feedback: z.enum(['required', 'off']),
  corrects: z.optional(z.int()),
});

/** META as an item. */
export function metaToItem({ policyId, version, correction, ...meta }: Meta): Item {
  return { pk: noticePartition({ policyId, version, correction }), sk: sortKeys.meta, ...meta };
}

/** Throws ZodError for an item that is no META. */
export function itemToMeta({ policyId, version, correction }: NoticeRef, item: unknown): Meta {
  const of = correction === undefined ? { policyId, version } : { policyId, version, correction };
  return { ...metaItem.parse(item), ...of };
}

const markItem = z.object({
  segment: z.int(),
  mark: z.prefault(z.string(), ''),
  seq: z.int(),
  since: z.int(),
  openFrom: z.int(),
  done: z.boolean(),
  due: z.number(),
});

/** A segment mark as an item. */
export function markToItem(notice: NoticeRef, mark: SegmentMark): Item {
  const key = { pk: noticePartition(notice), sk: markKey(mark.segment) };
  return { ...key, ...mark, mark: mark.mark === '' ? undefined : mark.mark };
}

/** Throws ZodError for an item that is no segment mark. */
export function itemToMark(item: unknown): SegmentMark {
  return markItem.parse(item);
}

const exceptionItem = z.object({
  id: z.pipe(
    bytes,
    z.transform((id) => encodeId(id)),
  ),
  customerId: z.nullable(z.string()),
  kind: z.enum(exceptionKinds),
  cause: z.string(),
});

/** An exception as an item; its key is the recipient, so that the same one is listed once. */
export function exceptionToItem(notice: NoticeRef, segment: number, exception: ExceptionItem): Item {
  const key = { pk: segmentPartition(notice, segment), sk: `${sortKeys.exception}${exception.id}` };
  return { ...key, ...exception, id: packIds([exception.id]) };
}

/** Throws ZodError for an item that is no exception. */
export function itemToException(item: unknown): ExceptionItem {
  return exceptionItem.parse(item);
}
