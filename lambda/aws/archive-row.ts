import * as z from 'zod/mini';
import type { VersionRecord } from '../core/archive.ts';
import { versionStates } from '../core/archive.ts';
import { formats } from '../core/document/model.ts';
import { BadInput } from '../core/errors.ts';
import type { ContentHash, LocalDate } from '../core/ids.ts';
import { parsePolicyId } from '../core/ids.ts';
import { inEnglish } from '../core/in-english.ts';
import { significances } from '../core/significance.ts';
import { keyOf } from './archive-key.ts';

/** The row as it is written: the record with its key. */
export function rowOf(record: VersionRecord): Record<string, unknown> {
  return { ...keyOf(record.policyId, record.version), ...record };
}

/** Reads a row back; attributes it does not know are left alone. Throws BadInput naming the row and what is wrong in it. */
export function parseRow(row: Readonly<Record<string, unknown>>): VersionRecord {
  const parsed = versionRow.safeParse(row, inEnglish);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  throw new BadInput(
    `The archive row ${String(row['pk'])} / ${String(row['sk'])} cannot be read (${wrong.join('; ')}).`,
    'It was changed by hand or written by a newer release: restore it from a point-in-time backup, or deploy that release.',
  );
}

const text = z.string();
const instant = z.iso.datetime();
const calendarDay = z.iso.date();
const policyId = z.pipe(
  text,
  z.transform((id) => parsePolicyId(id)),
);
const hash = z.custom<ContentHash>(
  (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  'not a SHA-256',
);
const day = z.custom<LocalDate>(
  (value) => calendarDay.safeParse(value).success,
  'not a day such as 2017-01-03',
);
const version = z.int().check(z.minimum(1));
const significance = z.enum(significances);
const count = z.int().check(z.minimum(0));

const decision = z.object({
  policyId,
  version,
  decidedOn: day,
  timeZone: text,
  significance,
  effectiveDate: day,
  previousEffectiveDate: z.nullable(day),
  requestedDate: z.nullable(day),
  notify: z.boolean(),
  postAs: z.enum(['upcoming', 'current']),
  periods: z.array(z.object({ rule: text, period: text, earliest: day, citation: text })),
  words: z.array(text),
  warnings: z.array(text),
  inPlaceOf: z.optional(z.nullable(version)),
});

const totals = z.nullable(z.object({ audience: count, accepted: count, excepted: count }));
const amended = {
  number: z.int().check(z.minimum(1)),
  from: day,
  by: text,
  reason: text,
  givesWayTo: z.optional(version),
  at: instant,
  totals,
};
const amendment = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('postponed'), to: day, ...amended }),
  z.object({ kind: z.literal('withdrawn'), to: z.null(), ...amended }),
]);

const event = z.object({
  bucket: text,
  key: text,
  objectVersion: text,
  sequencer: text,
  execution: text,
});

const versionRow = z.object({
  policyId,
  version,
  state: z.enum(versionStates),
  hash,
  format: z.enum(formats),
  source: text,
  publishedAt: instant,
  event,
  significance: z.nullable(significance),
  comparedWith: z.optional(z.nullable(version)),
  decision: z.nullable(decision),
  announcedAt: z.nullable(instant),
  totals,
  amendments: z.prefault(z.array(amendment), []),
});
