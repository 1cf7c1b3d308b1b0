import { InternalServerError } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ledgerOn } from '../../lambda/aws/ledger.ts';
import { recipientId } from '../../lambda/core/customer/recipient.ts';
import { parsePolicyId } from '../../lambda/core/ids.ts';
import { freshBatch } from '../../lambda/core/ledger/batch.ts';
import { startDynamoDb } from '../../local/dynamodb/server.ts';
import { createTables } from '../../local/dynamodb/tables.ts';
import type { Running } from '../../local/http-server.ts';
import { dynamoDbAt } from '../local/clients.ts';

let engine: Running;
let client: DynamoDBClient;
let answersToLose = 0;

beforeAll(async () => {
  engine = await startDynamoDb();
  client = dynamoDbAt(engine.url);
  await createTables(client, { archive: 'archive', customers: 'customers', notices: 'notices' });
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      if (answersToLose === 0) return answer;
      answersToLose -= 1;
      throw new InternalServerError({ message: 'lost', $metadata: { httpStatusCode: 500 } });
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
});

afterAll(async () => {
  client.destroy();
  await engine.stop();
});

test('scenario 30: a conditional write that succeeded and was answered with 500 is repeated by the SDK and still ours', async () => {
  const ledger = ledgerOn(client, 'notices');
  const notice = { policyId: parsePolicyId('terms'), version: 1 };
  const batch = freshBatch({
    key: { segment: 0, seq: 1, suffix: '' },
    owner: 'one',
    claimedAt: 1,
    language: 'en',
    mark: '',
    since: 1,
    openFrom: 1,
    ids: [recipientId(new Uint8Array(32), 'c-1')],
  });
  answersToLose = 1;
  await expect(ledger.claim(notice, batch)).resolves.toBeUndefined();
  answersToLose = 1;
  const refused = await ledger.record(notice, batch, 'refused', [null]);
  answersToLose = 1;
  const again = await ledger.reclaim(notice, refused, 'one', 2);
  answersToLose = 1;
  const outcomes = [{ messageId: 'm-1' }];
  await ledger.record(notice, again, 'done', outcomes);
  expect(answersToLose).toBe(0);
  expect(await ledger.batch(notice, batch.key)).toMatchObject({ state: 'done', attempt: 2, outcomes });
});
