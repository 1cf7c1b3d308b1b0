import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { env } from '../steps.ts';
import type { Directory, DirectoryPage } from '../core/customer/directory.ts';
import { required } from './environment.ts';

const keyed = z.looseObject({ customerId: z.string() });

/** Only what a customer row is made of: the table may be the user's own, with more in it than concerns us. */
const projection = ['customerId', 'email', 'name', 'locale', 'region', 'products', 'createdAt', 'status'];

/** The directory a step is given. Throws BadSettings when the environment names no customers table. */
export function directoryFromEnvironment(): Directory {
  return directoryOn(new DynamoDBClient({}), required(env.customersTable));
}

/**
 * The directory on a DynamoDB table with the string key `customerId`: a parallel scan, eventually consistent, because
 * it is the cheapest way to read most of a table. A scan may start after any key of its segment.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html
 */
export function directoryOn(dynamo: DynamoDBClient, table: string): Directory {
  const client = DynamoDBDocumentClient.from(dynamo);
  const names = Object.fromEntries(projection.map((name) => [`#${name}`, name]));
  return {
    async page(segment, totalSegments, startAfter, limit): Promise<DirectoryPage> {
      const { Items, LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName: table,
          Segment: segment,
          TotalSegments: totalSegments,
          Limit: limit,
          ProjectionExpression: Object.keys(names).join(', '),
          ExpressionAttributeNames: names,
          ...(startAfter === null ? {} : { ExclusiveStartKey: { customerId: startAfter } }),
        }),
      );
      const rows = (Items ?? []).map((row) => ({ customerId: keyed.parse(row).customerId, row: plain(row) }));
      return { rows, next: LastEvaluatedKey === undefined ? null : keyed.parse(LastEvaluatedKey).customerId };
    },
  };
}

/** A list of products may be kept as a DynamoDB string set. */
function plain(row: Readonly<Record<string, unknown>>): unknown {
  const { products } = row;
  return products instanceof Set ? { ...row, products: [...products] } : row;
}
