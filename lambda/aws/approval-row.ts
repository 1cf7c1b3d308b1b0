import * as z from 'zod/mini';
import type { Approval } from '../core/approval.ts';
import { type VersionState, versionStates } from '../core/archive.ts';

const verdict = z.object({
  verdict: z.enum(['approved', 'rejected']),
  by: z.string(),
  reason: z.string(),
  at: z.iso.datetime(),
});

const approval = z.object({
  askedAt: z.iso.datetime(),
  token: z.prefault(z.nullable(z.string()), null),
  verdict: z.prefault(z.nullable(verdict), null),
});
const asked = z.looseObject({ askedAt: z.string() });
const stated = z.object({ state: z.enum(versionStates) });

/** What a row of the archive says about approval; null for none, or when nobody was asked. Throws ZodError. */
export function approvalOf(row: unknown): Approval | null {
  return asked.safeParse(row).success ? approval.parse(row) : null;
}

/** The state of the version; null when there is no row. Throws ZodError. */
export function stateOf(row: unknown): VersionState | null {
  return row === null ? null : stated.parse(row).state;
}
