import * as fc from 'fast-check';
import { batchToItem } from '../../../lambda/aws/ledger-batch-items.ts';
import { parseAddress } from '../../../lambda/core/customer/address.ts';
import { recipientId } from '../../../lambda/core/customer/recipient.ts';
import type { Recipient } from '../../../lambda/core/customer/recipient.ts';
import { parsePolicyId } from '../../../lambda/core/ids.ts';
import type { PositionOutcome } from '../../../lambda/core/ledger/batch.ts';
import { batchName, childOf, freshBatch, halvesOf } from '../../../lambda/core/ledger/batch.ts';
import { batchKeyOf, batchSortKey } from '../../../lambda/core/ledger/keys.ts';
import {
  packIds,
  packMessageIds,
  packOutcomes,
  unpackIds,
  unpackMessageIds,
  unpackOutcomes,
} from '../../../lambda/core/ledger/packing.ts';
import { itemSize, writeUnits } from '../../../lambda/core/ledger/size.ts';
import { callsOf, stretchTarget } from '../../../lambda/core/ledger/stretch.ts';
import { childrenOf, leftAt, stateAfterSplit } from '../../../lambda/core/ledger/tail.ts';
import { messageId } from '../../fakes/memory-mailer.ts';

const key = new Uint8Array(32);
const ids = Array.from({ length: 50 }, (_, n) => recipientId(key, `c-${n}`));
const fresh = (count = 4) =>
  freshBatch({
    key: { segment: 3, seq: 17, suffix: '' },
    owner: 'one',
    claimedAt: 1_767_603_600_000,
    language: 'en',
    mark: '',
    since: 17,
    openFrom: 17,
    ids: ids.slice(0, count),
  });

test('a full batch costs at most 0.10 write units a recipient, claim and record together', () => {
  const longestPolicyId = parsePolicyId('a'.repeat(40));
  const notice = { policyId: longestPolicyId, version: 99_999_999 };
  const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const claim = { ...fresh(50), owner: uuid, mark: uuid, since: 99_999_999, openFrom: 99_999_999 };
  const done = { ...claim, state: 'done' as const, outcomes: ids.map(() => ({ messageId: messageId() })) };
  const claimUnits = writeUnits(itemSize(batchToItem(notice, claim)));
  const recordUnits = writeUnits(itemSize(batchToItem(notice, done)));
  expect(claimUnits).toBe(1);
  expect((claimUnits + recordUnits) / 50).toBeLessThanOrEqual(0.1);
});

test('an item is as large as DynamoDB counts it', () => {
  expect(itemSize({ pk: 'abc', n: 1234, b: new Uint8Array(5), t: true, u: undefined })).toBe(5 + 4 + 6 + 2);
});

test('keys of batches sort as their numbers do, children after their parents', () => {
  const keys = [
    { segment: 0, seq: 2, suffix: '' },
    { segment: 0, seq: 2, suffix: 'r' },
    { segment: 0, seq: 2, suffix: 'rr' },
    { segment: 0, seq: 10, suffix: '' },
  ];
  expect(keys.map(batchSortKey).toSorted()).toEqual(keys.map(batchSortKey));
  for (const one of keys) expect(batchKeyOf(0, batchSortKey(one))).toEqual(one);
  expect(batchName(keys[1]!)).toBe('S0-00000002r');
});

const outcome = fc.oneof(
  fc.constant(null),
  fc.constantFrom('MessageRejected', 'Failed', 'AccountThrottled').map((code) => ({ code })),
  fc
    .oneof(fc.constant('').map(String), fc.constant('m-1'), fc.constant(0).map(messageId))
    .map((id) => ({ messageId: id })),
);

test('outcomes come back as they were packed', () => {
  fc.assert(
    fc.property(fc.array(outcome, { minLength: 1, maxLength: 50 }), (outcomes: PositionOutcome[]) => {
      expect(unpackOutcomes(outcomes.length, packOutcomes(outcomes))).toEqual(outcomes);
    }),
  );
});

test('message ids of SES are packed in 27 bytes each', () => {
  const messages = ids.map(() => messageId());
  expect(packMessageIds(messages)).toHaveLength(1 + 50 * 27);
  expect(unpackMessageIds(packMessageIds(messages))).toEqual(messages);
  expect(unpackIds(packIds(ids))).toEqual(ids);
});

test('damaged items are refused', () => {
  expect(() => unpackIds(new Uint8Array(17))).toThrow(/damaged/);
  expect(() => unpackOutcomes(3, { messages: packMessageIds(['a']), refusals: undefined })).toThrow(
    /damaged/,
  );
});

describe('children', () => {
  test('of a partial refusal take the refused positions, each kind in a child of its own', () => {
    const outcomes = [
      { messageId: 'm' },
      { code: 'AccountThrottled' },
      { code: 'Failed' },
      { code: 'MessageRejected' },
    ];
    const parent = { ...fresh(), state: 'split' as const, outcomes };
    const [soon, later] = childrenOf(parent, 1_000);
    expect(soon).toMatchObject({ key: { suffix: 'r' }, state: 'refused', attempt: 0, due: 0, ids: [ids[1]] });
    expect(later).toMatchObject({ key: { suffix: 'f' }, due: 601_000, ids: [ids[2]] });
    expect(stateAfterSplit(parent)).toBe('done');
    expect(stateAfterSplit({ ...parent, outcomes: [null, ...outcomes.slice(1)] })).toBe('unknown');
  });

  test('of a rejected call are its halves, which hold everybody once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), (count) => {
        const parent = { ...fresh(count), state: 'split' as const };
        const [a, b] = halvesOf(parent);
        expect([...a.ids, ...b.ids]).toEqual(parent.ids);
        expect(Math.abs(a.ids.length - b.ids.length)).toBeLessThanOrEqual(1);
        expect(childrenOf(parent, 0)).toEqual([a, b]);
        expect(stateAfterSplit(parent)).toBe('closed');
      }),
    );
  });

  test('of a second failure are none: Failed is tried twice in all', () => {
    const second = { ...childOf(fresh(), 'f', [0]), outcomes: [{ code: 'Failed' }] };
    expect(childrenOf(second, 0)).toEqual([]);
  });
});

test('a segment was left at the later of its mark and its last batch', () => {
  const mark = { segment: 3, mark: 'c-9', seq: 18, since: 18, openFrom: 18, done: false, due: 0 };
  expect(leftAt(null, null)).toEqual({ mark: '', nextSeq: 1, since: 1, openFrom: 1 });
  expect(leftAt(mark, fresh())).toEqual({ mark: 'c-9', nextSeq: 18, since: 18, openFrom: 18 });
  expect(leftAt({ ...mark, seq: 17 }, fresh())).toEqual({ mark: '', nextSeq: 18, since: 17, openFrom: 17 });
});

test('a stretch becomes calls of one language, full but for the last of each', () => {
  const recipient = (n: number): Recipient => ({
    id: ids[n]!,
    customerId: `c-${n}`,
    address: parseAddress('a@b.example'),
    name: '',
    language: n % 3 === 0 ? 'de' : 'en',
  });
  const calls = callsOf(
    Array.from({ length: 20 }, (_, n) => recipient(n)),
    5,
  );
  expect(calls.map((call) => `${call[0]?.language}${call.length}`)).toEqual([
    'de5',
    'de2',
    'en5',
    'en5',
    'en3',
  ]);
  expect(calls.every((call) => new Set(call.map(({ language }) => language)).size === 1)).toBe(true);
});

test('a stretch is half a minute of sending in whole calls, within bounds', () => {
  expect(stretchTarget(450, 50)).toBe(1000);
  expect(stretchTarget(12.6, 7)).toBe(140);
  expect(stretchTarget(0.9, 1)).toBe(20);
  expect(stretchTarget(0.01, 5)).toBe(10);
});
