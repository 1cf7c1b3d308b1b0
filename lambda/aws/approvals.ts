import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { env } from '../steps.ts';
import type { Approval, ApprovalRef, Approvals, Verdict } from '../core/approval.ts';
import { alreadyAnswered, answerRefused, unknownVersion } from '../core/approval-refusals.ts';
import { approvalOf, stateOf } from './approval-row.ts';
import { keyOf } from './archive-key.ts';
import type { ConditionalChange, Table } from './conditional-update.ts';
import { settingAll, updateIf } from './conditional-update.ts';
import { required } from './environment.ts';

/** The approvals in the archive table that the environment names. Throws BadSettings when it names none. */
export function approvalsFromEnvironment(): Approvals {
  return approvalsOn(new DynamoDBClient({}), required(env.archiveTable));
}

/** The question is open: asked, not answered, and the version still where it was when it was asked. */
const isOpen = '#state = :assessed AND attribute_exists(#askedAt) AND attribute_not_exists(#verdict)';
const names = { '#state': 'state', '#askedAt': 'askedAt', '#verdict': 'verdict' };
const assessed = { ':assessed': 'assessed' };

/** The approvals on the rows of an archive, beside the record itself, which never shows the token. */
export function approvalsOn(dynamo: DynamoDBClient, table: string): Approvals {
  const on: Table = { client: DynamoDBDocumentClient.from(dynamo), table };
  return {
    read: async (ref) => approvalOf(await read(on, ref)),
    open: (ref, askedAt) => open(on, ref, askedAt),
    wait: async (ref, token) => {
      if ((await update(on, ref, { token })) === null) throw alreadyAnswered(ref);
    },
    answer: (ref, verdict) => answer(on, ref, verdict),
    expire: (ref) => expire(on, ref),
  };
}

async function open(on: Table, ref: ApprovalRef, askedAt: string): Promise<Approval> {
  const row = await updateIf(on, keyOf(ref.policyId, ref.version), {
    ...settingAll({ askedAt }),
    condition: 'attribute_exists(pk) AND attribute_not_exists(#askedAt)',
    conditionValues: {},
  });
  const standing = approvalOf(row ?? (await read(on, ref)));
  if (standing === null) throw unknownVersion(ref);
  return standing;
}

async function answer(on: Table, ref: ApprovalRef, verdict: Verdict): Promise<Approval> {
  const row = await update(on, ref, { verdict });
  const standing = row === null ? null : approvalOf(row);
  if (standing !== null) return standing;
  const found = await read(on, ref);
  const approval = approvalOf(found);
  // Our own answer, whose confirmation was lost on the way.
  if (approval !== null && isSame(approval.verdict, verdict)) return approval;
  throw answerRefused(ref, stateOf(found), approval);
}

function isSame(found: Verdict | null, ours: Verdict): boolean {
  return found?.at === ours.at && found.by === ours.by && found.verdict === ours.verdict;
}

async function expire(on: Table, ref: ApprovalRef): Promise<Verdict | null> {
  if ((await update(on, ref, { state: 'held' })) !== null) return null;
  return approvalOf(await read(on, ref))?.verdict ?? null;
}

/** Changes the row while the question is open; null when it is not. */
function update(
  on: Table,
  { policyId, version }: ApprovalRef,
  attributes: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown> | null> {
  const set = settingAll(attributes);
  const change: ConditionalChange = {
    ...set,
    names: { ...set.names, ...names },
    condition: isOpen,
    conditionValues: assessed,
  };
  return updateIf(on, keyOf(policyId, version), change);
}

async function read(
  { client, table }: Table,
  { policyId, version }: ApprovalRef,
): Promise<Record<string, unknown> | null> {
  const Key = keyOf(policyId, version);
  const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  return Item ?? null;
}
