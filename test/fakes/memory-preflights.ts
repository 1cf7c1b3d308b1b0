import { AlreadyClaimed } from '../../lambda/core/errors.ts';
import { noticePartition } from '../../lambda/core/ledger/keys.ts';
import type { NoticeRef } from '../../lambda/core/ledger/meta.ts';
import type { CallOutcome } from '../../lambda/core/outcome/mailer.ts';
import type { Canary, CanaryRef } from '../../lambda/core/preflight/canary.ts';
import type { SendingAccount, SendingIdentity } from '../../lambda/core/preflight/faults.ts';
import type { CanaryMailer, PreflightRecord, Preflights } from '../../lambda/core/preflight/preflights.ts';

/** What was checked before a notice, in memory. */
export function memoryPreflights(): Preflights {
  const records = new Map<string, PreflightRecord>();
  const recordOf = (notice: NoticeRef): PreflightRecord =>
    records.get(noticePartition(notice)) ?? { canary: null, passed: null };
  const put = (notice: NoticeRef, change: Partial<PreflightRecord>): void =>
    void records.set(noticePartition(notice), { ...recordOf(notice), ...change });
  const move = (
    notice: NoticeRef,
    attempt: number,
    from: readonly string[],
    state: Canary['state'],
  ): void => {
    const { canary } = recordOf(notice);
    if (canary?.attempt === attempt && from.includes(canary.state))
      put(notice, { canary: { ...canary, state } });
  };
  return {
    read: async (notice) => recordOf(notice),
    async claim(notice, { attempt, sentAt }) {
      if ((recordOf(notice).canary?.attempt ?? 0) >= attempt)
        throw new AlreadyClaimed(`Test mail ${attempt} is noted already.`, 'Nothing to do.');
      put(notice, { canary: { attempt, sentAt, state: 'sent' } });
    },
    hear: async (notice, attempt) => move(notice, attempt, ['sent', 'lost', 'heard'], 'heard'),
    lose: async (notice, attempt) => move(notice, attempt, ['sent'], 'lost'),
    pass: async (notice, passed) => put(notice, { passed }),
  };
}

/** A sender of test mails that keeps what it sent, and answers what it is told to. */
export interface MemoryCanary extends CanaryMailer {
  readonly sent: CanaryRef[];
  outcome: CallOutcome;
}

/** One that SES accepts everything from. */
export function memoryCanary(): MemoryCanary {
  const mailer: MemoryCanary = {
    sent: [],
    outcome: { kind: 'answered', outcomes: [{ messageId: 'canary' }] },
    async send(notice, attempt) {
      mailer.sent.push({ notice, attempt });
      return mailer.outcome;
    },
  };
  return mailer;
}

/** What SES says of an account, to be changed by a test; `asked` is what was asked of it. */
export interface MemoryAccount extends SendingAccount {
  known: readonly SendingIdentity[];
  set: boolean | null;
  enabled: boolean;
  readonly asked: string[];
}

/** An account in good order, with a domain to send from. */
export function memoryAccount(domain: string): MemoryAccount {
  const account: MemoryAccount = {
    known: [{ name: domain, isVerified: true, dkim: true }],
    set: true,
    enabled: true,
    asked: [],
    async identities(names) {
      account.asked.push('identity');
      return account.known.filter(({ name }) => names.includes(name));
    },
    async configurationSet() {
      account.asked.push('configuration-set');
      return account.set;
    },
    async isEnabled() {
      account.asked.push('sending');
      return account.enabled;
    },
  };
  return account;
}
