import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { batchToItem } from '../../../lambda/aws/ledger-batch-items.ts';
import { batchItemCost, writeUnitsPerRecipient } from '../../../lambda/core/cost/batch-items.ts';
import type { CostInput } from '../../../lambda/core/cost/input.ts';
import { costPlan, defaultCostInput } from '../../../lambda/core/cost/input.ts';
import { dollarsOf } from '../../../lambda/core/cost/line.ts';
import { noticeCost } from '../../../lambda/core/cost/notice.ts';
import { oneIn } from '../../../lambda/core/events/sample.ts';
import { recipientId } from '../../../lambda/core/customer/recipient.ts';
import { BadInput } from '../../../lambda/core/errors.ts';
import { parsePolicyId } from '../../../lambda/core/ids.ts';
import { freshBatch } from '../../../lambda/core/ledger/batch.ts';
import { itemSize, writeUnits } from '../../../lambda/core/ledger/size.ts';

const cost = (change: Partial<CostInput> = {}) => noticeCost({ ...defaultCostInput, ...change });
const lineOf = (name: string, change: Partial<CostInput> = {}) => {
  const found = cost(change).lines.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no line "${name}"`);
  return dollarsOf(found);
};
const hours = (rate: number, millions: number) =>
  costPlan({ ...defaultCostInput, rate, recipients: millions * 1_000_000 }).seconds / 3600;

describe('the figures of the sending protocol', () => {
  test('a million notices cost at most $0.60 without SES', () => {
    expect(cost().withoutSes).toBeLessThanOrEqual(0.6);
  });

  test('SES itself costs $100, and $160 on the plan of new accounts', () => {
    expect(dollarsOf(cost().ses)).toBeCloseTo(100, 6);
    expect(dollarsOf(cost({ plan: 'essentials' }).ses)).toBeCloseTo(160, 6);
  });

  test.each([
    [1, 0.016],
    [0.5, 0.031],
    [0.1, 0.16],
    [0.05, 0.31],
    [0.01, 1.56],
  ])('one scan, with a share of %d affected, costs $%d', (affectedShare, dollars) => {
    expect(lineOf('Find the recipients', { affectedShare }) / dollars).toBeCloseTo(1, 1);
  });

  test.each([
    [14, 22, 9.2 * 24, 46 * 24],
    [50, 6.2, 2.6 * 24, 12.9 * 24],
    [100, 3.1, 30.9, 6.4 * 24],
    [500, 37 / 60, 6.2, 31],
    [1000, 19 / 60, 3.1, 15],
  ])('at %d a second 1, 10 and 50 million take %d, %d and %d hours', (rate, one, ten, fifty) => {
    expect(hours(rate, 1) / one).toBeCloseTo(1, 1);
    expect(hours(rate, 10) / ten).toBeCloseTo(1, 1);
    expect(hours(rate, 50) / fifty).toBeCloseTo(1, 1);
  });

  test('the ledger writes at most 0.10 units a recipient in full calls', () => {
    expect(writeUnitsPerRecipient(50)).toBeLessThanOrEqual(0.1);
    expect(writeUnitsPerRecipient(50)).toBeGreaterThanOrEqual(0.04);
  });

  test('events in a stream cost $0.29, and what is counted of them some cents', () => {
    expect(lineOf('Events in a stream', { exceptionShare: 0 })).toBeCloseTo(0.29, 6);
    const counted = [
      'Events in a queue',
      'Counts of events',
      'Looks of feedback',
      'Feedback runs',
      'Feedback',
    ];
    expect(counted.reduce((sum, name) => sum + lineOf(name), 0)).toBeLessThan(0.1);
  });
});

describe('the model follows what runs', () => {
  test.each([1, 7, 25, 50])('the item of %d recipients is as large as the ledger writes it', (mails) => {
    const key = new Uint8Array(32);
    const uuid = '0b9c55f4-17a4-4d2c-8a52-6ee2b3c1d7f0';
    const batch = freshBatch({
      key: { segment: 3, seq: 1000, suffix: '' },
      owner: uuid,
      claimedAt: 1_790_000_000_000,
      language: 'de',
      mark: uuid,
      since: 1000,
      openFrom: 1000,
      ids: Array.from({ length: mails }, (_, n) => recipientId(key, `c-${n}`)),
    });
    const ref = { policyId: parsePolicyId('terms-of-service'), version: 7 };
    const messageId = '0100018f0b7a4c11-0b9c55f4-17a4-4d2c-8a52-6ee2b3c1d7f0-000000';
    const answered = { ...batch, outcomes: batch.ids.map(() => ({ messageId })) };
    expect(itemSize(batchToItem(ref, batch))).toBe(batchItemCost(mails).claimBytes);
    expect(itemSize(batchToItem(ref, answered))).toBe(batchItemCost(mails).recordBytes);
    const heard = { ...batch, standsFor: oneIn };
    expect(writeUnits(itemSize(batchToItem(ref, heard)))).toBe(batchItemCost(mails).claimUnits);
  });

  test('a sender has the memory it is deployed with', () => {
    const limits = readFileSync(join(__dirname, '../../../lib/step-function/limits.ts'), 'utf8');
    expect(limits).toContain(`notify: { memory: ${defaultCostInput.memoryMegabytes},`);
  });

  test('senders are as many as are planned: one for 500 a second', () => {
    expect(costPlan({ ...defaultCostInput, rate: 500 }).senders).toBe(1);
    expect(costPlan({ ...defaultCostInput, rate: 600 }).senders).toBe(2);
  });
});

describe('whatever the input', () => {
  const inputs = fc.record({
    recipients: fc.integer({ min: 0, max: 50_000_000 }),
    rate: fc.integer({ min: 1, max: 5000 }),
    headroom: fc.double({ min: 0.05, max: 1, noNaN: true }),
    affectedShare: fc.double({ min: 0.001, max: 1, noNaN: true }),
    transport: fc.constantFrom('bulk' as const, 'templated' as const),
    evidence: fc.constantFrom('none' as const, 'stream' as const, 'queue' as const),
  });
  const given = (some: Partial<CostInput>): CostInput => ({ ...defaultCostInput, ...some });

  test('the sum is that of its lines, and no line is negative', () => {
    fc.assert(
      fc.property(inputs, (some) => {
        const { lines, withoutSes } = noticeCost(given(some));
        expect(lines.every((one) => one.quantity >= 0 && one.price.dollars > 0)).toBe(true);
        expect(withoutSes).toBeCloseTo(
          lines.reduce((sum, one) => sum + dollarsOf(one), 0),
          9,
        );
        expect(new Set(lines.map(({ name }) => name)).size).toBe(lines.length);
      }),
    );
  });

  test('more recipients, or fewer of them among all customers, never cost less', () => {
    fc.assert(
      fc.property(inputs, (some) => {
        const base = noticeCost(given(some)).withoutSes;
        expect(
          noticeCost(given({ ...some, recipients: some.recipients * 2 })).withoutSes,
        ).toBeGreaterThanOrEqual(base);
        expect(
          noticeCost(given({ ...some, affectedShare: some.affectedShare / 2 })).withoutSes,
        ).toBeGreaterThanOrEqual(base);
      }),
    );
  });
});

test('nobody to mail costs no fee and no claim', () => {
  expect(dollarsOf(cost({ recipients: 0 }).ses)).toBe(0);
  expect(lineOf('Claims', { recipients: 0 })).toBe(0);
});

test.each([
  { rate: 0 },
  { headroom: 1.5 },
  { affectedShare: 0 },
  { recipients: -1 },
  { mailsPerCall: 51 },
  { rate: NaN },
])('%j is refused by name', (change) => {
  const [name = ''] = Object.keys(change);
  expect(() => cost(change)).toThrow(BadInput);
  expect(() => cost(change)).toThrow(name);
});

test('a queue of all events costs more than all the rest, which is why only a sample goes through it', () => {
  expect(cost({ evidence: 'queue' }).withoutSes).toBeGreaterThan(2 * cost().withoutSes);
});
