import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';

/** A table and the client to reach it. */
export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
}

/** An update expression with its placeholders, as `settingAll` makes it. */
export interface Change {
  readonly expression: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A change that is made only if `condition` holds; it may use the names of the change. */
export interface ConditionalChange extends Change {
  readonly condition: string;
  readonly conditionValues: Readonly<Record<string, unknown>>;
}

/** Sets attributes, each by a placeholder (`#name`, `:name`), because `state` and others are reserved words of DynamoDB. */
export function settingAll(attributes: Readonly<Record<string, unknown>>): Change {
  const all = Object.entries(attributes);
  return {
    expression: `SET ${all.map(([name]) => `#${name} = :${name}`).join(', ')}`,
    names: Object.fromEntries(all.map(([name]) => [`#${name}`, name])),
    values: Object.fromEntries(all.map(([name, value]) => [`:${name}`, value])),
  };
}

/** The whole item after the change, or null when the condition does not hold (which includes that there is no item). */
export async function updateIf(
  { client, table }: Table,
  key: Readonly<Record<string, string>>,
  change: ConditionalChange,
): Promise<Record<string, unknown> | null> {
  const answer = await unlessRefused(
    client.send(
      new UpdateCommand({
        TableName: table,
        Key: { ...key },
        UpdateExpression: change.expression,
        ConditionExpression: change.condition,
        ExpressionAttributeNames: { ...change.names },
        ExpressionAttributeValues: { ...change.values, ...change.conditionValues },
        ReturnValues: 'ALL_NEW',
      }),
    ),
  );
  return answer === null ? null : (answer.Attributes ?? {});
}

/** The call's answer, or null when its conditional write lost; every other fault is passed on. */
export async function unlessRefused<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return null;
    throw error;
  }
}
