import { BadInput } from './errors.ts';
import type { PolicyId, Version } from './ids.ts';
import { padVersion } from './ids.ts';

/** Texts and assessments: the versioned documents bucket (or a folder that behaves like it). */
export interface Documents {
  /** The bytes of one object, by S3 version id when given. Throws NotFound, and BadInput over `largestRead`. */
  read(key: string, objectVersion?: string): Promise<Uint8Array>;
  /** Writes, replacing what is there; the same bytes twice are harmless. */
  write(key: string, bytes: Uint8Array | string, contentType: string): Promise<void>;
}

/** 32 MiB: no document or assessment comes near it, and a step's memory holds it, whatever is dropped into the bucket. */
export const largestRead = 32 * 1024 * 1024;

/** The refusal of an object over `largestRead`; `size` in bytes. */
export function tooLarge(key: string, size: number): BadInput {
  return new BadInput(
    `The object ${key} has ${size} bytes; at most ${largestRead} are read.`,
    'Publish the policy as text (.md, .html or .txt), without embedded images or attachments.',
  );
}

function correctionPrefix(correction: number): string {
  return correction === 0 ? '' : `correction-${correction}.`;
}

/** Where things of a version lie in the documents bucket. */
export const documentKeys = {
  incoming: 'incoming/',
  /** Everything below is a record of what was published, decided and told. */
  versions: 'versions/',
  source: (policyId: PolicyId, version: Version, format: string): string =>
    `versions/${policyId}/${padVersion(version)}/source.${format}`,
  posted: (policyId: PolicyId, version: Version, format: string): string =>
    `versions/${policyId}/${padVersion(version)}/posted.${format}`,
  assessment: (policyId: PolicyId, version: Version): string =>
    `versions/${policyId}/${padVersion(version)}/assessment.json`,
  notice: (policyId: PolicyId, version: Version, language: string, correction = 0): string =>
    `versions/${policyId}/${padVersion(version)}/${correctionPrefix(correction)}notice.${language}.json`,
  report: (policyId: PolicyId, version: Version, correction = 0): string =>
    `versions/${policyId}/${padVersion(version)}/${correctionPrefix(correction)}report.json`,
} as const;
