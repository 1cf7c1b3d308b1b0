import type { Archive, VersionRecord } from '../core/archive.ts';
import type { Assessment } from '../core/assessment.ts';
import { WrongState } from '../core/errors.ts';

/**
 * A version that waited for approval may have been judged against what is no longer so: a version that was withdrawn
 * since, or one that it was to take back and that applies by now. Such a verdict might post a change that customers have
 * to be told of, and tell nobody. Holds the version, and throws WrongState saying what to do.
 */
export async function refuseStale(
  archive: Archive,
  { policyId, version, decision }: VersionRecord,
  versions: readonly VersionRecord[],
  assessment: Assessment,
): Promise<void> {
  const changed = decision === null ? versions.find((one) => isOtherwise(one, assessment)) : undefined;
  if (changed === undefined) return;
  await archive.advance(policyId, version, ['assessed', 'approved'], 'held');
  throw new WrongState(
    `Version ${version} of "${policyId}" was judged while version ${changed.version} was announced, which is ${changed.state} by now: it is held.`,
    'Publish the same text again: it is then judged against what applies today.',
  );
}

function isOtherwise(
  { version, state }: VersionRecord,
  { previous, lastTold, withdraws }: Assessment,
): boolean {
  if (version === withdraws) return state !== 'upcoming' && state !== 'withdrawn';
  return state === 'withdrawn' && (version === previous || version === lastTold);
}
