import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { env } from '../steps.ts';
import { WrongState } from '../core/errors.ts';
import { batchName } from '../core/ledger/batch.ts';
import type { HeldBatch, HeldBatches } from '../core/ledger/held.ts';
import { segmentPartition, sortKeys } from '../core/ledger/keys.ts';
import type { NoticeRef } from '../core/ledger/meta.ts';
import type { Table } from './conditional-update.ts';
import { settingAll, updateIf } from './conditional-update.ts';
import { required } from './environment.ts';
import { batchItemKey, itemToBatch, stateCodes } from './ledger-batch-items.ts';

/** The held batches in the table that the environment names. Throws BadSettings when it names none. */
export function heldFromEnvironment(): HeldBatches {
  return heldOn(new DynamoDBClient({}), required(env.noticesTable));
}

/** The held batches of a ledger. The decision is the attribute `p` of the batch item. */
export function heldOn(dynamo: DynamoDBClient, table: string): HeldBatches {
  const on: Table = { client: DynamoDBDocumentClient.from(dynamo), table };
  return {
    list: (notice, segment) => list(on, notice, segment),
    decide: async (notice, key, decision) => {
      const decided = await updateIf(
        on,
        { ...batchItemKey(notice, key) },
        {
          ...settingAll({ p: decision }),
          names: { '#p': 'p', '#st': 'st' },
          condition: '#st = :held AND attribute_not_exists(#p)',
          conditionValues: { ':held': stateCodes.held },
        },
      );
      if (decided !== null) return;
      throw new WrongState(
        `The batch ${batchName(key)} is not held, or somebody has decided about it already.`,
        'Look at `policy-notice held list`.',
      );
    },
  };
}

const decided = z.object({
  p: z.prefault(
    z.nullable(
      z.object({ how: z.enum(['released', 'closed']), by: z.string(), reason: z.string(), at: z.string() }),
    ),
    null,
  ),
});

async function* list(
  { client, table }: Table,
  notice: NoticeRef,
  segment: number,
): AsyncGenerator<HeldBatch> {
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :batch)',
      FilterExpression: 'st = :held',
      ExpressionAttributeValues: {
        ':pk': segmentPartition(notice, segment),
        ':batch': sortKeys.batch,
        ':held': stateCodes.held,
      },
    },
  );
  for await (const page of pages) {
    for (const item of page.Items ?? [])
      yield { batch: itemToBatch(segment, item), decision: decided.parse(item).p };
  }
}
