import type { VersionRecord, VersionState } from '../core/archive.ts';

/** How a version stands once it is posted, as its date has it. */
export type Standing = 'current' | 'upcoming';

/** A later version replaces what was announced before it; what is in force stays so until the later one is. */
export function asItWillBe(one: VersionRecord, posting: VersionRecord, standing: Standing): VersionRecord {
  if (one.version === posting.version) return { ...posting, state: standing };
  if (one.version > posting.version) return one;
  if (one.state === 'upcoming') return { ...one, state: 'superseded' };
  return one.state === 'current' && standing === 'current' ? { ...one, state: 'superseded' } : one;
}

/** Is it withdrawn, or is a later version public already? It is not posted then. */
export function overtaken(record: VersionRecord, versions: readonly VersionRecord[]): boolean {
  if (record.state === 'superseded' || record.state === 'withdrawn') return true;
  return versions.some((one) => one.version > record.version && isPosted(one.state));
}

function isPosted(state: VersionState): boolean {
  return state === 'upcoming' || state === 'current';
}
