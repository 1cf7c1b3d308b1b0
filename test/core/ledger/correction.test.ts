import * as fc from 'fast-check';
import type { RecipientId } from '../../../lambda/core/customer/recipient.ts';
import { encodeId } from '../../../lambda/core/customer/recipient.ts';
import { parsePolicyId } from '../../../lambda/core/ids.ts';
import { freshBatch } from '../../../lambda/core/ledger/batch.ts';
import { IdMap } from '../../../lambda/core/ledger/id-map.ts';
import { noticePartition, segmentPartition } from '../../../lambda/core/ledger/keys.ts';
import { noticeOfTag, noticeTag } from '../../../lambda/core/ledger/tags.ts';
import { isCorrected, toldIn } from '../../../lambda/core/ledger/told.ts';
import { memoryLedger } from '../../fakes/memory-ledger.ts';

const policyId = parsePolicyId('terms');
const ref = { policyId, version: 2 };

function id(n: number): RecipientId {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(n);
  return encodeId(bytes);
}

const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
const anyNotice = fc.record({
  policyId: fc
    .tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/), fc.array(word, { maxLength: 3 }))
    .map(([first, rest]) => parsePolicyId([first, ...rest].join('-'))),
  version: fc.integer({ min: 1, max: 99_999_999 }),
  correction: fc.integer({ min: 1, max: 9999 }),
});

test('every notice is found again by its tag, and no two share one', () => {
  fc.assert(
    fc.property(anyNotice, ({ correction, ...announcement }) => {
      const notice = { ...announcement, correction };
      expect(noticeOfTag(noticeTag(notice))).toEqual(notice);
      expect(noticeOfTag(noticeTag(announcement))).toEqual(announcement);
      expect(noticeTag(notice)).not.toBe(noticeTag(announcement));
    }),
  );
});

test('a correction has partitions of its own', () => {
  const own = { ...ref, correction: 1 };
  expect(noticePartition(own)).toBe('N#terms#00000002#C1');
  expect(noticePartition({ ...ref, correction: 0 })).toBe(noticePartition(ref));
  expect(segmentPartition(own, 3)).not.toBe(segmentPartition(ref, 3));
});

test('the table of ids holds what a Map holds, also when ids begin alike', () => {
  // Few different beginnings: chains of taken slots, and slots that wrap around the end.
  const entry = fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 3 }), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 120 }), (entries) => {
      const table = new IdMap(4);
      const map = new Map<RecipientId, number>();
      for (const [start, end, value] of entries) {
        const bytes = Buffer.alloc(16, end);
        bytes.writeUInt32LE(start * 8);
        table.set(encodeId(bytes), value);
        map.set(encodeId(bytes), value);
      }
      expect(table.size).toBe(map.size);
      expect(new Map(table.entries())).toEqual(map);
      for (const [one, value] of map) expect(table.get(one)).toBe(value);
      expect(table.get(encodeId(Buffer.alloc(16, 250)))).toBe(0);
    }),
  );
});

test('whom an announcement reached: accepted mails, whatever happened later, and doubtful ones', async () => {
  const ledger = memoryLedger();
  const batch = (seq: number, suffix: string, ids: readonly number[]) =>
    freshBatch({
      key: { segment: 0, seq, suffix },
      owner: 'o',
      claimedAt: 1,
      language: 'en',
      mark: '',
      since: 1,
      openFrom: 1,
      ids: ids.map(id),
    });
  const answered = batch(1, '', [1, 2, 3]);
  await ledger.claim(ref, answered);
  await ledger.record(ref, answered, 'done', [
    { messageId: 'm' },
    { code: 'MessageRejected' },
    { messageId: '' },
  ]);
  const lost = batch(2, '', [4, 5]);
  await ledger.claim(ref, lost);
  await ledger.record(ref, lost, 'unknown', [null, null]);
  await ledger.settle(ref, { ...lost, state: 'unknown' }, 'held', [null, null]);
  const released = { ...batch(2, 'p', [4]), state: 'refused' as const };
  await ledger.derive(ref, released);
  const again = await ledger.reclaim(ref, released, 'o', 2);
  await ledger.record(ref, again, 'done', [{ messageId: 'n' }]);
  await ledger.derive(ref, { ...batch(3, '', [6]), state: 'refused' });
  // Their sender died before it wrote the children: of one call a part is unknown, the other was rejected as a whole.
  const inPart = batch(4, '', [8, 9, 10]);
  await ledger.claim(ref, inPart);
  await ledger.record(ref, inPart, 'split', [null, { messageId: 'p' }, { code: 'NotTried' }]);
  const rejected = batch(5, '', [11, 12]);
  await ledger.claim(ref, rejected);
  await ledger.record(ref, rejected, 'split', [null, null]);
  for (const [n, kind] of [
    [3, 'bounced'],
    [1, 'unreachable'],
    [7, 'gone'],
  ] as const)
    await ledger.except(ref, 0, { id: id(n), customerId: null, kind, cause: kind });

  const told = await toldIn(ledger, ref, 0);
  const reached = new Map([1, 3, 4, 9].map((n) => [id(n), 2]));
  expect(new Map(told.ids.entries())).toEqual(reached.set(id(5), 1).set(id(8), 1));
  expect([...told.exceptions.keys()]).toEqual([id(3)]);
  const everybody = Array.from({ length: 12 }, (_, n) => n + 1);
  expect(everybody.filter((n) => isCorrected(told, id(n)))).toEqual([1, 4, 9]);
});
