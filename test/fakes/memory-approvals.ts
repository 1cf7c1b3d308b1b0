import type { Approval, ApprovalRef, Approvals, Verdict } from '../../lambda/core/approval.ts';
import { alreadyAnswered, answerRefused } from '../../lambda/core/approval-refusals.ts';
import type { Archive, VersionState } from '../../lambda/core/archive.ts';
import { NotFound } from '../../lambda/core/errors.ts';

/** Approvals in memory, of the versions of an archive. */
export function memoryApprovals(archive: Archive): Approvals {
  const asked = new Map<string, Approval>();
  const keyOf = ({ policyId, version }: ApprovalRef): string => `${policyId}/${version}`;
  const keep = (ref: ApprovalRef, approval: Approval): Approval => {
    asked.set(keyOf(ref), approval);
    return approval;
  };
  const stateOf = async ({ policyId, version }: ApprovalRef) => {
    try {
      return (await archive.version(policyId, version)).state;
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  };
  /** The question, if it is open; without waiting for anything, so that of two at once one comes first. */
  const openIn = (state: VersionState | null, ref: ApprovalRef): Approval | null => {
    const approval = asked.get(keyOf(ref)) ?? null;
    return state === 'assessed' && approval?.verdict === null ? approval : null;
  };
  return {
    read: async (ref) => asked.get(keyOf(ref)) ?? null,
    async open(ref, askedAt) {
      await archive.version(ref.policyId, ref.version);
      return asked.get(keyOf(ref)) ?? keep(ref, { askedAt, token: null, verdict: null });
    },
    async wait(ref, token) {
      const state = await stateOf(ref);
      const approval = openIn(state, ref);
      if (approval === null) throw alreadyAnswered(ref);
      keep(ref, { ...approval, token });
    },
    async answer(ref, verdict: Verdict) {
      const state = await stateOf(ref);
      const approval = openIn(state, ref);
      if (approval !== null) return keep(ref, { ...approval, verdict });
      const standing = asked.get(keyOf(ref)) ?? null;
      if (standing?.verdict?.at === verdict.at && standing.verdict.by === verdict.by) return standing;
      throw answerRefused(ref, state, standing);
    },
    async expire(ref) {
      if (openIn(await stateOf(ref), ref) === null) return asked.get(keyOf(ref))?.verdict ?? null;
      await archive.advance(ref.policyId, ref.version, ['assessed'], 'held');
      return null;
    },
  };
}
