import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Amendment, Archive, VersionRecord } from '../core/archive.ts';
import { amendmentRefused, noSuchAmendment, unknownAmended } from '../core/amendment-refusals.ts';
import type { PolicyId, Version } from '../core/ids.ts';
import { keyOf } from './archive-key.ts';
import { parseRow } from './archive-row.ts';
import type { ConditionalChange, Table } from './conditional-update.ts';
import { updateIf } from './conditional-update.ts';

/** The amendments: a list on the version's row, so that one read shows a version as it stands. */
export function amendmentsOn(on: Table): Pick<Archive, 'amend' | 'correct'> {
  return {
    amend: (policyId, version, amendment) => amend(on, policyId, version, amendment),
    correct: async (policyId, version, amendment, totals) => {
      // In place, because another amendment may be appended at the same time.
      const which = `#amendments[${amendment - 1}]`;
      const written = await updateIf(on, keyOf(policyId, version), {
        expression: `SET ${which}.#totals = :totals`,
        names: { '#amendments': 'amendments', '#totals': 'totals' },
        values: { ':totals': totals },
        condition: `attribute_exists(${which})`,
        conditionValues: {},
      });
      if (written === null) throw noSuchAmendment(policyId, version, amendment);
    },
  };
}

async function amend(
  on: Table,
  policyId: PolicyId,
  version: Version,
  amendment: Amendment,
): Promise<VersionRecord> {
  const row = await updateIf(on, keyOf(policyId, version), appending(amendment));
  if (row !== null) return parseRow(row);
  const found = await read(on, policyId, version);
  const standing = found.amendments[amendment.number - 1];
  // Our own write, whose confirmation was lost on the way.
  if (standing?.at === amendment.at && standing.by === amendment.by) return found;
  throw amendmentRefused(found, amendment);
}

/** On the condition that it is the next one. Rows of earlier releases have no list yet. */
function appending(amendment: Amendment): ConditionalChange {
  const withdraws = amendment.kind === 'withdrawn';
  const before = amendment.number - 1;
  const none = 'attribute_not_exists(#amendments) OR ';
  return {
    expression: `SET #amendments = list_append(if_not_exists(#amendments, :none), :one)${withdraws ? ', #state = :withdrawn' : ''}`,
    names: { '#amendments': 'amendments', '#state': 'state' },
    values: { ':none': [], ':one': [amendment], ...(withdraws && { ':withdrawn': 'withdrawn' }) },
    condition: `#state = :upcoming AND (${before === 0 ? none : ''}size(#amendments) = :before)`,
    conditionValues: { ':upcoming': 'upcoming', ':before': before },
  };
}

async function read({ client, table }: Table, policyId: PolicyId, version: Version): Promise<VersionRecord> {
  const Key = keyOf(policyId, version);
  const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  if (Item === undefined) throw unknownAmended(policyId, version);
  return parseRow(Item);
}
