import type { AskInput, VersionRef } from '../contract.ts';
import type { Approvals } from '../core/approval.ts';
import { parsePolicyId } from '../core/ids.ts';
import type { Pauses } from '../core/pause.ts';

export interface AskPorts {
  readonly approvals: Approvals;
  readonly pauses: Pauses;
}

/**
 * Keeps the token that a run waits for where the person's answer is going to be, so that whoever answers can wake it.
 * Throws AlreadyClaimed when the answer is there already: the run looks at it instead of waiting.
 */
export async function ask({ approvals, pauses }: AskPorts, input: AskInput): Promise<VersionRef> {
  const { version, correction, question, token } = input;
  const ref = { policyId: parsePolicyId(input.policyId), version };
  switch (question) {
    case 'approval':
      await approvals.wait(ref, token);
      return ref;
    case 'pause':
      await pauses.wait({ ...ref, correction }, token);
      return ref;
  }
}
