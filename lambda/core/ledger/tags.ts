import * as z from 'zod';
import type { RecipientId } from '../customer/recipient.ts';
import { encodeId } from '../customer/recipient.ts';
import { parsePolicyId } from '../ids.ts';
import type { MailTags } from '../outcome/mailer.ts';
import type { BatchKey } from './batch.ts';
import { batchName } from './batch.ts';
import type { NoticeRef } from './meta.ts';

/** The tags of every mail of a batch. */
export function tagsOf({ policyId, version }: NoticeRef, batch: BatchKey): MailTags {
  return { notice: `${policyId}-${version}`, batch: batchName(batch) };
}

/** Whom a mail was for. */
export interface Tagged {
  readonly notice: NoticeRef;
  readonly batch: BatchKey;
  readonly id: RecipientId;
}

const tags = z.object({
  notice: z.string().regex(/^[a-z][a-z0-9-]*-[1-9]\d{0,7}$/),
  batch: z.string().regex(/^S\d{1,2}-\d{8}[a-z]*$/),
  rid: z.string().regex(/^[\w-]{22}$/),
});

/** Back from the tags of a mail; null when it is none of ours. */
export function readTags(of: unknown): Tagged | null {
  const parsed = tags.safeParse(of);
  if (!parsed.success) return null;
  const { notice, batch, rid } = parsed.data;
  const dash = notice.lastIndexOf('-');
  const [segment = '', name = ''] = batch.slice(1).split('-');
  return {
    notice: { policyId: parsePolicyId(notice.slice(0, dash)), version: Number(notice.slice(dash + 1)) },
    batch: { segment: Number(segment), seq: Number(name.slice(0, 8)), suffix: name.slice(8) },
    id: encodeId(Buffer.from(rid, 'base64url')),
  };
}
