import type { RecipientId } from '../../../lambda/core/customer/recipient.ts';
import { recipientId } from '../../../lambda/core/customer/recipient.ts';
import { freshBatch } from '../../../lambda/core/ledger/batch.ts';
import type { PositionOutcome } from '../../../lambda/core/ledger/batch.ts';
import { ripeAfter, settlementOf } from '../../../lambda/core/ledger/settlement.ts';
import { settle } from '../../../lambda/settle/settle.ts';
import { customerRow, noticeSetting, policyId } from '../notice-setting.ts';

const ids = [0, 1, 2].map((n) => recipientId(new Uint8Array(32), `c-${n}`));
const key = { segment: 0, seq: 1, suffix: '' };
const fresh = freshBatch({
  key,
  owner: 'o',
  claimedAt: 0,
  language: 'en',
  mark: '',
  since: 1,
  openFrom: 1,
  ids,
});
const seenOf = (of: readonly RecipientId[]) => new Map(of.map((id) => [id, `m-${ids.indexOf(id)}`]));
const none: PositionOutcome[] = [null, null, null];

describe('an unknown batch', () => {
  test.each([
    ['without testimony is held', null, { state: 'held', outcomes: none }],
    [
      'with an event of everybody was sent',
      { seen: seenOf(ids), control: null, together: 3 },
      { state: 'done' },
    ],
    [
      'without any event, while the control is healthy, was not sent',
      { seen: seenOf([]), control: 1, together: 3 },
      { state: 'again' },
    ],
    [
      'without any event, of fewer than three mails that went together, is held',
      { seen: seenOf([]), control: 1, together: 2 },
      { state: 'held', outcomes: none },
    ],
    [
      'without any event, while the control is sick, is held',
      { seen: seenOf([]), control: 0.98, together: 3 },
      { state: 'held' },
    ],
    [
      'without any event and without neighbours is held',
      { seen: seenOf([]), control: null, together: 3 },
      { state: 'held' },
    ],
    [
      'with events of some is held for the others',
      { seen: seenOf([ids[0]!]), control: 1, together: 3 },
      { state: 'held', outcomes: [{ messageId: 'm-0' }, null, null] },
    ],
  ])('%s', (_, testimony, expected) => {
    expect(settlementOf(fresh, testimony)).toMatchObject(expected);
  });

  test('is not sent a third time', () => {
    const child = { ...fresh, key: { ...key, suffix: 'u' } };
    expect(settlementOf(child, { seen: seenOf([]), control: 1, together: 3 }).state).toBe('held');
  });

  test('keeps what was known of it', () => {
    const known = { ...fresh, outcomes: [{ messageId: 'm' }, { code: 'MessageRejected' }, null] };
    expect(settlementOf(known, { seen: seenOf([ids[2]!]), control: null, together: 3 })).toEqual({
      state: 'done',
      outcomes: [{ messageId: 'm' }, { code: 'MessageRejected' }, { messageId: 'm-2' }],
    });
    expect(settlementOf(known, { seen: seenOf([]), control: 1, together: 3 }).state).toBe('held');
  });
});

test('nothing is decided while an invocation could still be sending it', async () => {
  expect(ripeAfter('off')).toBeGreaterThan(15 * 60_000 + 30_000);
  expect(ripeAfter('required')).toBe(45 * 60_000);
  const rows = Array.from({ length: 50 }, (_, n) => customerRow(n, { locale: 'en' }));
  const notice = await noticeSetting(rows, { segments: 1 });
  notice.provider.script = () => 'lose answer';
  const { slices } = await notice.plan();
  await notice.sendAll(slices);
  const ref = { policyId, version: 2 };
  await settle(notice.ports, { ...ref, now: notice.clock.iso() });
  expect((await notice.ledger.batch(ref, key))?.state).toBe('unknown');
  expect((await notice.plan()).action).toBe('wait');
  await notice.clock.run(notice.clock.sleep(ripeAfter('off')));
  expect((await notice.plan()).action).toBe('settle');
  await settle(notice.ports, { ...ref, now: notice.clock.iso() });
  expect((await notice.ledger.batch(ref, key))?.state).toBe('held');
});
