import * as z from 'zod/mini';
import { BadInput } from '../errors.ts';
import type { Address } from './address.ts';
import { parseAddress } from './address.ts';

/** A row of the customers table, checked. `createdAt` is ISO 8601; only `active` customers are written to. */
export interface Customer {
  readonly customerId: string;
  readonly email: Address;
  readonly name: string;
  /** BCP 47, e.g. `de-AT`; its language picks the notice. */
  readonly locale: string;
  readonly region: string;
  readonly products: readonly string[];
  readonly createdAt: string;
  readonly status: string;
}

/** The part of a row that decides whether a notice concerns the customer at all. */
export type Standing = Pick<Customer, 'customerId' | 'region' | 'products' | 'createdAt' | 'status'>;

/** The part of a row that says where and how to write to the customer. */
export type Contact = Omit<Customer, keyof Standing>;

const word = (example: string) =>
  z.string(`give a text such as "${example}"`).check(z.minLength(1, `give a text such as "${example}"`));

const standing = z.object({
  customerId: word('c-1001').check(z.maxLength(200, 'use at most 200 characters')),
  region: word('EU'),
  products: z.array(word('hosting'), 'give a list of product names, which may be empty'),
  createdAt: z.iso.datetime({
    offset: true,
    local: false,
    error: 'give an ISO 8601 time such as "2024-05-31T12:00:00Z"',
  }),
  status: word('active'),
});

const contact = z.object({
  email: z.string('give one mailbox such as "ada@example.com"'),
  name: z.string('give a text, which may be empty'),
  locale: word('en-GB').check(z.maxLength(35, 'use a language tag such as "en-GB"')),
});

const wholeRow = z.extend(standing, contact.shape);

/** A whole row. Throws BadInput naming every wrong field and what to write there; unknown fields are ignored. */
export function parseCustomer(row: unknown): Customer {
  const { email, ...rest } = parse(wholeRow, row);
  return { ...rest, email: addressOf(email, rest.customerId) };
}

/** Only what the audience predicate looks at, so that a closed customer with a bad address is no exception. */
export function parseStanding(row: unknown): Standing {
  return parse(standing, row);
}

/** The rest of a row whose standing is known: every row of a large audience is read this way. Throws as `parseCustomer`. */
export function parseContact(row: unknown, { customerId }: Standing): Contact {
  const { email, ...rest } = parse(contact, row);
  return { ...rest, email: addressOf(email, customerId) };
}

function parse<T>(schema: z.ZodMiniType<T>, row: unknown): T {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'row'}: ${issue.message}`);
  throw new BadInput(
    `The customer row${nameOf(row)} cannot be read.`,
    `Correct ${[...new Set(fields)].join('; ')}.`,
  );
}

function addressOf(email: string, customerId: string): Address {
  try {
    return parseAddress(email);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    throw new BadInput(`The customer row "${customerId}", field email: ${error.message}`, '', {
      cause: error,
    });
  }
}

function nameOf(row: unknown): string {
  const named = z.object({ customerId: z.string().check(z.maxLength(200)) }).safeParse(row);
  return named.success ? ` "${named.data.customerId}"` : '';
}
