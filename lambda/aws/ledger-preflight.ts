import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { env } from '../steps.ts';
import { AlreadyClaimed } from '../core/errors.ts';
import { preflightKey } from '../core/ledger/keys.ts';
import type { NoticeRef } from '../core/ledger/meta.ts';
import type { PreflightRecord, Preflights } from '../core/preflight/preflights.ts';
import { checkNames } from '../core/settings/checks.ts';
import type { Table } from './conditional-update.ts';
import { settingAll, updateIf } from './conditional-update.ts';
import { required } from './environment.ts';

/** The record in the table that the environment names. Throws BadSettings when it names none. */
export function preflightsFromEnvironment(): Preflights {
  return preflightsOn(new DynamoDBClient({}), required(env.noticesTable));
}

const item = z.object({
  attempt: z.prefault(z.int(), 0),
  sentAt: z.prefault(z.number(), 0),
  canary: z.prefault(z.enum(['sent', 'heard', 'lost']), 'sent'),
  passedAt: z.prefault(z.nullable(z.string()), null),
  skipped: z.prefault(z.array(z.enum(checkNames)), []),
});

/** The record as one item a notice, beside its META. */
export function preflightsOn(dynamo: DynamoDBClient, table: string): Preflights {
  const on: Table = { client: DynamoDBDocumentClient.from(dynamo), table };
  const change = (notice: NoticeRef, what: object, condition: string, conditionValues: object = {}) =>
    updateIf(
      on,
      { ...preflightKey(notice) },
      { ...settingAll({ ...what }), condition, conditionValues: { ...conditionValues } },
    );
  return {
    read: (notice) => read(on, notice),
    async claim(notice, { attempt, sentAt }) {
      const unclaimed = 'attribute_not_exists(#attempt) OR #attempt < :attempt';
      if ((await change(notice, { attempt, sentAt, canary: 'sent' }, unclaimed)) !== null) return;
      throw new AlreadyClaimed(
        `Test mail ${attempt} for version ${notice.version} of "${notice.policyId}" is noted already.`,
        'Nothing to do: whoever noted it sends it.',
      );
    },
    async hear(notice, attempt) {
      await change(notice, { canary: 'heard' }, 'attempt = :asked', { ':asked': attempt });
    },
    async lose(notice, attempt) {
      const unheard = 'attempt = :asked AND #canary = :sent';
      await change(notice, { canary: 'lost' }, unheard, { ':asked': attempt, ':sent': 'sent' });
    },
    async pass(notice, { at, skipped }) {
      await change(notice, { passedAt: at, skipped }, 'attribute_not_exists(never)');
    },
  };
}

async function read({ client, table }: Table, notice: NoticeRef): Promise<PreflightRecord> {
  const Key = { ...preflightKey(notice) };
  const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  const { attempt, sentAt, canary, passedAt, skipped } = item.parse(Item ?? {});
  return {
    canary: attempt === 0 ? null : { attempt, sentAt, state: canary },
    passed: passedAt === null ? null : { at: passedAt, skipped },
  };
}
