import type { PolicyId, Version } from '../core/ids.ts';
import { padVersion } from '../core/ids.ts';

/** What the sort keys of versions begin with; leaves room for other rows of a policy. */
export const versionPrefix = 'version#';

/** `policy#privacy-policy`: all rows of one policy share a partition, so that one consistent query reads them in order. */
export function partitionOf(policyId: PolicyId): string {
  return `policy#${policyId}`;
}

/** The key of one version, e.g. `policy#privacy-policy` / `version#00000007`. */
export function keyOf(policyId: PolicyId, version: Version): { pk: string; sk: string } {
  return { pk: partitionOf(policyId), sk: `${versionPrefix}${padVersion(version)}` };
}
