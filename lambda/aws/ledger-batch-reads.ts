import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Batch, BatchKey } from '../core/ledger/batch.ts';
import { batchSortKey, markKey, noticePartition, segmentPartition, sortKeys } from '../core/ledger/keys.ts';
import type { Ledger, Tail } from '../core/ledger/ledger.ts';
import { leftAt } from '../core/ledger/tail.ts';
import type { NoticeRef, SegmentMark } from '../core/ledger/meta.ts';
import type { Table } from './conditional-update.ts';
import { batchItemKey, itemToBatch, stateCodes } from './ledger-batch-items.ts';
import { itemToMark } from './ledger-notice-items.ts';

/** After every batch key: `~` sorts behind digits and letters. */
const afterBatches = `${sortKeys.batch}~`;

/** How batches are read: always consistently, because a stale cursor would mail somebody twice. */
export function batchReadsOn(on: Table): Pick<Ledger, 'tail' | 'batches' | 'batch'> {
  return {
    tail: (notice, segment) => tail(on, notice, segment),
    batches: (notice, segment, which) => all(on, notice, segment, which),
    batch: (notice, key) => one(on, notice, key),
  };
}

async function tail(on: Table, notice: NoticeRef, segment: number): Promise<Tail> {
  const [mark, last] = await Promise.all([markOf(on, notice, segment), lastOf(on, notice, segment)]);
  const from = leftAt(mark, last);
  const recent: Batch[] = [];
  const start = batchSortKey({ seq: Math.min(from.since, from.openFrom), suffix: '' });
  for await (const batch of pages(on, segment, between(notice, segment, start))) recent.push(batch);
  return { mark: from.mark, nextSeq: from.nextSeq, since: from.since, done: mark?.done ?? false, recent };
}

async function markOf(
  { client, table }: Table,
  notice: NoticeRef,
  segment: number,
): Promise<SegmentMark | null> {
  const Key = { pk: noticePartition(notice), sk: markKey(segment) };
  const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  return Item === undefined ? null : itemToMark(Item);
}

async function lastOf({ client, table }: Table, notice: NoticeRef, segment: number): Promise<Batch | null> {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: table,
      ...between(notice, segment, sortKeys.batch),
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: 1,
    }),
  );
  return Items?.[0] === undefined ? null : itemToBatch(segment, Items[0]);
}

function between(
  notice: NoticeRef,
  segment: number,
  start: string,
): {
  readonly KeyConditionExpression: string;
  readonly ExpressionAttributeValues: Record<string, string>;
} {
  return {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :start AND :end',
    ExpressionAttributeValues: {
      ':pk': segmentPartition(notice, segment),
      ':start': start,
      ':end': afterBatches,
    },
  };
}

const open = {
  ':c': stateCodes.claimed,
  ':r': stateCodes.refused,
  ':p': stateCodes.split,
  ':u': stateCodes.unknown,
};

async function* all(
  on: Table,
  notice: NoticeRef,
  segment: number,
  which: 'all' | 'open',
): AsyncGenerator<Batch> {
  const { KeyConditionExpression, ExpressionAttributeValues } = between(notice, segment, sortKeys.batch);
  yield* pages(on, segment, {
    KeyConditionExpression,
    ...(which === 'open' ? { FilterExpression: 'st IN (:c, :r, :p, :u)' } : {}),
    ExpressionAttributeValues: { ...ExpressionAttributeValues, ...(which === 'open' ? open : {}) },
  });
}

async function* pages(
  { client, table }: Table,
  segment: number,
  query: Omit<QueryCommandInput, 'TableName'>,
): AsyncGenerator<Batch> {
  const all = paginateQuery({ client }, { TableName: table, ConsistentRead: true, ...query });
  for await (const page of all) {
    for (const item of page.Items ?? []) yield itemToBatch(segment, item);
  }
}

async function one({ client, table }: Table, notice: NoticeRef, key: BatchKey): Promise<Batch | null> {
  const Key = batchItemKey(notice, key);
  const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  return Item === undefined ? null : itemToBatch(key.segment, Item);
}
