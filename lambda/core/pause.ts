import type { NoticeRef } from './ledger/meta.ts';

/** The waits of paused notices for a person, kept on the control item. */
export interface Pauses {
  /** Keeps the token to wake the run by. Throws AlreadyClaimed when the notice is not paused (any more). */
  wait(notice: NoticeRef, token: string): Promise<void>;
  /** The token of the last run that waited; null when none ever did. */
  token(notice: NoticeRef): Promise<string | null>;
}
