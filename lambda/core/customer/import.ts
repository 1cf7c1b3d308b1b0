import { BadInput } from '../errors.ts';
import type { Customer } from './customer.ts';
import { parseCustomer } from './customer.ts';

/** A row that was not imported: its place in the file (from 1) and what to correct. */
export interface RowFault {
  readonly row: number;
  readonly message: string;
}

/** What an import comes to: the customers to write, the rows to correct, the mailboxes that several customers share. */
export interface CustomerImport {
  readonly customers: readonly Customer[];
  readonly faults: readonly RowFault[];
  readonly sharedMailboxes: readonly { readonly customerIds: readonly string[] }[];
}

/** Reads rows one by one; a bad one is listed and the others go on. Of two rows with one id the second is a fault. */
export function readCustomers(rows: Iterable<unknown>): CustomerImport {
  const customers = new Map<string, Customer>();
  const faults: RowFault[] = [];
  let row = 0;
  for (const one of rows) {
    row += 1;
    try {
      const customer = parseCustomer(one);
      if (customers.has(customer.customerId)) throw repeated(customer.customerId);
      customers.set(customer.customerId, customer);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      faults.push({ row, message: error.message });
    }
  }
  return { customers: [...customers.values()], faults, sharedMailboxes: sharedMailboxes(customers.values()) };
}

/**
 * The row of a CSV file: cells by column name, products separated by `;` or `|`, a missing `status` meaning active.
 * Everything else is left to parseCustomer.
 */
export function rowOfCells(cells: Readonly<Record<string, string>>): unknown {
  const products = (cells['products'] ?? '').split(/[;|]/).map((product) => product.trim());
  return {
    ...cells,
    products: products.filter((product) => product !== ''),
    status: cells['status'] === undefined || cells['status'] === '' ? 'active' : cells['status'],
  };
}

/** Groups of customers that one mailbox serves (compared without case); each of them is still told. */
export function sharedMailboxes(
  customers: Iterable<Customer>,
): { readonly customerIds: readonly string[] }[] {
  const byMailbox = new Map<string, string[]>();
  for (const { email, customerId } of customers) {
    const mailbox = email.toLowerCase();
    const ids = byMailbox.get(mailbox);
    if (ids === undefined) byMailbox.set(mailbox, [customerId]);
    else ids.push(customerId);
  }
  return [...byMailbox.values()].filter((ids) => ids.length > 1).map((customerIds) => ({ customerIds }));
}

function repeated(customerId: string): BadInput {
  return new BadInput(
    `The customer id "${customerId}" was given before in this file.`,
    'Give every customer one row, or different ids.',
  );
}
