import { PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { archiveOn } from '../../lambda/aws/archive.ts';
import type { Amendment, Archive, VersionRecord } from '../../lambda/core/archive.ts';
import { versionStates } from '../../lambda/core/archive.ts';
import type { Decision } from '../../lambda/core/decision.ts';
import { parseLocalDate } from '../../lambda/core/calendar/local-date.ts';
import { sourceOf } from '../../lambda/core/document/source.ts';
import { ErrorName } from '../../lambda/core/errors.ts';
import type { ContentHash, PolicyId } from '../../lambda/core/ids.ts';
import { parsePolicyId } from '../../lambda/core/ids.ts';
import { startDynamoDb } from '../../local/dynamodb/server.ts';
import { createTables } from '../../local/dynamodb/tables.ts';
import type { Running } from '../../local/http-server.ts';
import { memoryArchive } from '../fakes/memory-archive.ts';
import { dynamoDbAt } from '../local/clients.ts';

const table = 'archive';
let engine: Running;
let client: DynamoDBClient;
let policies = 0;

beforeAll(async () => {
  engine = await startDynamoDb();
  client = dynamoDbAt(engine.url);
  await createTables(client, { archive: table, customers: 'customers', notices: 'notices' });
});

afterAll(async () => {
  client.destroy();
  await engine.stop();
});

/** A policy that no other test has touched. */
function freshPolicy(): PolicyId {
  policies += 1;
  return parsePolicyId(`policy-${policies}`);
}

function hashOf(text: string): ContentHash {
  return sourceOf(text, 'md').hash;
}

function record(policyId: PolicyId, version: number, facts: Partial<VersionRecord> = {}): VersionRecord {
  return {
    policyId,
    version,
    state: 'published',
    hash: hashOf('text'),
    format: 'md',
    source: `versions/${policyId}/0000000${version}/source.md`,
    publishedAt: '2017-01-03T09:00:00.000Z',
    event: {
      bucket: 'documents',
      key: `incoming/${policyId}.md`,
      objectVersion: 'v1',
      sequencer: '0062E99A88DC407460',
      execution: 'execution-1',
    },
    significance: null,
    decision: null,
    announcedAt: null,
    totals: null,
    amendments: [],
    ...facts,
  };
}

function decision(policyId: PolicyId, version: number, effectiveDate = '2017-02-02'): Decision {
  return {
    policyId,
    version,
    decidedOn: parseLocalDate('2017-01-03'),
    timeZone: 'Europe/Berlin',
    significance: 'significant',
    effectiveDate: parseLocalDate(effectiveDate),
    previousEffectiveDate: parseLocalDate('2016-01-01'),
    requestedDate: null,
    notify: true,
    postAs: 'upcoming',
    periods: [
      {
        rule: 'company',
        period: 'P30D',
        earliest: parseLocalDate('2017-02-02'),
        citation: 'Own promise, §9',
      },
    ],
    words: ['Sending ends on 3 January 2017; 30 days of notice later is 2 February 2017.'],
    warnings: [],
  };
}

function amendment(
  number: number,
  what:
    | Pick<Amendment & { kind: 'postponed' }, 'kind' | 'to'>
    | Pick<Amendment & { kind: 'withdrawn' }, 'kind' | 'to'>,
): Amendment {
  const from = parseLocalDate('2017-02-02');
  const at = `2017-01-1${number}T09:00:00.000Z`;
  return { number, from, by: 'Ada', reason: 'The office is closed.', at, totals: null, ...what };
}

describe.each<[string, () => Archive]>([
  ['in memory', () => memoryArchive()],
  ['on DynamoDB', () => archiveOn(client, table)],
])('the archive %s', (_, make) => {
  test('amendments are appended in order, once each, and keep what their corrections came to', async () => {
    const archive = make();
    const policyId = freshPolicy();
    const inPlaceOf = { ...decision(policyId, 2), inPlaceOf: 1 };
    await archive.append(record(policyId, 2, { state: 'upcoming', decision: inPlaceOf }));
    const later = amendment(1, { kind: 'postponed', to: parseLocalDate('2017-03-01') });
    expect(await archive.amend(policyId, 2, later)).toMatchObject({ state: 'upcoming', amendments: [later] });
    expect((await archive.amend(policyId, 2, later)).amendments).toEqual([later]);
    const rival = { ...later, by: 'Bo' };
    await expect(archive.amend(policyId, 2, rival)).rejects.toMatchObject({ name: ErrorName.WrongState });

    const never = { ...amendment(2, { kind: 'withdrawn', to: null }), givesWayTo: 3 };
    expect(await archive.amend(policyId, 2, never)).toMatchObject({ state: 'withdrawn' });
    const totals = { audience: 7, accepted: 6, excepted: 1 };
    await archive.correct(policyId, 2, 1, totals);
    expect(await archive.version(policyId, 2)).toMatchObject({
      state: 'withdrawn',
      decision: inPlaceOf,
      amendments: [{ ...later, totals }, never],
    });
    expect((await archive.amend(policyId, 2, never)).amendments).toHaveLength(2);
  });

  test('only a version that waits for its date is amended', async () => {
    const archive = make();
    const policyId = freshPolicy();
    await archive.append(record(policyId, 1, { state: 'current' }));
    const never = amendment(1, { kind: 'withdrawn', to: null });
    await expect(archive.amend(policyId, 1, never)).rejects.toMatchObject({ name: ErrorName.WrongState });
    await expect(archive.amend(policyId, 9, never)).rejects.toMatchObject({ name: ErrorName.NotFound });
    const totals = { audience: 0, accepted: 0, excepted: 0 };
    await expect(archive.correct(policyId, 1, 1, totals)).rejects.toMatchObject({ name: ErrorName.NotFound });
    expect(await archive.version(policyId, 1)).toEqual(record(policyId, 1, { state: 'current' }));
  });

  test('gives back every field of a record as it was appended', async () => {
    const archive = make();
    const policyId = freshPolicy();
    const full = record(policyId, 1, {
      state: 'current',
      significance: 'significant',
      decision: decision(policyId, 1),
      announcedAt: '2017-01-03T10:00:00.000Z',
      totals: { audience: 1000, accepted: 998, excepted: 2 },
    });
    await archive.append(full);
    expect(await archive.version(policyId, 1)).toEqual(full);
  });

  test('lists the versions of one policy, oldest first, whatever the order they were appended in', async () => {
    const archive = make();
    const [one, other] = [freshPolicy(), freshPolicy()];
    for (const version of [10, 2, 1, 9]) await archive.append(record(one, version));
    await archive.append(record(other, 1));
    expect((await archive.versions(one)).map(({ version }) => version)).toEqual([1, 2, 9, 10]);
  });

  test('knows nothing of an unknown policy, and says so when a version is asked for', async () => {
    const archive = make();
    const policyId = freshPolicy();
    expect(await archive.versions(policyId)).toEqual([]);
    await expect(archive.version(policyId, 1)).rejects.toMatchObject({ name: ErrorName.NotFound });
    await expect(archive.advance(policyId, 1, ['published'], 'assessed')).rejects.toMatchObject({
      name: ErrorName.NotFound,
    });
    await expect(archive.decide(decision(policyId, 1))).rejects.toMatchObject({ name: ErrorName.NotFound });
  });

  test('of many who append the same number, exactly one wins', async () => {
    const archive = make();
    const policyId = freshPolicy();
    const texts = ['one', 'two', 'three', 'four', 'five'].map(hashOf);
    const tries = await Promise.allSettled(
      texts.map((hash) => archive.append(record(policyId, 1, { hash }))),
    );
    const won = texts.filter((_, i) => tries[i]?.status === 'fulfilled');
    expect(won).toHaveLength(1);
    expect((await archive.version(policyId, 1)).hash).toBe(won[0]);
    for (const lost of tries.filter((one) => one.status === 'rejected')) {
      expect(lost.reason).toMatchObject({ name: ErrorName.AlreadyClaimed });
    }
  });

  test('advances with facts and returns the row as it stands', async () => {
    const archive = make();
    const policyId = freshPolicy();
    await archive.append(record(policyId, 4));
    const facts = { significance: 'minor', comparedWith: 2 } as const;
    const row = await archive.advance(policyId, 4, ['published'], 'assessed', facts);
    expect(row).toEqual(record(policyId, 4, { state: 'assessed', ...facts }));
    expect(await archive.version(policyId, 4)).toEqual(row);
  });

  test('already there, it writes the facts and nothing else: a step may be repeated', async () => {
    const archive = make();
    const policyId = freshPolicy();
    await archive.append(record(policyId, 1, { state: 'current', significance: 'significant' }));
    const totals = { audience: 3, accepted: 2, excepted: 1 };
    const again = await archive.advance(policyId, 1, ['upcoming'], 'current', { totals });
    expect(again).toEqual(record(policyId, 1, { state: 'current', significance: 'significant', totals }));
    expect(await archive.advance(policyId, 1, ['upcoming'], 'current')).toEqual(again);
  });

  test.each(versionStates.filter((state) => state !== 'published' && state !== 'assessed'))(
    'refuses to advance from "%s" when that was not named, and changes nothing',
    async (state) => {
      const archive = make();
      const policyId = freshPolicy();
      await archive.append(record(policyId, 1, { state }));
      const refused = archive.advance(policyId, 1, ['published'], 'assessed', { significance: 'minor' });
      await expect(refused).rejects.toMatchObject({ name: ErrorName.WrongState });
      await expect(refused).rejects.toThrow(`is ${state}, so it cannot become assessed`);
      expect(await archive.version(policyId, 1)).toEqual(record(policyId, 1, { state }));
    },
  );

  test('of two who decide at once, both get the same decision, and it stays', async () => {
    const archive = make();
    const policyId = freshPolicy();
    await archive.append(record(policyId, 1));
    const dates = ['2017-02-02', '2017-02-03', '2017-02-04'];
    const answers = await Promise.all(dates.map((date) => archive.decide(decision(policyId, 1, date))));
    const [first] = answers;
    for (const answer of answers) expect(answer).toEqual(first);
    expect(dates).toContain(first?.effectiveDate);
    expect(await archive.decide(decision(policyId, 1, '2030-01-01'))).toEqual(first);
    expect(await archive.version(policyId, 1)).toEqual(record(policyId, 1, { decision: first ?? null }));
  });

  test('hands out copies: what a reader does to an answer does not reach the archive', async () => {
    const archive = make();
    const policyId = freshPolicy();
    await archive.append(record(policyId, 1));
    Object.assign(await archive.version(policyId, 1), { state: 'withdrawn' });
    expect((await archive.version(policyId, 1)).state).toBe('published');
  });
});

describe('on DynamoDB alone', () => {
  test('versions are read past the 1 MB that one page of a query holds', async () => {
    const archive = archiveOn(client, table);
    const policyId = freshPolicy();
    const words = ['x'.repeat(300_000)];
    for (const version of [1, 2, 3, 4, 5]) {
      await archive.append(
        record(policyId, version, { decision: { ...decision(policyId, version), words } }),
      );
    }
    expect((await archive.versions(policyId)).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
  });

  test('a row that was changed by hand is refused by name, and other rows of the policy are left alone', async () => {
    const archive = archiveOn(client, table);
    const policyId = freshPolicy();
    const pk = { S: `policy#${policyId}` };
    await client.send(new PutItemCommand({ TableName: table, Item: { pk, sk: { S: 'head' } } }));
    expect(await archive.versions(policyId)).toEqual([]);
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: { pk, sk: { S: 'version#00000001' }, state: { S: 'lost' } },
      }),
    );
    const refused = archive.version(policyId, 1);
    await expect(refused).rejects.toMatchObject({ name: ErrorName.BadInput });
    await expect(refused).rejects.toThrow(`policy#${policyId} / version#00000001`);
  });

  test('a fault that is no lost race is passed on as it is', async () => {
    const archive = archiveOn(client, 'no-such-table');
    await expect(archive.append(record(freshPolicy(), 1))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});
