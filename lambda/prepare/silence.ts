import type { Ledger } from '../core/ledger/ledger.ts';
import type { Meta, NoticeRef } from '../core/ledger/meta.ts';
import type { NextStep } from './round.ts';
import { nextStep } from './round.ts';

/** A call takes at most 30 s; after this long the senders of a stopped notice are silent. */
const fallSilentMs = 60_000;

/** What is still to be done about other notices (epoch milliseconds), before one may go on. */
export type NotYet = Exclude<NextStep, { readonly action: 'send' }>;

/** Stops notices that are not to go on, and waits until their senders are silent: they look before each call. */
export async function stopped(
  ledger: Ledger,
  notices: readonly NoticeRef[],
  now: number,
  reason = 'What it says has changed.',
): Promise<NotYet | null> {
  let running = false;
  for (const notice of notices) {
    if ((await ledger.meta(notice)) === null || (await ledger.control(notice)).run === 'stop') continue;
    await ledger.direct(notice, { run: 'stop', by: 'prepare', reason });
    running = true;
  }
  return running ? { action: 'wait', until: now + fallSilentMs } : null;
}

/** Whoever gave an order (`at`, ISO 8601) has stopped the notices that it ends: their senders may not be silent yet. */
export function silentSince(notices: readonly NoticeRef[], at: string, now: number): NotYet | null {
  const until = Date.parse(at) + fallSilentMs;
  return notices.length > 0 && now < until ? { action: 'wait', until } : null;
}

/** Calls of a stopped announcement that nobody knows the outcome of are settled; null when there are none. */
export async function settled(ledger: Ledger, announcement: Meta, now: number): Promise<NotYet | null> {
  const control = await ledger.control(announcement);
  const next = await nextStep(ledger, announcement, { ...control, run: 'stop' }, now);
  return next.action === 'wait' || next.action === 'settle' ? next : null;
}
