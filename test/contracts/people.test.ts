import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { heldOn } from '../../lambda/aws/ledger-held.ts';
import { pausesOn } from '../../lambda/aws/ledger-pause.ts';
import { preflightsOn } from '../../lambda/aws/ledger-preflight.ts';
import { ledgerOn } from '../../lambda/aws/ledger.ts';
import { ask } from '../../lambda/ask/ask.ts';
import { recipientId } from '../../lambda/core/customer/recipient.ts';
import { ErrorName } from '../../lambda/core/errors.ts';
import { freshBatch } from '../../lambda/core/ledger/batch.ts';
import { heldPositions, isReleased, releasedChild } from '../../lambda/core/ledger/held.ts';
import type { HeldBatch } from '../../lambda/core/ledger/held.ts';
import { startDynamoDb } from '../../local/dynamodb/server.ts';
import { createTables } from '../../local/dynamodb/tables.ts';
import type { Running } from '../../local/http-server.ts';
import { memoryApprovals } from '../fakes/memory-approvals.ts';
import { memoryArchive } from '../fakes/memory-archive.ts';
import { memoryPreflights } from '../fakes/memory-preflights.ts';
import { dynamoDbAt } from '../local/clients.ts';
import { policyId, recordOf } from '../steps/notice-setting.ts';

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

const monday = '2027-01-04T09:00:00.000Z';

function freshNotice() {
  notices += 1;
  const ledger = ledgerOn(client, 'notices');
  return { ref: { policyId, version: notices }, ledger, pauses: pausesOn(client, 'notices') };
}

describe.each([
  ['in memory', memoryPreflights],
  ['on DynamoDB', () => preflightsOn(client, 'notices')],
])('what was checked before a notice (%s)', (_, open) => {
  const noted = { attempt: 1, sentAt: 1_800_000_000_000 };

  test('is nothing at first, and apart for a notice and its corrections', async () => {
    const [{ ref }, preflights] = [freshNotice(), open()];
    await preflights.claim({ ...ref, correction: 1 }, noted);
    expect(await preflights.read(ref)).toEqual({ canary: null, passed: null });
  });

  test('has each test mail noted once, and the next one by whoever is first', async () => {
    const [{ ref }, preflights] = [freshNotice(), open()];
    await preflights.claim(ref, noted);
    expect((await preflights.read(ref)).canary).toEqual({ ...noted, state: 'sent' });
    const taken = { name: ErrorName.AlreadyClaimed };
    await expect(preflights.claim(ref, { ...noted, sentAt: 0 })).rejects.toMatchObject(taken);
    const second = { attempt: 2, sentAt: 1_800_000_900_000 };
    await preflights.claim(ref, second);
    await expect(preflights.claim(ref, noted)).rejects.toMatchObject(taken);
    expect((await preflights.read(ref)).canary).toEqual({ ...second, state: 'sent' });
  });

  test('says that the last test mail was heard, late or twice, and never again that it is lost', async () => {
    const [{ ref }, preflights] = [freshNotice(), open()];
    await preflights.hear(ref, 1);
    await preflights.lose(ref, 1);
    expect((await preflights.read(ref)).canary).toBeNull();
    await preflights.claim(ref, noted);
    await preflights.hear(ref, 2);
    await preflights.lose(ref, 2);
    expect((await preflights.read(ref)).canary?.state).toBe('sent');
    await preflights.lose(ref, 1);
    expect((await preflights.read(ref)).canary?.state).toBe('lost');
    for (const act of ['hear', 'hear', 'lose'] as const) {
      await preflights[act](ref, 1);
      expect((await preflights.read(ref)).canary).toEqual({ ...noted, state: 'heard' });
    }
  });

  test('keeps when all was well last, and what was not asked, with or without a test mail', async () => {
    const [{ ref }, preflights] = [freshNotice(), open()];
    await preflights.pass(ref, { at: '2026-01-05T09:00:00.000Z', skipped: ['canary'] });
    expect((await preflights.read(ref)).canary).toBeNull();
    await preflights.claim(ref, noted);
    const passed = { at: '2026-01-06T09:00:00.000Z', skipped: [] };
    await preflights.pass(ref, passed);
    expect(await preflights.read(ref)).toEqual({ canary: { ...noted, state: 'sent' }, passed });
  });
});

describe('what a paused run waits for', () => {
  test('is kept while the notice is paused, the last one, and the control item does not show it', async () => {
    const { ref, ledger, pauses } = freshNotice();
    expect(await pauses.token(ref)).toBeNull();
    const paused = await ledger.direct(ref, { run: 'pause', by: 'Ada', reason: 'wait' });
    await pauses.wait(ref, 'token-1');
    await pauses.wait(ref, 'token-2');
    expect(await pauses.token(ref)).toBe('token-2');
    expect(await ledger.control(ref)).toEqual(paused);
  });

  test.each(['run', 'stop'] as const)(
    'is refused once somebody said "%s": the run looks instead',
    async (run) => {
      const { ref, ledger, pauses } = freshNotice();
      await ledger.direct(ref, { run: 'pause' });
      await ledger.direct(ref, { run });
      await expect(pauses.wait(ref, 'token')).rejects.toMatchObject({ name: ErrorName.AlreadyClaimed });
    },
  );

  test('is refused for a notice that nobody ever paused, and creates nothing', async () => {
    const { ref, pauses } = freshNotice();
    await expect(pauses.wait(ref, 'token')).rejects.toMatchObject({ name: ErrorName.AlreadyClaimed });
    expect(await pauses.token(ref)).toBeNull();
  });

  test('and what a version waits for is put where its answer will be', async () => {
    const { ref, ledger, pauses } = freshNotice();
    const archive = memoryArchive([recordOf(ref.version, { state: 'assessed' })]);
    const approvals = memoryApprovals(archive);
    await approvals.open(ref, monday);
    await ledger.direct(ref, { run: 'pause' });
    const put = (question: 'approval' | 'pause') =>
      ask({ approvals, pauses }, { ...ref, question, token: `for ${question}`, now: monday });
    expect(await put('approval')).toEqual(ref);
    expect(await put('pause')).toEqual(ref);
    expect((await approvals.read(ref))?.token).toBe('for approval');
    expect(await pauses.token(ref)).toBe('for pause');
  });
});

describe('a held batch', () => {
  const id = (n: number) => recipientId(new Uint8Array(32), `c-${n}`);
  const key = { segment: 1, seq: 1, suffix: '' };
  const decision = { how: 'released', by: 'Ada', reason: 'they asked', at: monday } as const;

  async function held() {
    const { ref, ledger } = freshNotice();
    const facts = {
      owner: 'one',
      claimedAt: 1_767_603_600_000,
      language: 'en',
      mark: '',
      since: 1,
      openFrom: 1,
    };
    const batch = freshBatch({ ...facts, key, ids: [id(1), id(2), id(3)] });
    await ledger.claim(ref, batch);
    await ledger.park(ref, batch);
    await ledger.settle(ref, batch, 'held', [null, { code: 'MessageRejected' }, null]);
    const other = { ...batch, key: { ...key, seq: 2 } };
    await ledger.claim(ref, other);
    const batches = heldOn(client, 'notices');
    const list = async (): Promise<HeldBatch[]> => {
      const found: HeldBatch[] = [];
      for await (const one of batches.list(ref, 1)) found.push(one);
      return found;
    };
    return { ref, ledger, batches, list };
  }

  test('is listed until and after a person decides, with what was decided', async () => {
    const { ref, batches, list } = await held();
    expect(await list()).toMatchObject([{ batch: { key, state: 'held' }, decision: null }]);
    await batches.decide(ref, key, decision);
    expect(await list()).toMatchObject([{ batch: { key, state: 'held' }, decision }]);
  });

  test('is decided once, and one that is not held is not decided', async () => {
    const { ref, batches, list } = await held();
    await batches.decide(ref, key, decision);
    const closed = { ...decision, how: 'closed' } as const;
    await expect(batches.decide(ref, key, closed)).rejects.toMatchObject({ name: ErrorName.WrongState });
    for (const seq of [2, 3])
      await expect(batches.decide(ref, { ...key, seq }, closed)).rejects.toThrow('is not held');
    expect(await list()).toMatchObject([{ decision }]);
  });

  test('is sent anew by a child with those whom nobody can speak for, and only those', async () => {
    const { list } = await held();
    const [one] = await list();
    if (one === undefined) throw new Error('Nothing is held.');
    const { batch } = one;
    expect(heldPositions(batch)).toEqual([0, 2]);
    const child = releasedChild(batch);
    expect(child).toMatchObject({
      state: 'refused',
      attempt: 0,
      ids: [id(1), id(3)],
      outcomes: [null, null],
    });
    expect([isReleased(batch.key), isReleased(child.key)]).toEqual([false, true]);
  });
});
