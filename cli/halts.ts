import type { Archive, VersionRecord } from '../lambda/core/archive.ts';
import { noticePartition } from '../lambda/core/ledger/keys.ts';
import type { Ledger } from '../lambda/core/ledger/ledger.ts';
import type { NoticeRef } from '../lambda/core/ledger/meta.ts';
import type { SendingSwitch } from '../lambda/core/outcome/mailer.ts';

/** Where halts are found, and ended. */
export interface HaltPorts {
  readonly archive: Pick<Archive, 'versions'>;
  readonly ledger: Pick<Ledger, 'control' | 'direct'>;
  readonly sending: Pick<SendingSwitch, 'on'>;
}

/**
 * A person has looked at these notices of one policy: where the breaker had switched sending off because of one of
 * them, or of one that is stopped by now, it is switched on again, for every notice. Safe to repeat.
 */
export async function endHalts(
  { archive, ledger, sending }: HaltPorts,
  looked: readonly NoticeRef[],
): Promise<void> {
  const keys = new Set(looked.map(noticePartition));
  const over: NoticeRef[] = [];
  for (const policyId of new Set(looked.map((notice) => notice.policyId))) {
    for (const notice of (await archive.versions(policyId)).flatMap(noticesOf)) {
      const { halted, run } = await ledger.control(notice);
      if (halted && (run === 'stop' || keys.has(noticePartition(notice)))) over.push(notice);
    }
  }
  if (over.length === 0) return;
  await sending.on();
  for (const notice of over) await ledger.direct(notice, { halted: false });
}

/** Every notice that there may be of a version: its announcement, and a correction for each amendment. */
export function noticesOf({ policyId, version, amendments }: VersionRecord): NoticeRef[] {
  return [
    { policyId, version },
    ...amendments.map(({ number }) => ({ policyId, version, correction: number })),
  ];
}
