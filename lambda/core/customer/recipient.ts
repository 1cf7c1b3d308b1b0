import { createHmac } from 'node:crypto';
import { BadInput } from '../errors.ts';
import type { Address } from './address.ts';

/** 16 bytes in base64url (22 characters), fit for an SES tag: says nothing about the customer without the notice's key. */
export type RecipientId = string & { readonly brand: 'RecipientId' };

const idBytes = 16;

/** One affected customer whom we can write to. */
export interface Recipient {
  readonly id: RecipientId;
  readonly customerId: string;
  readonly address: Address;
  readonly name: string;
  readonly language: string;
}

/** The first 16 bytes of HMAC-SHA256 over the customer id, keyed per notice. */
export function recipientId(key: Uint8Array, customerId: string): RecipientId {
  return encodeId(createHmac('sha256', key).update(customerId).digest().subarray(0, idBytes));
}

/** Bytes to text; throws BadInput unless there are 16. */
export function encodeId(bytes: Uint8Array): RecipientId {
  const text = Buffer.from(bytes).toString('base64url');
  if (isRecipientId(text)) return text;
  throw new BadInput(
    `A recipient id has ${bytes.length} bytes.`,
    'It must have 16: the ledger item is damaged.',
  );
}

function isRecipientId(text: string): text is RecipientId {
  return text.length === 22;
}
