import type { NoticeRef } from '../ledger/meta.ts';
import type { CallOutcome } from '../outcome/mailer.ts';
import type { CheckName } from '../settings/checks.ts';
import type { Canary } from './canary.ts';

/** That everything asked was well, and what was not asked. `at`: ISO 8601 UTC. */
export interface PassedPreflight {
  readonly at: string;
  readonly skipped: readonly CheckName[];
}

/** What is written down of the checks before a notice; null for what has not happened. */
export interface PreflightRecord {
  readonly canary: Canary | null;
  readonly passed: PassedPreflight | null;
}

/** The record of these checks, one a notice, in the ledger. */
export interface Preflights {
  read(notice: NoticeRef): Promise<PreflightRecord>;
  /** Notes a test mail before it is sent. Throws AlreadyClaimed when somebody else has noted that attempt or a later one. */
  claim(notice: NoticeRef, canary: Pick<Canary, 'attempt' | 'sentAt'>): Promise<void>;
  /** Its event has come, in time or not; nothing happens when it is not the last attempt. */
  hear(notice: NoticeRef, attempt: number): Promise<void>;
  /** It is not waited for any more; nothing happens when it was heard, or is not the last attempt. */
  lose(notice: NoticeRef, attempt: number): Promise<void>;
  /** The last one stands. */
  pass(notice: NoticeRef, passed: PassedPreflight): Promise<void>;
}

/** Sends the test mail, through the configuration set of notices, to the mailbox simulator; at most once, as `Mailer` does. */
export interface CanaryMailer {
  send(notice: NoticeRef, attempt: number): Promise<CallOutcome>;
}
