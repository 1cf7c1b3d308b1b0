import type { RecipientId } from '../../lambda/core/customer/recipient.ts';
import type { Chronicle } from '../../lambda/core/events/chronicle.ts';
import { noticePartition } from '../../lambda/core/ledger/keys.ts';
import type { NoticeRef } from '../../lambda/core/ledger/meta.ts';

/** What is known of one mail, and when that was written down (epoch milliseconds). */
export interface Entry {
  readonly batch: string;
  readonly id: RecipientId;
  readonly messageId: string;
  readonly at: number;
}

export interface MemoryChronicle extends Chronicle {
  tell(notice: NoticeRef, entry: Entry): void;
}

/** The chronicle in memory: whoever plays SES writes into it. */
export function memoryChronicle(): MemoryChronicle {
  const told = new Map<string, Entry[]>();
  return {
    tell(notice, entry) {
      const key = `${noticePartition(notice)}/${entry.batch}`;
      const entries = told.get(key);
      if (entries === undefined) told.set(key, [entry]);
      else entries.push(entry);
    },
    async seen(notice, batches, { from, until }) {
      const found = new Map<string, Map<RecipientId, string>>();
      for (const batch of batches) {
        const entries = told.get(`${noticePartition(notice)}/${batch}`) ?? [];
        const within = entries.filter(({ at }) => at >= from && at <= until);
        if (within.length > 0) found.set(batch, new Map(within.map(({ id, messageId }) => [id, messageId])));
      }
      return found;
    },
  };
}
