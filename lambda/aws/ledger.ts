import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { env } from '../steps.ts';
import { noticePartition, segmentPartition, sortKeys } from '../core/ledger/keys.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import type { ExceptionItem, Meta, NoticeRef } from '../core/ledger/meta.ts';
import type { Table } from './conditional-update.ts';
import { unlessRefused } from './conditional-update.ts';
import { required } from './environment.ts';
import { batchReadsOn } from './ledger-batch-reads.ts';
import { batchWritesOn } from './ledger-batch-writes.ts';
import { controlsOn } from './ledger-control.ts';
import type { Item } from './ledger-batch-items.ts';
import {
  exceptionToItem,
  itemToException,
  itemToMark,
  itemToMeta,
  markToItem,
  metaToItem,
} from './ledger-notice-items.ts';

/** The ledger a step is given: the table its environment names. Throws BadSettings when it names none. */
export function ledgerFromEnvironment(): Ledger {
  return ledgerOn(new DynamoDBClient({}), required(env.noticesTable));
}

/** The ledger on a DynamoDB table with the string keys `pk` and `sk`. Faults of DynamoDB are passed on as they are. */
export function ledgerOn(client: DynamoDBClient, table: string): Ledger {
  const marshallOptions = { removeUndefinedValues: true };
  const on: Table = { client: DynamoDBDocumentClient.from(client, { marshallOptions }), table };
  return {
    open: (meta) => open(on, meta),
    meta: (notice) => metaOf(on, notice),
    ...controlsOn(on),
    marks: async (notice) => {
      const items = await collect(query(on, noticePartition(notice), sortKeys.mark));
      return items.map(itemToMark);
    },
    mark: async (notice, mark) => put(on, markToItem(notice, mark)),
    ...batchReadsOn(on),
    ...batchWritesOn(on),
    except: async (notice, segment, exception) => put(on, exceptionToItem(notice, segment, exception)),
    exceptions: (notice, segment) => exceptions(on, notice, segment),
  };
}

async function open(on: Table, meta: Meta): Promise<Meta> {
  const Item = metaToItem(meta);
  const ConditionExpression = 'attribute_not_exists(sk)';
  const first = await unlessRefused(
    on.client.send(new PutCommand({ TableName: on.table, Item, ConditionExpression })),
  );
  return first === null ? ((await metaOf(on, meta)) ?? meta) : meta;
}

async function metaOf({ client, table }: Table, notice: NoticeRef): Promise<Meta | null> {
  const Key = { pk: noticePartition(notice), sk: sortKeys.meta };
  const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  return Item === undefined ? null : itemToMeta(notice, Item);
}

async function put({ client, table }: Table, Item: Item): Promise<void> {
  await client.send(new PutCommand({ TableName: table, Item }));
}

async function* exceptions(on: Table, notice: NoticeRef, segment: number): AsyncGenerator<ExceptionItem> {
  for await (const item of query(on, segmentPartition(notice, segment), sortKeys.exception)) {
    yield itemToException(item);
  }
}

async function* query({ client, table }: Table, pk: string, prefix: string): AsyncGenerator {
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
    },
  );
  for await (const page of pages) yield* page.Items ?? [];
}

async function collect(all: AsyncIterable<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const one of all) items.push(one);
  return items;
}
