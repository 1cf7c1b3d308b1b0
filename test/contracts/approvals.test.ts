import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { approvalsOn } from '../../lambda/aws/approvals.ts';
import { archiveOn } from '../../lambda/aws/archive.ts';
import type { Approvals, Verdict } from '../../lambda/core/approval.ts';
import type { Archive, VersionState } from '../../lambda/core/archive.ts';
import { versionStates } from '../../lambda/core/archive.ts';
import { ErrorName } from '../../lambda/core/errors.ts';
import type { PolicyId } from '../../lambda/core/ids.ts';
import { parsePolicyId } from '../../lambda/core/ids.ts';
import { startDynamoDb } from '../../local/dynamodb/server.ts';
import { createTables } from '../../local/dynamodb/tables.ts';
import type { Running } from '../../local/http-server.ts';
import { memoryApprovals } from '../fakes/memory-approvals.ts';
import { memoryArchive } from '../fakes/memory-archive.ts';
import { dynamoDbAt } from '../local/clients.ts';
import { recordOf } from '../steps/notice-setting.ts';

let engine: Running;
let client: DynamoDBClient;
let policies = 0;

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
const tuesday = '2027-01-05T09:00:00.000Z';
const yes: Verdict = { verdict: 'approved', by: 'Ada', reason: 'as agreed', at: tuesday };
const no: Verdict = { verdict: 'rejected', by: 'Grace', reason: '', at: tuesday };

interface Both {
  readonly archive: Archive;
  readonly approvals: Approvals;
}

describe.each<[string, () => Both]>([
  [
    'in memory',
    () => {
      const archive = memoryArchive();
      return { archive, approvals: memoryApprovals(archive) };
    },
  ],
  [
    'on DynamoDB',
    () => ({ archive: archiveOn(client, 'archive'), approvals: approvalsOn(client, 'archive') }),
  ],
])('approvals %s', (_, make) => {
  async function version(state: VersionState = 'assessed') {
    policies += 1;
    const policyId: PolicyId = parsePolicyId(`policy-${policies}`);
    const both = make();
    const row = recordOf(2, { policyId, state, decision: null, significance: 'significant' });
    await both.archive.append(row);
    return { ...both, row, ref: { policyId, version: 2 } };
  }

  test('are asked once: the first moment stands', async () => {
    const { approvals, ref } = await version();
    expect(await approvals.read(ref)).toBeNull();
    const first = { askedAt: monday, token: null, verdict: null };
    expect(await approvals.open(ref, monday)).toEqual(first);
    expect(await approvals.open(ref, tuesday)).toEqual(first);
    expect(await approvals.read(ref)).toEqual(first);
  });

  test('of a version that does not exist are not found', async () => {
    const { approvals, ref } = await version();
    const other = { ...ref, version: 9 };
    await expect(approvals.open(other, monday)).rejects.toMatchObject({ name: ErrorName.NotFound });
    await expect(approvals.answer(other, yes)).rejects.toMatchObject({ name: ErrorName.NotFound });
  });

  test('hand the last token to whoever answers, and the record of the version never shows it', async () => {
    const { approvals, archive, ref, row } = await version();
    await approvals.open(ref, monday);
    await approvals.wait(ref, 'token-1');
    await approvals.wait(ref, 'token-2');
    const answered = { askedAt: monday, token: 'token-2', verdict: yes };
    expect(await approvals.answer(ref, yes)).toEqual(answered);
    expect(await approvals.read(ref)).toEqual(answered);
    expect(await archive.version(ref.policyId, 2)).toEqual(row);
  });

  test('are answered once: the second person hears of the first, the same answer again does no harm', async () => {
    const { approvals, ref } = await version();
    await approvals.open(ref, monday);
    const first = await approvals.answer(ref, yes);
    expect(await approvals.answer(ref, yes)).toEqual(first);
    const second = approvals.answer(ref, no);
    await expect(second).rejects.toMatchObject({ name: ErrorName.WrongState });
    await expect(second).rejects.toThrow('was approved by Ada on 2027-01-05');
    expect((await approvals.read(ref))?.verdict).toEqual(yes);
  });

  test('of two who answer at once, one wins', async () => {
    const { approvals, ref } = await version();
    await approvals.open(ref, monday);
    const tries = await Promise.allSettled([approvals.answer(ref, yes), approvals.answer(ref, no)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('take no token once they are answered: the run looks instead of waiting', async () => {
    const { approvals, ref } = await version();
    await approvals.open(ref, monday);
    await approvals.answer(ref, no);
    await expect(approvals.wait(ref, 'late')).rejects.toMatchObject({ name: ErrorName.AlreadyClaimed });
  });

  test('that nobody was asked for are not given', async () => {
    const { approvals, ref } = await version();
    await expect(approvals.answer(ref, yes)).rejects.toThrow("waits for nobody's approval");
    await expect(approvals.wait(ref, 'token')).rejects.toMatchObject({ name: ErrorName.AlreadyClaimed });
  });

  test('expire by holding the version, which then takes no answer', async () => {
    const { approvals, archive, ref } = await version();
    await approvals.open(ref, monday);
    expect(await approvals.expire(ref)).toBeNull();
    expect(await archive.version(ref.policyId, 2)).toMatchObject({ state: 'held' });
    await expect(approvals.answer(ref, yes)).rejects.toThrow('nobody answered in time');
    expect(await approvals.expire(ref)).toBeNull();
  });

  test('do not expire under an answer of the last moment', async () => {
    const { approvals, archive, ref } = await version();
    await approvals.open(ref, monday);
    await approvals.answer(ref, yes);
    expect(await approvals.expire(ref)).toEqual(yes);
    expect(await archive.version(ref.policyId, 2)).toMatchObject({ state: 'assessed' });
  });

  test.each(versionStates.filter((state) => !['published', 'assessed', 'held'].includes(state)))(
    'are not given to a version that is %s',
    async (state) => {
      const { approvals, ref } = await version(state);
      await expect(approvals.answer(ref, yes)).rejects.toThrow(`is ${state}: it was posted already`);
    },
  );
});
