import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { env } from '../steps.ts';
import { AlreadyClaimed } from '../core/errors.ts';
import { controlKey } from '../core/ledger/keys.ts';
import type { Pauses } from '../core/pause.ts';
import type { Table } from './conditional-update.ts';
import { settingAll, updateIf } from './conditional-update.ts';
import { required } from './environment.ts';

/** The pauses in the table that the environment names. Throws BadSettings when it names none. */
export function pausesFromEnvironment(): Pauses {
  return pausesOn(new DynamoDBClient({}), required(env.noticesTable));
}

const waiting = z.object({ token: z.prefault(z.nullable(z.string()), null) });

/** The pauses on the control items of a ledger. */
export function pausesOn(dynamo: DynamoDBClient, table: string): Pauses {
  const on: Table = { client: DynamoDBDocumentClient.from(dynamo), table };
  return {
    wait: async (notice, token) => {
      const kept = await updateIf(
        on,
        { ...controlKey(notice) },
        {
          ...settingAll({ token }),
          names: { '#token': 'token', '#run': 'run' },
          condition: '#run = :paused',
          conditionValues: { ':paused': 'pause' },
        },
      );
      if (kept !== null) return;
      throw new AlreadyClaimed(
        `The notice of version ${notice.version} of "${notice.policyId}" is not paused any more.`,
        'Nothing to do: the run goes on.',
      );
    },
    token: async (notice) => {
      const Key = { ...controlKey(notice) };
      const { Item } = await on.client.send(
        new GetCommand({ TableName: on.table, Key, ConsistentRead: true }),
      );
      return waiting.parse(Item ?? {}).token;
    },
  };
}
