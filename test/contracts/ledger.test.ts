import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { evidenceOn } from '../../lambda/aws/ledger-evidence.ts';
import { ledgerOn } from '../../lambda/aws/ledger.ts';
import { recipientId } from '../../lambda/core/customer/recipient.ts';
import type { RecipientId } from '../../lambda/core/customer/recipient.ts';
import { sourceOf } from '../../lambda/core/document/source.ts';
import { ErrorName } from '../../lambda/core/errors.ts';
import { parsePolicyId } from '../../lambda/core/ids.ts';
import type { Batch } from '../../lambda/core/ledger/batch.ts';
import { batchName, childOf, freshBatch } from '../../lambda/core/ledger/batch.ts';
import type { Evidence, Ledger } from '../../lambda/core/ledger/ledger.ts';
import type { Meta } from '../../lambda/core/ledger/meta.ts';
import { startDynamoDb } from '../../local/dynamodb/server.ts';
import { createTables } from '../../local/dynamodb/tables.ts';
import type { Running } from '../../local/http-server.ts';
import { memoryLedger } from '../fakes/memory-ledger.ts';
import { dynamoDbAt } from '../local/clients.ts';

let engine: Running;
let client: DynamoDBClient;
let notices = 0;

beforeAll(async () => {
  engine = await startDynamoDb();
  client = dynamoDbAt(engine.url);
  await createTables(client, { archive: 'archive', customers: 'customers', notices: 'notices' });
});

afterAll(async () => {
  client.destroy();
  await engine.stop();
});

const key = new Uint8Array(32).fill(1);

function freshMeta(): Meta {
  notices += 1;
  return {
    policyId: parsePolicyId('terms'),
    version: notices,
    contentHash: sourceOf('text', 'md').hash,
    templates: { en: 'notice-terms-2-en-00000000' },
    languages: ['en'],
    audience: { regions: ['EU'] },
    cutoff: '2026-01-05T09:00:00.000Z',
    caps: { recipients: 1000 },
    segments: 2,
    expected: 3,
    key,
    feedback: 'off',
  };
}

function id(n: number): RecipientId {
  return recipientId(key, `c-${n}`);
}

function batchOf(seq: number, changes: Partial<Batch> = {}): Batch {
  const ids = [id(seq * 10), id(seq * 10 + 1), id(seq * 10 + 2)];
  const fresh = freshBatch({
    key: { segment: 1, seq, suffix: '' },
    owner: 'one',
    claimedAt: 1_767_603_600_000,
    language: 'en',
    mark: seq === 1 ? '' : `c-${seq}`,
    since: 1,
    openFrom: 1,
    ids,
  });
  return { ...fresh, ...changes };
}

async function collect<T>(all: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of all) found.push(one);
  return found;
}

const messageId = '0100018c5c2b3a7e-1b2c3d4e-5f60-7182-93a4-b5c6d7e8f901-000000';
const lost = { name: ErrorName.AlreadyClaimed };

const adapters: [string, () => { ledger: Ledger; evidence: Evidence }][] = [
  [
    'in memory',
    () => {
      const ledger = memoryLedger();
      return { ledger, evidence: ledger.evidence };
    },
  ],
  ['on DynamoDB', () => ({ ledger: ledgerOn(client, 'notices'), evidence: evidenceOn(client, 'notices') })],
];

describe.each(adapters)('the ledger %s', (_, make) => {
  let ledger: Ledger;
  let evidence: Evidence;
  let meta: Meta;

  beforeEach(() => {
    ({ ledger, evidence } = make());
    meta = freshMeta();
  });

  test('fixes a notice once: the first META stands', async () => {
    expect(await ledger.meta(meta)).toBeNull();
    expect(await ledger.open(meta)).toEqual(meta);
    expect(await ledger.open({ ...meta, expected: 99 })).toEqual(meta);
    expect(await ledger.meta(meta)).toEqual(meta);
  });

  test('runs until told otherwise, and a stop is final', async () => {
    expect(await ledger.control(meta)).toMatchObject({ run: 'run', transport: 'bulk', rateCap: null });
    await ledger.direct(meta, { transport: 'templated' });
    await ledger.direct(meta, { halted: true });
    await ledger.direct(meta, { run: 'pause', reason: 'lunch', by: 'ada' });
    expect(await ledger.control(meta)).toEqual({
      run: 'pause',
      reason: 'lunch',
      by: 'ada',
      transport: 'templated',
      rateCap: null,
      ceiling: null,
      halted: true,
    });
    expect((await ledger.direct(meta, { run: 'run' })).run).toBe('run');
    await ledger.direct(meta, { run: 'stop' });
    expect((await ledger.direct(meta, { run: 'run' })).run).toBe('stop');
    expect((await ledger.direct(meta, { rateCap: 5 })).rateCap).toBe(5);
  });

  test('keeps the marks of segments', async () => {
    const mark = { segment: 1, mark: '', seq: 1, since: 1, openFrom: 1, done: false, due: 0 };
    await ledger.mark(meta, mark);
    await ledger.mark(meta, { ...mark, mark: 'c-9', seq: 4, done: true });
    await ledger.mark(meta, { ...mark, segment: 0 });
    expect(await ledger.marks(meta)).toEqual([
      { ...mark, segment: 0 },
      { ...mark, mark: 'c-9', seq: 4, done: true },
    ]);
  });

  test('lets one of two writers claim a batch', async () => {
    await ledger.claim(meta, batchOf(1));
    await expect(ledger.claim(meta, batchOf(1, { owner: 'two' }))).rejects.toMatchObject(lost);
    expect(await ledger.batch(meta, batchOf(1).key)).toEqual(batchOf(1));
    expect(await ledger.batch(meta, batchOf(2).key)).toBeNull();
  });

  test('gives back what was recorded, position by position', async () => {
    await ledger.claim(meta, batchOf(1));
    const outcomes = [{ messageId }, { code: 'MessageRejected' }, { messageId: '' }];
    expect(await ledger.record(meta, batchOf(1), 'done', outcomes)).toEqual(
      batchOf(1, { state: 'done', outcomes }),
    );
    expect(await ledger.batch(meta, batchOf(1).key)).toEqual(batchOf(1, { state: 'done', outcomes }));
  });

  test('accepts the late truth about a parked batch from its owner alone', async () => {
    await ledger.claim(meta, batchOf(1));
    await ledger.park(meta, batchOf(1, { owner: 'somebody else' }));
    expect((await ledger.batch(meta, batchOf(1).key))?.state).toBe('claimed');
    await ledger.park(meta, batchOf(1));
    expect((await ledger.batch(meta, batchOf(1).key))?.state).toBe('unknown');
    const outcomes = [{ messageId }, { messageId }, null];
    await expect(ledger.record(meta, batchOf(1, { owner: 'two' }), 'done', outcomes)).rejects.toMatchObject(
      lost,
    );
    await ledger.record(meta, batchOf(1), 'unknown', outcomes);
    expect(await ledger.batch(meta, batchOf(1).key)).toEqual(batchOf(1, { state: 'unknown', outcomes }));
  });

  test('accepts nothing about a batch that was settled', async () => {
    await ledger.claim(meta, batchOf(1));
    await ledger.park(meta, batchOf(1));
    await ledger.settle(meta, batchOf(1), 'held', [null, null, null]);
    await ledger.settle(meta, batchOf(1), 'closed', [null, null, null]);
    const late = ledger.record(meta, batchOf(1), 'done', [{ messageId }, { messageId }, { messageId }]);
    await expect(late).rejects.toMatchObject(lost);
    expect(await ledger.batch(meta, batchOf(1).key)).toEqual(batchOf(1, { state: 'held' }));
  });

  test('hands a refused batch to the first who wants it, with one attempt more', async () => {
    await ledger.claim(meta, batchOf(1));
    const refused = await ledger.record(meta, batchOf(1), 'refused', [null, null, null]);
    const claimed = await ledger.reclaim(meta, refused, 'two', 1_767_603_700_000);
    expect(claimed).toEqual(batchOf(1, { owner: 'two', attempt: 2, claimedAt: 1_767_603_700_000 }));
    await expect(ledger.reclaim(meta, refused, 'three', 1)).rejects.toMatchObject(lost);
    await expect(ledger.record(meta, batchOf(1), 'done', [null, null, null])).rejects.toMatchObject(lost);
    expect(await ledger.batch(meta, refused.key)).toEqual(claimed);
  });

  test('writes a child once', async () => {
    const child = childOf(batchOf(1), 'r', [0, 2], 1_767_604_200_000);
    await ledger.derive(meta, child);
    const claimed = await ledger.reclaim(meta, child, 'two', 1_767_604_300_000);
    await ledger.derive(meta, child);
    expect(await ledger.batch(meta, child.key)).toEqual(claimed);
    expect(claimed.ids).toEqual([id(10), id(12)]);
  });

  test('tells where a segment was left: by its last batch, or by a later mark', async () => {
    expect(await ledger.tail(meta, 1)).toEqual({ mark: '', nextSeq: 1, since: 1, done: false, recent: [] });
    for (const seq of [1, 2, 3])
      await ledger.claim(meta, batchOf(seq, { since: seq, openFrom: Math.min(seq, 2) }));
    await ledger.derive(meta, childOf(batchOf(2), 'r', [1]));
    const mark = { segment: 1, mark: 'c-77', seq: 3, since: 3, openFrom: 3, done: false, due: 0 };
    await ledger.mark(meta, mark);
    const tail = await ledger.tail(meta, 1);
    expect(tail).toMatchObject({ mark: 'c-3', nextSeq: 4, since: 3, done: false });
    expect(tail.recent.map(({ key }) => batchName(key))).toEqual([
      'S1-00000002',
      'S1-00000002r',
      'S1-00000003',
    ]);

    await ledger.mark(meta, { ...mark, seq: 4, since: 4, openFrom: 4, done: true });
    expect(await ledger.tail(meta, 1)).toMatchObject({
      mark: 'c-77',
      nextSeq: 4,
      since: 4,
      done: true,
      recent: [],
    });
  });

  test('lists batches in order, and open ones alone', async () => {
    for (const seq of [3, 1, 2, 10]) await ledger.claim(meta, batchOf(seq));
    await ledger.record(meta, batchOf(2), 'done', [{ messageId }, { messageId }, { messageId }]);
    await ledger.record(meta, batchOf(3), 'refused', [null, null, null]);
    await ledger.park(meta, batchOf(1));
    await ledger.claim(meta, batchOf(1, { key: { segment: 0, seq: 1, suffix: '' } }));
    const seqs = async (which: 'all' | 'open') =>
      (await collect(ledger.batches(meta, 1, which))).map(({ key }) => key.seq);
    expect(await seqs('all')).toEqual([1, 2, 3, 10]);
    expect(await seqs('open')).toEqual([1, 3, 10]);
  });

  test('lists an exception once, in its segment', async () => {
    const exception = { id: id(1), customerId: 'c-1', kind: 'unreachable', cause: 'bad address' } as const;
    await ledger.except(meta, 1, exception);
    await ledger.except(meta, 1, exception);
    await ledger.except(meta, 0, { ...exception, id: id(2), customerId: 'c-2' });
    expect(await collect(ledger.exceptions(meta, 1))).toEqual([exception]);
  });

  test('keeps for how many mails those of a batch stand', async () => {
    for (const [seq, standsFor] of [
      [70, 20],
      [71, 0],
    ] as const) {
      const batch = { ...batchOf(seq), standsFor };
      await ledger.claim(meta, batch);
      expect((await ledger.batch(meta, batch.key))?.standsFor ?? 0).toBe(standsFor);
    }
  });

  test('collects evidence in any order and as often as it comes', async () => {
    const { key: batch } = batchOf(1);
    expect(await evidence.record(meta, batch, [id(11), id(10)])).toBe(2);
    expect(await evidence.record(meta, batch, [id(10)])).toBe(0);
    expect(await evidence.record(meta, { ...batch, suffix: 'r' }, [id(10)])).toBe(1);
  });

  test('says of how many in a batch nothing was heard before, whoever tells it at the same time', async () => {
    const { key: batch } = batchOf(4);
    const told = await Promise.all([1, 2, 3, 4, 5].map(() => evidence.record(meta, batch, [id(40), id(41)])));
    expect(told.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0, 2]);
    expect(await evidence.record(meta, batch, [id(41), id(42), id(42)])).toBe(1);
  });

  test('counts minutes, newest first; whose mail went wrong counts once, however often it is told', async () => {
    const [early, late] = ['2026-01-05T09:03', '2026-01-05T10:00'];
    for (let times = 0; times < 3; times += 1)
      await evidence.count(meta, early, 0, { bounced: [id(1), id(2)] });
    await evidence.count(meta, late, 7, {});
    await evidence.count(meta, late, 2, { complained: [id(1)], rejected: [id(3)], unrendered: [id(4)] });
    await evidence.close(meta, early);
    const minutes: unknown[] = [];
    for await (const minute of evidence.minutes(meta)) minutes.push(minute);
    const none = { heard: 0, bounced: 0, complained: 0, rejected: 0, unrendered: 0, closed: false };
    expect(minutes).toEqual([
      { ...none, minute: late, heard: 9, complained: 1, rejected: 1, unrendered: 1 },
      { ...none, minute: early, bounced: 2, closed: true },
    ]);
  });

  test('lists a customer of whom only the id is known', async () => {
    const listed = { id: id(9), customerId: null, kind: 'bounced', cause: 'bounce: General' } as const;
    await ledger.except(meta, 1, listed);
    const found: unknown[] = [];
    for await (const one of ledger.exceptions(meta, 1)) found.push(one);
    expect(found).toEqual([listed]);
  });
});
