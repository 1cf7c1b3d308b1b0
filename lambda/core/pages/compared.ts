import type { PolicyId, Version } from '../ids.ts';
import { pagePaths } from './context.ts';
import type { PostedText } from './input.ts';

/** The version that `comparison` starts from; null for a baseline. */
export function comparedWith({ record, assessment, comparison }: PostedText): Version | null {
  if (assessment !== null) return assessment.previous;
  return comparison === null ? null : record.version - 1;
}

/** The address of the comparison readers are sent to: since they were last told, else with the version before. */
export function comparedPath(policyId: PolicyId, text: PostedText): string | null {
  const told = text.assessment?.sinceTold ? text.assessment.lastTold : null;
  const older = told ?? comparedWith(text);
  return older === null ? null : pagePaths.compare(policyId, older, text.record.version);
}
