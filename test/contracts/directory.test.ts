import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { directoryImportOn } from '../../lambda/aws/directory-import.ts';
import { directoryOn } from '../../lambda/aws/directory.ts';
import { parseCustomer } from '../../lambda/core/customer/customer.ts';
import type { Directory, DirectoryImport } from '../../lambda/core/customer/directory.ts';
import { startDynamoDb } from '../../local/dynamodb/server.ts';
import { createTables } from '../../local/dynamodb/tables.ts';
import type { Running } from '../../local/http-server.ts';
import { memoryDirectory } from '../fakes/memory-directory.ts';
import { dynamoDbAt } from '../local/clients.ts';
import { customerRow } from '../steps/notice-setting.ts';

let engine: Running;
let client: DynamoDBClient;

beforeAll(async () => {
  engine = await startDynamoDb();
  client = dynamoDbAt(engine.url);
  await createTables(client, { archive: 'archive', customers: 'customers', notices: 'notices' });
});

afterAll(async () => {
  client.destroy();
  await engine.stop();
});

const customers = Array.from({ length: 120 }, (_, i) => parseCustomer(customerRow(i)));

async function walk(
  directory: Directory,
  segment: number,
  segments: number,
  limit: number,
): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { rows, next } = await directory.page(segment, segments, after, limit);
    ids.push(...rows.map(({ customerId }) => customerId));
    after = next;
  } while (after !== null);
  return ids;
}

const adapters: [string, () => Directory & DirectoryImport][] = [
  ['in memory', () => memoryDirectory()],
  ['on DynamoDB', () => ({ ...directoryOn(client, 'customers'), ...directoryImportOn(client, 'customers') })],
];

describe.each(adapters)('the directory %s', (_, make) => {
  let directory: Directory & DirectoryImport;

  beforeAll(async () => {
    directory = make();
    await directory.put(customers);
  });

  test('gives every customer once over all segments, as it was imported', async () => {
    const segments = await Promise.all([0, 1, 2, 3].map((segment) => walk(directory, segment, 4, 7)));
    expect(segments.flat().toSorted()).toEqual(customers.map(({ customerId }) => customerId).toSorted());
    const { rows } = await directory.page(0, 1, null, 500);
    expect(rows).toHaveLength(120);
    for (const { customerId, row } of rows) {
      expect(parseCustomer(row)).toEqual(customers.find((one) => one.customerId === customerId));
    }
  });

  test('goes on after any customer of the segment, also where no page ended', async () => {
    const all = await walk(directory, 1, 3, 50);
    for (const place of [0, 5, all.length - 2]) {
      const { rows } = await directory.page(1, 3, all[place]!, 500);
      expect(rows.map(({ customerId }) => customerId)).toEqual(all.slice(place + 1));
    }
  });

  test('keeps within the limit and knows its end', async () => {
    const { rows, next } = await directory.page(0, 1, null, 10);
    expect(rows).toHaveLength(10);
    expect(next).not.toBeNull();
    const rest = await directory.page(0, 1, next, 500);
    expect(rest).toMatchObject({ next: null });
    expect(rest.rows).toHaveLength(110);
  });
});
