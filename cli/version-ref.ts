import { BadInput } from '../lambda/core/errors.ts';
import type { PolicyId, Version } from '../lambda/core/ids.ts';
import { parsePolicyId } from '../lambda/core/ids.ts';

/** The version that a command line names. Throws BadInput for what is no policy id or no number. */
export function parseVersionRef(
  policy: string,
  number: string,
): { readonly policyId: PolicyId; readonly version: Version } {
  const policyId = parsePolicyId(policy);
  if (/^[1-9]\d{0,7}$/.test(number)) return { policyId, version: Number(number) };
  throw new BadInput(`"${number}" is not the number of a version.`, 'Versions are numbered 1, 2, 3 …');
}
