import type { Amendment, VersionRecord, VersionState } from './archive.ts';
import { NotFound, WrongState } from './errors.ts';
import type { PolicyId, Version } from './ids.ts';

/** There is no such version. */
export function unknownAmended(policyId: PolicyId, version: Version): NotFound {
  return new NotFound(
    `There is no version ${version} of "${policyId}".`,
    'See `policy-notice status` for what was published.',
  );
}

/** There is no amendment of that number. */
export function noSuchAmendment(policyId: PolicyId, version: Version, amendment: number): NotFound {
  return new NotFound(
    `Version ${version} of "${policyId}" has no amendment ${amendment}.`,
    'See `policy-notice status` for when it was postponed or withdrawn.',
  );
}

/** Why a version cannot be amended: it does not wait for its date, or somebody else amended it at the same time. */
export function amendmentRefused(
  { policyId, version, state }: VersionRecord,
  { kind }: Pick<Amendment, 'kind'>,
): WrongState {
  const cannot = `Version ${version} of "${policyId}" cannot be ${kind}:`;
  if (state === 'upcoming')
    return new WrongState(
      `${cannot} somebody else has amended it at the same time.`,
      'Look at `policy-notice status` and say it again if it still holds.',
    );
  const [why, remedy] = notUpcoming[state];
  return new WrongState(`${cannot} ${why}.`, remedy);
}

const notPosted = [
  'it is not posted yet',
  'If it waits for approval, `reject` it; else wait until it is posted.',
] as const;

const notUpcoming = {
  published: notPosted,
  assessed: notPosted,
  approved: notPosted,
  held: ['it is held and will never be posted', 'Nothing is to be done.'],
  current: ['it applies already', 'Publish the text that is to apply instead as a new version.'],
  superseded: ['a newer version has taken its place', 'Name that one.'],
  withdrawn: ['it was withdrawn', 'Publish the text anew to announce it anew.'],
} as const satisfies Record<Exclude<VersionState, 'upcoming'>, readonly [why: string, remedy: string]>;
