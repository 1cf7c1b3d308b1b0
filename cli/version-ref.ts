import { BadInput } from '../lambda/core/errors.ts';
import type { NoticeRef } from '../lambda/core/ledger/meta.ts';
import type { PolicyId, Version } from '../lambda/core/ids.ts';
import { parsePolicyId } from '../lambda/core/ids.ts';

/** The version that a command line names. Throws BadInput for what is no policy id or no number. */
export function parseVersionRef(
  policy: string,
  number: string,
): { readonly policyId: PolicyId; readonly version: Version } {
  const policyId = parsePolicyId(policy);
  if (/^[1-9]\d{0,7}$/.test(number)) return { policyId, version: Number(number) };
  throw new BadInput(`"${number}" is not the number of a version.`, 'Versions are numbered 1, 2, 3 …');
}

/** Says which notice of a version is meant. */
export interface CorrectionOption {
  readonly correction?: string;
}

/** The notice that a command line names. Throws BadInput likewise. */
export function parseNoticeRef(policy: string, number: string, { correction }: CorrectionOption): NoticeRef {
  const ref = parseVersionRef(policy, number);
  if (correction === undefined) return ref;
  if (/^[1-9]\d{0,3}$/.test(correction)) return { ...ref, correction: Number(correction) };
  throw new BadInput(
    `"${correction}" is not the number of a correction.`,
    'Corrections are numbered 1, 2, 3 … within their version; `policy-notice status` shows them.',
  );
}
