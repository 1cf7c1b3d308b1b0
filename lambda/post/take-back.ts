import { withdrawal } from '../core/amendment.ts';
import type { Archive, VersionRecord } from '../core/archive.ts';
import type { Assessment } from '../core/assessment.ts';

/**
 * Withdraws the announced version that this one was found to take back; the same again changes nothing. Returns all
 * rows as they stand then.
 */
export async function takeBack(
  archive: Archive,
  { policyId, version }: VersionRecord,
  versions: readonly VersionRecord[],
  { withdraws }: Assessment,
  now: string,
): Promise<readonly VersionRecord[]> {
  const announced = versions.find((one) => one.version === withdraws);
  if (announced?.state !== 'upcoming') return versions;
  const reason = `Version ${version} leaves the text in force as it is, but for small changes.`;
  const amendment = withdrawal(versions, announced, { by: 'post', reason, at: now });
  await archive.amend(policyId, announced.version, amendment);
  return archive.versions(policyId);
}
