import * as z from 'zod/mini';
import type { VersionRecord } from './archive.ts';
import type { Assessment } from './assessment.ts';
import { documentKeys, type Documents } from './documents.ts';
import { BadInput } from './errors.ts';
import { significances } from './significance.ts';

const kind = 'application/json; charset=utf-8';

/** The parts that steps branch on; the findings were written by us and are carried as they are. */
const shape = z.looseObject({
  policyId: z.string(),
  version: z.int(),
  baseline: z.boolean(),
  significance: z.enum(significances),
});

/** Writes the assessment beside its version: one JSON document, the same bytes for the same verdict. */
export async function storeAssessment(documents: Documents, assessment: Assessment): Promise<void> {
  const key = documentKeys.assessment(assessment.policyId, assessment.version);
  await documents.write(key, JSON.stringify(assessment, null, 1), kind);
}

/** Reads it back. Throws NotFound when the version was not assessed, BadInput when the file is not an assessment. */
export async function readAssessment(documents: Documents, record: VersionRecord): Promise<Assessment> {
  const key = documentKeys.assessment(record.policyId, record.version);
  const parsed: unknown = JSON.parse(new TextDecoder().decode(await documents.read(key)));
  if (isAssessment(parsed)) return parsed;
  throw new BadInput(`The object "${key}" is not an assessment.`, 'Restore its earlier S3 version.');
}

function isAssessment(value: unknown): value is Assessment {
  return shape.safeParse(value).success;
}
