import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { randomUUID } from 'node:crypto';
import { directoryImportOn } from '../../lambda/aws/directory-import.ts';
import { ledgerOn } from '../../lambda/aws/ledger.ts';
import type { Customer } from '../../lambda/core/customer/customer.ts';
import { parseCustomer } from '../../lambda/core/customer/customer.ts';
import { itemSize } from '../../lambda/core/ledger/size.ts';
import { startDynamoDb } from '../../local/dynamodb/server.ts';
import { createTables } from '../../local/dynamodb/tables.ts';
import { localeOf, metaFor } from './notice.ts';
import { names, nowhere } from './task.ts';

/** Size of a customer row, as the cost model assumes it. */
export const customerBytes = 1024;

/** Tables with so many customers and a notice that is about to go to all of them. */
export interface Place {
  readonly url: string;
  stop(): Promise<void>;
}

export async function placeWith(customers: number): Promise<Place> {
  const engine = await startDynamoDb();
  const client = new DynamoDBClient({ ...nowhere, endpoint: engine.url });
  await createTables(client, names.tables);
  await directoryImportOn(client, names.tables.customers).put(
    Array.from({ length: customers }, (_, n) => customer(n)),
  );
  await ledgerOn(client, names.tables.notices).open(metaFor(customers));
  client.destroy();
  return engine;
}

/** With a field that is none of our business, to make it as large as rows usually are. */
function customer(n: number): Customer {
  const row = parseCustomer({
    customerId: randomUUID(),
    email: `customer${n}@mail.example`,
    name: `Customer ${n}`,
    locale: localeOf(n),
    region: 'EU',
    products: ['web-space'],
    createdAt: '2020-05-31T12:00:00Z',
    status: 'active',
  });
  const bare = itemSize({ ...row, products: row.products.join(''), notes: '' });
  const notes = 'n'.repeat(Math.max(0, customerBytes - bare - 4));
  return Object.assign(row, { notes });
}
