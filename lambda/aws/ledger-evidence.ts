import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { env } from '../contract.ts';
import { encodeId } from '../core/customer/recipient.ts';
import type { BatchKey } from '../core/ledger/batch.ts';
import { padSeq } from '../core/ledger/batch.ts';
import { segmentPartition, sortKeys } from '../core/ledger/keys.ts';
import type { Evidence } from '../core/ledger/ledger.ts';
import type { NoticeRef } from '../core/ledger/meta.ts';
import { packIds } from '../core/ledger/packing.ts';
import { required } from './environment.ts';

const evidenceItem = z.object({
  seen: z.set(z.instanceof(Uint8Array).transform((id) => encodeId(id))).default(new Set()),
});

/** The evidence in the table that the environment names. Throws BadSettings when it names none. */
export function evidenceFromEnvironment(): Evidence {
  return evidenceOn(new DynamoDBClient({}), required(env.noticesTable));
}

/** One set of recipients a batch, grown by ADD: events may come twice, late and in any order. */
export function evidenceOn(dynamo: DynamoDBClient, table: string): Evidence {
  const client = DynamoDBDocumentClient.from(dynamo);
  return {
    seen: async (notice, batch) => {
      const Key = keyOf(notice, batch);
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return evidenceItem.parse(Item ?? {}).seen;
    },
    record: async (notice, batch, ids) => {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: keyOf(notice, batch),
          UpdateExpression: 'ADD seen :ids',
          ExpressionAttributeValues: { ':ids': new Set(ids.map((id) => packIds([id]))) },
        }),
      );
    },
  };
}

function keyOf(
  notice: NoticeRef,
  { segment, seq, suffix }: BatchKey,
): { readonly pk: string; readonly sk: string } {
  return { pk: segmentPartition(notice, segment), sk: `${sortKeys.evidence}${padSeq(seq)}${suffix}` };
}
