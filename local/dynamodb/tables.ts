import { setTimeout } from 'node:timers/promises';
import { CreateTableCommand, DescribeTableCommand, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import type { CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** The names of the three tables. */
export interface TableNames {
  readonly archive: string;
  readonly customers: string;
  readonly notices: string;
}

/** Key attributes of each table, partition key first, as lib/ deploys them; all are strings. */
export const tableKeys = {
  archive: ['pk', 'sk'],
  customers: ['customerId'],
  notices: ['pk', 'sk'],
} as const satisfies Record<keyof TableNames, readonly string[]>;

/** Creates the tables that are not there yet and waits until all can be used. */
export async function createTables(client: DynamoDBClient, names: TableNames): Promise<void> {
  const tables = [
    tableOf(names.archive, tableKeys.archive),
    tableOf(names.customers, tableKeys.customers),
    tableOf(names.notices, tableKeys.notices),
  ];
  await Promise.all(tables.map((table) => create(client, table)));
}

function tableOf(name: string, [partition, sort]: readonly [string, string?]): CreateTableCommandInput {
  const keys = sort === undefined ? [partition] : [partition, sort];
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keys.map((key) => ({ AttributeName: key, AttributeType: 'S' })),
    KeySchema: keys.map((key, i) => ({ AttributeName: key, KeyType: i === 0 ? 'HASH' : 'RANGE' })),
  };
}

async function create(client: DynamoDBClient, table: CreateTableCommandInput): Promise<void> {
  try {
    await client.send(new CreateTableCommand(table));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  // The SDK's own waiter sleeps whole seconds, and the engine is ready within milliseconds.
  while (!(await isActive(client, table.TableName))) await setTimeout(5);
}

async function isActive(client: DynamoDBClient, name: string | undefined): Promise<boolean> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  return Table?.TableStatus === 'ACTIVE';
}
