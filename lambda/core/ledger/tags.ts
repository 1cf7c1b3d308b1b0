import * as z from 'zod/mini';
import type { RecipientId } from '../customer/recipient.ts';
import { encodeId } from '../customer/recipient.ts';
import { parsePolicyId } from '../ids.ts';
import type { MailTags } from '../outcome/mailer.ts';
import type { Batch, BatchKey } from './batch.ts';
import { batchName } from './batch.ts';
import type { NoticeRef } from './meta.ts';

/** The tags of every mail of a batch. `heard` sends the event that it has left the way of those that are counted. */
export function tagsOf(
  notice: NoticeRef,
  { key, standsFor = 0 }: Pick<Batch, 'key' | 'standsFor'>,
): MailTags {
  const tags = { notice: noticeTag(notice), batch: batchName(key) };
  return standsFor === 0 ? tags : { ...tags, heard: String(standsFor) };
}

/** The tag `notice` of every mail of it. */
export function noticeTag({ policyId, version, correction = 0 }: NoticeRef): string {
  return correction === 0 ? `${policyId}-${version}` : `${policyId}-${version}-c${correction}`;
}

/** Whom a mail was for. */
export interface Tagged {
  readonly notice: NoticeRef;
  readonly batch: BatchKey;
  readonly id: RecipientId;
  /** As in `Batch`. */
  readonly standsFor: number;
}

/** A last word that begins with `c` cannot be a version: the name is read in one way only. */
const noticeName = /^(?<policy>[a-z][a-z0-9-]*)-(?<version>[1-9]\d{0,7})(?:-c(?<correction>[1-9]\d{0,3}))?$/;

/** Back from the tag `notice`; null when it names none. */
export function noticeOfTag(tag: string): NoticeRef | null {
  const { policy, version, correction } = noticeName.exec(tag)?.groups ?? {};
  if (policy === undefined || version === undefined) return null;
  const announcement = { policyId: parsePolicyId(policy), version: Number(version) };
  return correction === undefined ? announcement : { ...announcement, correction: Number(correction) };
}

const tags = z.object({
  notice: z.string(),
  batch: z.string().check(z.regex(/^S\d{1,2}-\d{8}[a-z]*$/)),
  rid: z.string().check(z.regex(/^[\w-]{22}$/)),
  heard: z.optional(z.string().check(z.regex(/^[1-9]\d{0,3}$/))),
});

/** Back from the tags of a mail; null when it is none of ours. */
export function readTags(of: unknown): Tagged | null {
  const parsed = tags.safeParse(of);
  if (!parsed.success) return null;
  const { batch, rid, heard = '0' } = parsed.data;
  const notice = noticeOfTag(parsed.data.notice);
  if (notice === null) return null;
  const [segment = '', name = ''] = batch.slice(1).split('-');
  return {
    notice,
    batch: { segment: Number(segment), seq: Number(name.slice(0, 8)), suffix: name.slice(8) },
    id: encodeId(Buffer.from(rid, 'base64url')),
    standsFor: Number(heard),
  };
}
