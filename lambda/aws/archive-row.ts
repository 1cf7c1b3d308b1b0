import * as z from 'zod';
import type { VersionRecord } from '../core/archive.ts';
import { versionStates } from '../core/archive.ts';
import { formats } from '../core/document/model.ts';
import { BadInput } from '../core/errors.ts';
import type { ContentHash, LocalDate, PolicyId, Version } from '../core/ids.ts';
import { padVersion, parsePolicyId } from '../core/ids.ts';
import { significances } from '../core/significance.ts';

/** What the sort keys of versions begin with; leaves room for other rows of a policy. */
export const versionPrefix = 'version#';

/** `policy#privacy-policy`: all rows of one policy share a partition, so that one consistent query reads them in order. */
export function partitionOf(policyId: PolicyId): string {
  return `policy#${policyId}`;
}

/** The key of one version, e.g. `policy#privacy-policy` / `version#00000007`. */
export function keyOf(policyId: PolicyId, version: Version): { pk: string; sk: string } {
  return { pk: partitionOf(policyId), sk: `${versionPrefix}${padVersion(version)}` };
}

/** The row as it is written: the record with its key. */
export function rowOf(record: VersionRecord): Record<string, unknown> {
  return { ...keyOf(record.policyId, record.version), ...record };
}

/** Reads a row back; attributes it does not know are left alone. Throws BadInput naming the row and what is wrong in it. */
export function parseRow(row: Readonly<Record<string, unknown>>): VersionRecord {
  const parsed = versionRow.safeParse(row);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  throw new BadInput(
    `The archive row ${String(row['pk'])} / ${String(row['sk'])} cannot be read (${wrong.join('; ')}).`,
    'It was changed by hand or written by a newer release: restore it from a point-in-time backup, or deploy that release.',
  );
}

const policyId = z.string().transform((text) => parsePolicyId(text));
const hash = z.custom<ContentHash>(
  (text) => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text),
  'not a SHA-256',
);
const day = z.custom<LocalDate>(
  (text) => z.iso.date().safeParse(text).success,
  'not a day such as 2017-01-03',
);
const version = z.int().min(1);
const significance = z.enum(significances);
const count = z.int().min(0);

const decision = z.object({
  policyId,
  version,
  decidedOn: day,
  timeZone: z.string(),
  significance,
  effectiveDate: day,
  previousEffectiveDate: day.nullable(),
  requestedDate: day.nullable(),
  notify: z.boolean(),
  postAs: z.enum(['upcoming', 'current']),
  periods: z.array(z.object({ rule: z.string(), period: z.string(), earliest: day, citation: z.string() })),
  words: z.array(z.string()),
  warnings: z.array(z.string()),
  inPlaceOf: version.nullable().optional(),
});

const totals = z.object({ audience: count, accepted: count, excepted: count }).nullable();
const amended = {
  number: z.int().min(1),
  from: day,
  by: z.string(),
  reason: z.string(),
  at: z.iso.datetime(),
  totals,
};
const amendment = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('postponed'), to: day, ...amended }),
  z.object({ kind: z.literal('withdrawn'), to: z.null(), ...amended }),
]);

const event = z.object({
  bucket: z.string(),
  key: z.string(),
  objectVersion: z.string(),
  sequencer: z.string(),
  execution: z.string(),
});

const versionRow = z.object({
  policyId,
  version,
  state: z.enum(versionStates),
  hash,
  format: z.enum(formats),
  source: z.string(),
  publishedAt: z.iso.datetime(),
  event,
  significance: significance.nullable(),
  comparedWith: version.nullable().optional(),
  decision: decision.nullable(),
  announcedAt: z.iso.datetime().nullable(),
  totals,
  amendments: z.array(amendment).default([]),
});
