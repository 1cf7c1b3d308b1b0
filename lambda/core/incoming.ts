import { documentKeys } from './documents.ts';
import { BadInput } from './errors.ts';
import { parsePolicyId, type PolicyId } from './ids.ts';

/** A dropped file: which policy it is for, and its name for error messages and the format. */
export interface Incoming {
  readonly policyId: PolicyId;
  readonly name: string;
}

/** Reads `incoming/<policyId>.<md|html|txt>`. Throws BadInput for any other key. */
export function parseIncomingKey(key: string): Incoming {
  const name = key.startsWith(documentKeys.incoming) ? key.slice(documentKeys.incoming.length) : '';
  const dot = name.lastIndexOf('.');
  if (name.includes('/') || dot < 1) {
    throw new BadInput(
      `The object "${key}" is not a policy to publish.`,
      `Drop the text as ${documentKeys.incoming}<policy-id>.md, .html or .txt.`,
    );
  }
  return { policyId: parsePolicyId(name.slice(0, dot)), name };
}

/** Is event `a` older than `b`? S3 sequencers are hex counters of different lengths, compared right-aligned. */
export function isOlder(a: string, b: string): boolean {
  const width = Math.max(a.length, b.length);
  return a.toUpperCase().padStart(width, '0') < b.toUpperCase().padStart(width, '0');
}
