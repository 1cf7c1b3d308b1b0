import type { Approval, ApprovalRef } from './approval.ts';
import type { VersionState } from './archive.ts';
import { AlreadyClaimed, NotFound, WrongState } from './errors.ts';

/** The question was closed while a run was about to wait for its answer. */
export function alreadyAnswered({ policyId, version }: ApprovalRef): AlreadyClaimed {
  return new AlreadyClaimed(
    `Whether version ${version} of "${policyId}" may be posted is decided already.`,
    'Nothing to do: the run follows what was decided.',
  );
}

/** There is nothing to approve. */
export function unknownVersion({ policyId, version }: ApprovalRef): NotFound {
  return new NotFound(
    `There is no version ${version} of "${policyId}".`,
    'Check the policy id and the number: `policy-notice status` lists them.',
  );
}

/** Why an answer was not taken; `state` is null when there is no such version. */
export function answerRefused(
  ref: ApprovalRef,
  state: VersionState | null,
  approval: Approval | null,
): WrongState | NotFound {
  if (state === null) return unknownVersion(ref);
  const which = `Version ${ref.version} of "${ref.policyId}"`;
  if (approval?.verdict) {
    const { verdict, by, at } = approval.verdict;
    return new WrongState(`${which} was ${verdict} by ${by} on ${at.slice(0, 10)}.`, rejectedOnce);
  }
  if (state === 'held')
    return new WrongState(`${which} is held: nobody answered in time.`, 'Publish the same text again.');
  if (approval === null && (state === 'published' || state === 'assessed'))
    return new WrongState(
      `${which} waits for nobody's approval.`,
      'Either its policy asks for none ("approval" in policy-notice.config.ts), or its run has not come so far yet.',
    );
  return new WrongState(`${which} is ${state}: it was posted already.`, 'Publish a new text to change it.');
}

const rejectedOnce =
  'An answer stands. To ask again, publish the text again; to change what is posted, a new one.';
