import { withdrawal } from '../core/amendment.ts';
import type { Archive, VersionRecord } from '../core/archive.ts';
import type { Assessment } from '../core/assessment.ts';
import { pageWords } from '../core/pages/words/words.ts';

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
  const reason = pageWords.en.gaveWay(version);
  const amendment = withdrawal(versions, announced, { by: 'post', reason, givesWayTo: version, at: now });
  await archive.amend(policyId, announced.version, amendment);
  return archive.versions(policyId);
}
