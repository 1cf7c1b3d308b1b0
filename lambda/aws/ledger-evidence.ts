import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { env } from '../steps.ts';
import type { Minute, Sign } from '../core/breaker/minute.ts';
import { signs } from '../core/breaker/minute.ts';
import type { RecipientId } from '../core/customer/recipient.ts';
import { encodeId } from '../core/customer/recipient.ts';
import type { BatchKey } from '../core/ledger/batch.ts';
import { padSeq } from '../core/ledger/batch.ts';
import type { ItemKey } from '../core/ledger/keys.ts';
import { minuteKey, noticePartition, segmentPartition, sortKeys } from '../core/ledger/keys.ts';
import type { Evidence, Signs } from '../core/ledger/ledger.ts';
import type { NoticeRef } from '../core/ledger/meta.ts';
import { packIds } from '../core/ledger/packing.ts';
import type { Table } from './conditional-update.ts';
import { required } from './environment.ts';

const bytes = z.instanceof(Uint8Array);
const recipientId = z.pipe(
  bytes,
  z.transform((id) => encodeId(id)),
);
const evidenceItem = z.object({ seen: z.prefault(z.set(recipientId), new Set()) });

const howMany = z.pipe(
  z.prefault(z.set(bytes), new Set()),
  z.transform(({ size }) => size),
);
const minuteItem = z.object({
  sk: z.pipe(
    z.string(),
    z.transform((key) => key.slice(sortKeys.minute.length)),
  ),
  heard: z.prefault(z.int(), 0),
  ...({ bounced: howMany, complained: howMany, rejected: howMany, unrendered: howMany } satisfies Record<
    Sign,
    z.ZodMiniType<number>
  >),
  closed: z.prefault(z.boolean(), false),
});

/** The evidence in the table that the environment names. Throws BadSettings when it names none. */
export function evidenceFromEnvironment(): Evidence {
  return evidenceOn(new DynamoDBClient({}), required(env.noticesTable));
}

/**
 * One set of recipients a batch, and for each minute one a sign, grown by ADD: events may come twice, late and in any
 * order. How many were heard of is a number, because a set of them would outgrow an item.
 */
export function evidenceOn(dynamo: DynamoDBClient, table: string): Evidence {
  const on: Table = { client: DynamoDBDocumentClient.from(dynamo), table };
  return {
    record: async (notice, batch, ids) => {
      const before = await add(on, batchKey(notice, batch), { seen: packed(ids) });
      const { seen } = evidenceItem.parse(before);
      return [...new Set(ids)].filter((id) => !seen.has(id)).length;
    },
    count: async (notice, minute, heard, of) => {
      await add(on, keyOf(notice, minute), { heard, ...sets(of) });
    },
    close: async (notice, minute) => {
      const Key = { ...keyOf(notice, minute) };
      const set = { UpdateExpression: 'SET closed = :yes', ExpressionAttributeValues: { ':yes': true } };
      await on.client.send(new UpdateCommand({ TableName: table, Key, ...set }));
    },
    minutes: (notice) => minutes(on, notice),
  };
}

/** What the sets were before: of several writers that add the same, only the first finds it missing. */
async function add(
  { client, table }: Table,
  key: ItemKey,
  what: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const names = Object.keys(what);
  const { Attributes } = await client.send(
    new UpdateCommand({
      TableName: table,
      Key: { ...key },
      UpdateExpression: `ADD ${names.map((name) => `${name} :${name}`).join(', ')}`,
      ExpressionAttributeValues: Object.fromEntries(names.map((name) => [`:${name}`, what[name]])),
      ReturnValues: 'UPDATED_OLD',
    }),
  );
  return Attributes ?? {};
}

async function* minutes({ client, table }: Table, notice: NoticeRef): AsyncGenerator<Minute> {
  const query = {
    TableName: table,
    ConsistentRead: true,
    ScanIndexForward: false,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': noticePartition(notice), ':prefix': sortKeys.minute },
  };
  // A window is some ten minutes long, so a page that is read in vain should be short.
  for await (const { Items } of paginateQuery({ client, pageSize: 20 }, query)) {
    for (const item of Items ?? []) {
      const { sk: minute, ...rest } = minuteItem.parse(item);
      yield { minute, ...rest };
    }
  }
}

function sets(of: Signs): Record<string, Set<Uint8Array>> {
  const some = signs.filter((sign) => (of[sign] ?? []).length > 0);
  return Object.fromEntries(some.map((sign) => [sign, packed(of[sign] ?? [])]));
}

function packed(ids: readonly RecipientId[]): Set<Uint8Array> {
  return new Set([...new Set(ids)].map((id) => packIds([id])));
}

function keyOf(notice: NoticeRef, minute: string): ItemKey {
  return { pk: noticePartition(notice), sk: minuteKey(minute) };
}

function batchKey(notice: NoticeRef, { segment, seq, suffix }: BatchKey): ItemKey {
  return { pk: segmentPartition(notice, segment), sk: `${sortKeys.evidence}${padSeq(seq)}${suffix}` };
}
