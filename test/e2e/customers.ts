import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';

const rows = z.array(z.object({ email: z.string(), status: z.string() }));

/** The customers of the test: `count` of the example company. */
export interface Customers {
  /** Where they are listed, within the checkout. */
  readonly file: string;
  /** The addresses of those whose account is open, so that they are affected. */
  readonly affected: readonly string[];
}

/** Writes the first `count` customers of the example into a checkout; among them is at least one closed account. */
export function firstCustomers(checkout: string, count: number): Customers {
  const text = readFileSync(join(checkout, 'examples/northbeam/customers.csv'), 'utf8');
  const lines = text.split('\n').slice(0, count + 1);
  const file = 'customers.csv';
  writeFileSync(join(checkout, file), lines.join('\n'));
  const all = rows.parse(parse(lines.join('\n'), { columns: true }));
  const affected = all.filter(({ status }) => status === 'active').map(({ email }) => email);
  assert.equal(all.length, count);
  assert.ok(affected.length < count, 'Somebody has closed the account, and is not to be mailed.');
  assert.equal(new Set(affected).size, affected.length, 'No two customers share an address.');
  return { file, affected };
}
