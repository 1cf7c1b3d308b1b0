import * as z from 'zod/mini';
import type { NoticeRef } from '../ledger/meta.ts';
import { noticeOfTag, noticeTag } from '../ledger/tags.ts';

/** A test mail to the mailbox simulator. `sentAt`: epoch milliseconds, written before it is sent. */
export interface Canary {
  /** Counts from 1: the next one goes only when this one is lost. */
  readonly attempt: number;
  readonly sentAt: number;
  /** sent: perhaps, its event has not come; heard: its event came; lost: it was refused, or not heard in time. */
  readonly state: 'sent' | 'heard' | 'lost';
}

/** How long the event of a test mail is waited for; most come within seconds. */
export const canaryPatienceMs = 15 * 60_000;
const lookAgainMs = 30_000;

/** What is to be done about the test mail of a notice. `until`: epoch milliseconds. */
export type CanaryStep =
  | { readonly action: 'send'; readonly attempt: number }
  | { readonly action: 'wait'; readonly until: number }
  | { readonly action: 'go on' }
  | { readonly action: 'give up'; readonly attempt: number };

/** Decides it from what is written down, null for nothing. `now`: epoch milliseconds. */
export function canaryStep(canary: Canary | null, now: number): CanaryStep {
  if (canary === null) return { action: 'send', attempt: 1 };
  const { attempt, sentAt, state } = canary;
  if (state === 'heard') return { action: 'go on' };
  if (state === 'lost') return { action: 'send', attempt: attempt + 1 };
  const deadline = sentAt + canaryPatienceMs;
  if (now >= deadline) return { action: 'give up', attempt };
  return { action: 'wait', until: Math.min(now + lookAgainMs, deadline) };
}

/** The tags of a test mail. `heard` sends its events the way of those that somebody waits for. */
export function canaryTags(notice: NoticeRef, attempt: number): Readonly<Record<string, string>> {
  return { notice: noticeTag(notice), canary: String(attempt), heard: '1' };
}

/** Which test mail an event is about. */
export interface CanaryRef {
  readonly notice: NoticeRef;
  readonly attempt: number;
}

const tags = z.object({ notice: z.string(), canary: z.string().check(z.regex(/^[1-9]\d{0,5}$/)) });

/** Back from the tags of a mail; null when it is no test mail of ours. */
export function readCanaryTags(of: unknown): CanaryRef | null {
  const parsed = tags.safeParse(of);
  if (!parsed.success) return null;
  const notice = noticeOfTag(parsed.data.notice);
  return notice === null ? null : { notice, attempt: Number(parsed.data.canary) };
}
