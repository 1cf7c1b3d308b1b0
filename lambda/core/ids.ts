import { BadInput } from './errors.ts';

/** `privacy-policy`: lower-case words joined by hyphens; used in keys, URLs and template names. */
export type PolicyId = string & { readonly brand: 'PolicyId' };
/** SHA-256 of a version's source bytes, 64 hex digits. */
export type ContentHash = string & { readonly brand: 'ContentHash' };
/** A calendar day without a time zone, `YYYY-MM-DD`. */
export type LocalDate = string & { readonly brand: 'LocalDate' };
/** 1, 2, 3 … within a policy. */
export type Version = number;

const policyIdForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const longestPolicyId = 40;

/** Throws BadInput when the text is not a policy id. */
export function parsePolicyId(text: string): PolicyId {
  if (isPolicyId(text)) return text;
  throw new BadInput(
    `"${text}" is not a policy id.`,
    `Use lower-case letters, digits and single hyphens, starting with a letter, at most ${longestPolicyId} characters, e.g. privacy-policy.`,
  );
}

function isPolicyId(text: string): text is PolicyId {
  return text.length <= longestPolicyId && policyIdForm.test(text);
}

/** `7` -> `00000007`, so that keys sort as numbers do. */
export function padVersion(version: Version): string {
  return String(version).padStart(8, '0');
}
