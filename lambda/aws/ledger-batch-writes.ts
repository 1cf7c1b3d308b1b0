import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { AlreadyClaimed } from '../core/errors.ts';
import type { Batch, BatchState, PositionOutcome } from '../core/ledger/batch.ts';
import { batchName } from '../core/ledger/batch.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import type { NoticeRef } from '../core/ledger/meta.ts';
import type { Table } from './conditional-update.ts';
import { settingAll, unlessRefused, updateIf } from './conditional-update.ts';
import {
  batchItemKey,
  batchToItem,
  itemToBatch,
  outcomeAttributes,
  stateCodes,
} from './ledger-batch-items.ts';

/**
 * How batches are written: each write on the condition that nobody else was there. The SDK repeats a write whose
 * answer was lost, and the repetition then finds our own first write: that counts as success.
 */
export function batchWritesOn(
  on: Table,
): Pick<Ledger, 'claim' | 'derive' | 'reclaim' | 'park' | 'record' | 'finishSplit' | 'settle'> {
  return {
    claim: async (notice, batch) => {
      if (await putNew(on, notice, batch)) return;
      if (isSame(await read(on, notice, batch), batch)) return;
      throw lost(batch);
    },
    derive: async (notice, child) => void (await putNew(on, notice, child)),
    reclaim: (notice, batch, owner, now) => reclaim(on, notice, batch, owner, now),
    park: async (notice, batch) => {
      const condition = '#st = :claimed AND o = :o AND a = :a';
      const conditionValues = { ':claimed': stateCodes.claimed, ':o': batch.owner, ':a': batch.attempt };
      await change(on, notice, batch, { st: stateCodes.unknown }, condition, conditionValues);
    },
    record: (notice, batch, state, outcomes) => record(on, notice, batch, state, outcomes),
    finishSplit: async (notice, batch, state) => {
      const conditionValues = { ':split': stateCodes.split };
      await change(on, notice, batch, { st: stateCodes[state] }, '#st = :split', conditionValues);
    },
    settle: async (notice, batch, state, outcomes) => {
      const set = { st: stateCodes[state], ...outcomeAttributes(outcomes) };
      await change(on, notice, batch, set, '#st = :unknown', { ':unknown': stateCodes.unknown });
    },
  };
}

async function putNew({ client, table }: Table, notice: NoticeRef, batch: Batch): Promise<boolean> {
  const Item = defined(batchToItem(notice, batch));
  const put = new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(sk)' });
  return (await unlessRefused(client.send(put))) !== null;
}

async function reclaim(
  on: Table,
  notice: NoticeRef,
  batch: Batch,
  owner: string,
  now: number,
): Promise<Batch> {
  const claimed: Batch = { ...batch, state: 'claimed', owner, attempt: batch.attempt + 1, claimedAt: now };
  const set = { st: stateCodes.claimed, o: owner, a: claimed.attempt, t: now };
  const condition = '(#st = :refused OR (#st = :mine AND #o = :o)) AND #a = :was';
  const values = { ':refused': stateCodes.refused, ':mine': stateCodes.claimed, ':was': batch.attempt };
  if (await change(on, notice, batch, set, condition, values)) return claimed;
  if (isSame(await read(on, notice, batch), claimed)) return claimed;
  throw lost(batch);
}

async function record(
  on: Table,
  notice: NoticeRef,
  batch: Batch,
  state: BatchState,
  outcomes: readonly PositionOutcome[],
): Promise<Batch> {
  const recorded: Batch = { ...batch, state, outcomes };
  const set = { st: stateCodes[state], ...outcomeAttributes(outcomes) };
  const condition = '#st IN (:claimed, :unknown) AND o = :o AND a = :a';
  const values = {
    ':claimed': stateCodes.claimed,
    ':unknown': stateCodes.unknown,
    ':o': batch.owner,
    ':a': batch.attempt,
  };
  if (await change(on, notice, batch, set, condition, values)) return recorded;
  if (isSame(await read(on, notice, batch), recorded)) return recorded;
  throw lost(batch);
}

async function change(
  on: Table,
  notice: NoticeRef,
  { key }: Batch,
  attributes: Readonly<Record<string, unknown>>,
  condition: string,
  conditionValues: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const set = settingAll(defined(attributes));
  return (
    (await updateIf(on, { ...batchItemKey(notice, key) }, { ...set, condition, conditionValues })) !== null
  );
}

async function read({ client, table }: Table, notice: NoticeRef, { key }: Batch): Promise<Batch | null> {
  const Key = batchItemKey(notice, key);
  const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  return Item === undefined ? null : itemToBatch(key.segment, Item);
}

function isSame(found: Batch | null, ours: Batch): boolean {
  return found?.owner === ours.owner && found.attempt === ours.attempt && found.state === ours.state;
}

function defined(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}

function lost({ key }: Batch): AlreadyClaimed {
  return new AlreadyClaimed(
    `Another sender has taken batch ${batchName(key)}.`,
    'Nothing to do: this sender stops walking that segment, the other goes on.',
  );
}
