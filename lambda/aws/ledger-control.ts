import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { env } from '../steps.ts';
import { controlKey } from '../core/ledger/keys.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import type { Control, NoticeRef } from '../core/ledger/meta.ts';
import { initialControl } from '../core/ledger/meta.ts';
import type { Table } from './conditional-update.ts';
import { settingAll, updateIf } from './conditional-update.ts';
import { required } from './environment.ts';

const controlItem = z.object({
  run: z.prefault(z.enum(['run', 'pause', 'stop']), initialControl.run),
  reason: z.prefault(z.string(), initialControl.reason),
  by: z.prefault(z.string(), initialControl.by),
  transport: z.prefault(z.enum(['bulk', 'templated']), initialControl.transport),
  rateCap: z.prefault(z.nullable(z.number()), initialControl.rateCap),
  ceiling: z.prefault(z.nullable(z.number()), initialControl.ceiling),
  halted: z.prefault(z.boolean(), initialControl.halted),
});

/** The control items alone, in the table that the environment names. Throws BadSettings when it names none. */
export function controlsFromEnvironment(): Pick<Ledger, 'control' | 'direct'> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  return controlsOn({ client, table: required(env.noticesTable) });
}

/** The control item: read by every sender before every call, so it is a single small item. */
export function controlsOn(on: Table): Pick<Ledger, 'control' | 'direct'> {
  return {
    control: (notice) => read(on, notice),
    direct: (notice, change) => direct(on, notice, change),
  };
}

async function read({ client, table }: Table, notice: NoticeRef): Promise<Control> {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: { ...controlKey(notice) }, ConsistentRead: true }),
  );
  return controlItem.parse(Item ?? {});
}

async function direct(on: Table, notice: NoticeRef, change: Partial<Control>): Promise<Control> {
  const item = await updateIf(
    on,
    { ...controlKey(notice) },
    {
      ...settingAll(change),
      // Only a change of `run` could wake a stopped run up again.
      condition:
        change.run === undefined
          ? 'attribute_not_exists(never)'
          : 'attribute_not_exists(#run) OR #run <> :stop',
      conditionValues: change.run === undefined ? {} : { ':stop': 'stop' },
    },
  );
  return item === null ? read(on, notice) : controlItem.parse(item);
}
