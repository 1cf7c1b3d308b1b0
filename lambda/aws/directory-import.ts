import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { env } from '../steps.ts';
import type { DirectoryImport } from '../core/customer/directory.ts';
import { required } from './environment.ts';

const mostPerWrite = 25;
const firstPauseMs = 50;
const longestPauseMs = 5_000;

/** The customers table that the environment names. Throws BadSettings when it names none. */
export function directoryImportFromEnvironment(): DirectoryImport {
  return directoryImportOn(new DynamoDBClient({}), required(env.customersTable));
}

/** Writes customers to a DynamoDB table, 25 at a time; what the table was too busy for is sent again after a pause. */
export function directoryImportOn(dynamo: DynamoDBClient, table: string): DirectoryImport {
  const client = DynamoDBDocumentClient.from(dynamo);
  return {
    async put(customers) {
      for (let at = 0; at < customers.length; at += mostPerWrite) {
        const some = customers.slice(at, at + mostPerWrite);
        await write(client, { [table]: some.map((customer) => ({ PutRequest: { Item: { ...customer } } })) });
      }
    },
  };
}

async function write(
  client: DynamoDBDocumentClient,
  items: BatchWriteCommandInput['RequestItems'],
  pauseMs = firstPauseMs,
): Promise<void> {
  const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: items }));
  if (UnprocessedItems === undefined || Object.keys(UnprocessedItems).length === 0) return;
  await setTimeout(pauseMs);
  await write(client, UnprocessedItems, Math.min(2 * pauseMs, longestPauseMs));
}
