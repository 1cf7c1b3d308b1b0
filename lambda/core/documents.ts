import type { PolicyId, Version } from './ids.ts';
import { padVersion } from './ids.ts';

/** Texts and assessments: the versioned documents bucket (or a folder that behaves like it). */
export interface Documents {
  /** The bytes of one object, by S3 version id when given. Throws NotFound. */
  read(key: string, objectVersion?: string): Promise<Uint8Array>;
  /** Writes, replacing what is there; the same bytes twice are harmless. */
  write(key: string, bytes: Uint8Array | string, contentType: string): Promise<void>;
}

/** Where things of a version lie in the documents bucket. */
export const documentKeys = {
  incoming: 'incoming/',
  source: (policyId: PolicyId, version: Version, format: string): string =>
    `versions/${policyId}/${padVersion(version)}/source.${format}`,
  posted: (policyId: PolicyId, version: Version, format: string): string =>
    `versions/${policyId}/${padVersion(version)}/posted.${format}`,
  assessment: (policyId: PolicyId, version: Version): string =>
    `versions/${policyId}/${padVersion(version)}/assessment.json`,
  notice: (policyId: PolicyId, version: Version, language: string): string =>
    `versions/${policyId}/${padVersion(version)}/notice.${language}.json`,
  report: (policyId: PolicyId, version: Version): string =>
    `versions/${policyId}/${padVersion(version)}/report.json`,
} as const;
