import { inForce, lastTold, type VersionRecord } from './archive.ts';
import type { Version } from './ids.ts';

/** Which earlier versions a version is held against. Any of them may be the same row. */
export interface Lineage {
  /** The one before it that was not withdrawn or held; null for the baseline. */
  readonly previous: VersionRecord | null;
  /** The one customers were last told about (or signed up under). */
  readonly told: VersionRecord | null;
  /** The one whose text applies today. */
  readonly inForce: VersionRecord | null;
  /** The one before it that is announced and waits for its date. */
  readonly upcoming: VersionRecord | null;
}

const discarded = new Set(['withdrawn', 'held']);

/** Reads the lineage of `version` from all rows of its policy, oldest first. */
export function lineageOf(versions: readonly VersionRecord[], version: Version): Lineage {
  const before = versions.filter((one) => one.version < version && !discarded.has(one.state));
  return {
    previous: before.at(-1) ?? null,
    told: lastTold(versions, version),
    inForce: inForce(before),
    upcoming: before.findLast(({ state }) => state === 'upcoming') ?? null,
  };
}
