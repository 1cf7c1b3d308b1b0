import type { PolicyId, Version } from './ids.ts';
import type { PolicySettings } from './settings/settings.ts';
import type { Significance } from './significance.ts';

/** What a person said, why, and when (ISO 8601 UTC). */
export interface Verdict {
  readonly verdict: 'approved' | 'rejected';
  readonly by: string;
  /** Empty when none was given. */
  readonly reason: string;
  readonly at: string;
}

/** The question whether a version may be posted, as it stands on the version's row. */
export interface Approval {
  /** ISO 8601 UTC; the days to answer in count from here. */
  readonly askedAt: string;
  /** What the run that asked waits for; null before it waits. */
  readonly token: string | null;
  readonly verdict: Verdict | null;
}

/** Which version of which policy the question is about. */
export interface ApprovalRef {
  readonly policyId: PolicyId;
  readonly version: Version;
}

/** The questions put to people. Each is asked once and answered once, by conditional writes to the version's row. */
export interface Approvals {
  /** Null when nobody was asked. */
  read(ref: ApprovalRef): Promise<Approval | null>;
  /** Asks, if nobody was asked before; returns the question that stands. Throws NotFound. */
  open(ref: ApprovalRef, askedAt: string): Promise<Approval>;
  /** Keeps the token to answer by. Throws AlreadyClaimed when the question is closed: the run looks again. */
  wait(ref: ApprovalRef, token: string): Promise<void>;
  /** Answers. Throws WrongState, saying why, unless the version is assessed, asked about, and not answered. */
  answer(ref: ApprovalRef, verdict: Verdict): Promise<Approval>;
  /** Holds the version that nobody answered for, and returns null; or returns the verdict of the last moment. */
  expire(ref: ApprovalRef): Promise<Verdict | null>;
}

const dayMs = 86_400_000;

/** Does a person have to approve? The first version of a policy is what the later ones are held against: never. */
export function needsApproval(
  { approval }: Pick<PolicySettings, 'approval'>,
  { baseline, significance }: { readonly baseline: boolean; readonly significance: Significance },
): boolean {
  if (baseline || approval === 'never') return false;
  return approval === 'always' || significance === 'review' || significance === 'significant';
}

/** The moment (epoch milliseconds) from which nobody's answer counts any more. */
export function answerBy(
  { askedAt }: Pick<Approval, 'askedAt'>,
  { approvalDays }: Pick<PolicySettings, 'approvalDays'>,
): number {
  return Date.parse(askedAt) + approvalDays * dayMs;
}
