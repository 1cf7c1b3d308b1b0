import type { ApproveAnswer, VersionInput } from '../contract.ts';
import type { Approvals, Verdict } from '../core/approval.ts';
import { answerBy } from '../core/approval.ts';
import type { Archive, VersionRecord } from '../core/archive.ts';
import { NotApproved } from '../core/errors.ts';
import { parsePolicyId } from '../core/ids.ts';
import type { Settings } from '../core/settings/settings.ts';
import { policySettings } from '../core/settings/settings.ts';

export interface ApprovePorts {
  readonly archive: Archive;
  readonly approvals: Approvals;
  readonly settings: Settings;
}

type Step = Pick<ApproveAnswer, 'action' | 'seconds'>;
const post: Step = { action: 'post', seconds: 0 };

/**
 * Says whether a version may be posted: as a person decided, or, while nobody has, for how long to wait for one.
 * Whatever woke the run, the archive row alone decides. Throws NotApproved when nobody answered in time: the version
 * is held, and publishing the same text again asks again.
 */
export async function approve(ports: ApprovePorts, input: VersionInput): Promise<ApproveAnswer> {
  const policyId = parsePolicyId(input.policyId);
  const record = await ports.archive.version(policyId, input.version);
  return { policyId, version: record.version, ...(await next(ports, record, input.now)) };
}

async function next(ports: ApprovePorts, record: VersionRecord, now: string): Promise<Step> {
  // A run that was resumed: whatever there is left to do for it, posting does.
  if (record.state !== 'assessed' && record.state !== 'held') return post;
  const approval = await ports.approvals.open(record, now);
  if (approval.verdict !== null) return followed(ports, record, approval.verdict);
  if (record.state === 'held') throw notApproved(record);
  const left = answerBy(approval, policySettings(ports.settings, record.policyId)) - Date.parse(now);
  if (left > 0) return { action: 'ask', seconds: Math.ceil(left / 1000) };
  const verdict = await ports.approvals.expire(record);
  if (verdict === null) throw notApproved(record);
  return followed(ports, record, verdict);
}

async function followed(
  { archive }: ApprovePorts,
  { policyId, version }: VersionRecord,
  { verdict }: Verdict,
): Promise<Step> {
  const isApproved = verdict === 'approved';
  await archive.advance(policyId, version, ['assessed'], isApproved ? 'approved' : 'held');
  return isApproved ? post : { action: 'held', seconds: 0 };
}

function notApproved({ policyId, version }: VersionRecord): NotApproved {
  return new NotApproved(
    `Nobody approved version ${version} of "${policyId}" in time: it is held, not posted, and nobody is told.`,
    'Publish the same text again to ask again; approvalDays in the settings says for how long.',
  );
}
