import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { env } from '../steps.ts';
import { amendmentsOn } from './archive-amendments.ts';
import type { Archive, VersionFacts, VersionRecord, VersionState } from '../core/archive.ts';
import type { Decision } from '../core/decision.ts';
import { AlreadyClaimed, NotFound, WrongState } from '../core/errors.ts';
import type { PolicyId, Version } from '../core/ids.ts';
import { keyOf, partitionOf, versionPrefix } from './archive-key.ts';
import { parseRow, rowOf } from './archive-row.ts';
import { settingAll, unlessRefused, updateIf } from './conditional-update.ts';
import type { Table } from './conditional-update.ts';
import { required } from './environment.ts';

/** The archive a step is given: the table its environment names. Throws BadSettings when it names none. */
export function archiveFromEnvironment(): Archive {
  return archiveOn(new DynamoDBClient({}), required(env.archiveTable));
}

/**
 * The archive on a DynamoDB table with the key `pk`, `sk`: single items and conditional writes, no transactions.
 * Lost races become the named errors of the port; every other fault of DynamoDB is passed on as it is.
 */
export function archiveOn(client: DynamoDBClient, table: string): Archive {
  const on: Table = { client: DynamoDBDocumentClient.from(client), table };
  return {
    versions: (policyId) => versions(on, policyId),
    version: (policyId, version) => existing(on, policyId, version),
    append: (record) => append(on, record),
    advance: (policyId, version, from, to, facts = {}) => advance(on, policyId, version, from, to, facts),
    decide: (decision) => decide(on, decision),
    ...amendmentsOn(on),
  };
}

async function versions({ client, table }: Table, policyId: PolicyId): Promise<VersionRecord[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': partitionOf(policyId), ':prefix': versionPrefix },
    },
  );
  const found: VersionRecord[] = [];
  for await (const page of pages) found.push(...(page.Items ?? []).map(parseRow));
  return found;
}

async function existing(on: Table, policyId: PolicyId, version: Version): Promise<VersionRecord> {
  const { Item } = await on.client.send(
    new GetCommand({ TableName: on.table, Key: keyOf(policyId, version), ConsistentRead: true }),
  );
  if (Item !== undefined) return parseRow(Item);
  throw new NotFound(
    `The archive ${on.table} has no version ${version} of "${policyId}".`,
    'Check the policy id and the number; a version is appended when its document is published.',
  );
}

async function append({ client, table }: Table, record: VersionRecord): Promise<void> {
  const Item = rowOf(record);
  const put = new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' });
  if ((await unlessRefused(client.send(put))) !== null) return;
  throw new AlreadyClaimed(
    `Version ${record.version} of "${record.policyId}" is already in the archive ${table}.`,
    'Read the versions again: it may be this very append (its answer was lost), else take the next number.',
  );
}

async function advance(
  on: Table,
  policyId: PolicyId,
  version: Version,
  from: readonly VersionState[],
  to: VersionState,
  facts: VersionFacts,
): Promise<VersionRecord> {
  const allowed = [...new Set([...from, to])];
  const row = await updateIf(on, keyOf(policyId, version), {
    ...settingAll({ state: to, ...facts }),
    condition: `#state IN (${allowed.map((_, i) => `:allowed${i}`).join(', ')})`,
    conditionValues: Object.fromEntries(allowed.map((state, i) => [`:allowed${i}`, state])),
  });
  if (row !== null) return parseRow(row);
  const { state } = await existing(on, policyId, version);
  throw new WrongState(
    `Version ${version} of "${policyId}" is ${state}, so it cannot become ${to}.`,
    `It must be ${allowed.join(' or ')}; see where its execution stopped before going on.`,
  );
}

async function decide(on: Table, decision: Decision): Promise<Decision> {
  const { policyId, version } = decision;
  const row = await updateIf(on, keyOf(policyId, version), {
    ...settingAll({ decision }),
    condition: '#decision = :undecided',
    conditionValues: { ':undecided': null },
  });
  const standing = row === null ? await existing(on, policyId, version) : parseRow(row);
  return standing.decision ?? decision;
}
