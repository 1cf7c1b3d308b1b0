import { recipientId } from '../../../lambda/core/customer/recipient.ts';
import { ErrorName } from '../../../lambda/core/errors.ts';
import type { Batch } from '../../../lambda/core/ledger/batch.ts';
import { freshBatch } from '../../../lambda/core/ledger/batch.ts';
import { Account } from '../../../lambda/core/outcome/account.ts';

const ids = [0, 1, 2, 3].map((n) => recipientId(new Uint8Array(32), `c-${n}`));
const accepted = { messageId: 'm' };

function batch(changes: Partial<Batch>): Batch {
  const key = { segment: 0, seq: 1, suffix: '' };
  return {
    ...freshBatch({ key, owner: 'o', claimedAt: 5, language: 'en', mark: '', since: 1, openFrom: 1, ids }),
    ...changes,
  };
}

function acceptedBy(account: Account) {
  const accepted = ids.filter((id) => account.knows(id) && !account.exceptions.has(id));
  expect(account.accepted).toBe(accepted.length);
  return accepted;
}

test('of a done batch each position is accepted or listed', () => {
  const account = new Account('run');
  account.add(
    batch({
      state: 'done',
      outcomes: [accepted, { code: 'MessageRejected' }, { code: 'Gone' }, { code: 'AccountThrottled' }],
    }),
  );
  expect(acceptedBy(account)).toEqual([ids[0]]);
  expect([...account.exceptions.values()].map(({ kind }) => kind)).toEqual(['refused', 'gone']);
  expect(account.lastAcceptedAt).toBe(5);
});

test('of a held batch what nobody knows is listed, and what was known stays', () => {
  const account = new Account('run');
  account.add(batch({ state: 'held', outcomes: [accepted, null, null, { code: 'MessageRejected' }] }));
  expect(account.accepted).toBe(1);
  expect([...account.exceptions.values()].map(({ kind }) => kind)).toEqual(['held', 'held', 'refused']);
});

test.each(['claimed', 'refused', 'unknown', 'split'] as const)(
  'a %s batch is open, except in a stopped run',
  (state) => {
    const running = new Account('run');
    running.add(batch({ state }));
    expect(running.open).toEqual(['S0-00000001']);
    const stopped = new Account('stop');
    stopped.add(batch({ state }));
    expect(stopped.open).toEqual([]);
    expect(stopped.exceptions.size).toBe(4);
  },
);

test('a recipient accepted in two batches fails the report', () => {
  const account = new Account('run');
  account.add(batch({ state: 'done', outcomes: [accepted, accepted, accepted, accepted] }));
  expect(() => account.add(batch({ state: 'done', outcomes: [accepted, null, null, null] }))).toThrow(
    expect.objectContaining({ name: ErrorName.TotalsDoNotAddUp }),
  );
});

test('an exception found before sending is outweighed by the mail; one found after outweighs it', () => {
  const account = new Account('run');
  account.add(
    batch({ state: 'done', outcomes: [accepted, accepted, { code: 'MessageRejected' }, accepted] }),
  );
  const item = { customerId: 'c', cause: '' };
  account.list({ ...item, id: ids[0]!, kind: 'unreachable' });
  account.list({ ...item, id: ids[1]!, kind: 'bounced' });
  account.list({ ...item, id: ids[2]!, kind: 'missed' });
  expect(acceptedBy(account)).toEqual([ids[0], ids[3]]);
  expect(account.balance()).toMatchObject({ accepted: 2, open: [], lastAcceptedAt: 5 });
  expect([...account.exceptions.values()].map(({ kind }) => kind)).toEqual(['refused', 'bounced']);
});
