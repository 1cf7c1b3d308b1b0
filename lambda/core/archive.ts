import type { Decision } from './decision.ts';
import type { Format } from './document/model.ts';
import type { ContentHash, LocalDate, PolicyId, Version } from './ids.ts';
import type { Significance } from './significance.ts';

/** The life of a version. It is appended as `published` and only moves forward. */
export const versionStates = [
  'published',
  'assessed',
  'held',
  'approved',
  'upcoming',
  'current',
  'superseded',
  'withdrawn',
] as const;
export type VersionState = (typeof versionStates)[number];

/** Which S3 object started it; bucket, key and S3 version id identify the event. */
export interface PublishEvent {
  readonly bucket: string;
  readonly key: string;
  readonly objectVersion: string;
  /** Hex counter of S3; orders events of one key (compare after padding left with zeros). */
  readonly sequencer: string;
  /** The execution that took the event, so that a repeat of the step is told from a second event. */
  readonly execution: string;
}

/** What the notice of a version came to; written by `report`. */
export interface NoticeTotals {
  readonly audience: number;
  readonly accepted: number;
  readonly excepted: number;
}

/**
 * A change of plan after the decision, which itself stays as it was fixed: the version takes effect later, or never.
 * `at` is ISO 8601 UTC.
 */
export type Amendment = {
  /** 1, 2, 3 … within the version; its correction notice has the same number. */
  readonly number: number;
  /** The effective date until then. */
  readonly from: LocalDate;
  /** A person's name, or the step that withdrew it for a newer version. */
  readonly by: string;
  /** Shown to readers beside the change, as it was written. */
  readonly reason: string;
  /** The newer version that withdrew it: the reason is then ours, and readers get it in their language. */
  readonly givesWayTo?: Version | undefined;
  readonly at: string;
  /** What its correction notice came to; null before it is reported, and when nobody was to be corrected. */
  readonly totals: NoticeTotals | null;
} & (
  { readonly kind: 'postponed'; readonly to: LocalDate } | { readonly kind: 'withdrawn'; readonly to: null }
);

/** One row of the archive table; the texts lie in the documents bucket. Times are ISO 8601 UTC. */
export interface VersionRecord {
  readonly policyId: PolicyId;
  readonly version: Version;
  readonly state: VersionState;
  readonly hash: ContentHash;
  readonly format: Format;
  /** Key of the source in the documents bucket. */
  readonly source: string;
  readonly publishedAt: string;
  readonly event: PublishEvent;
  readonly significance: Significance | null;
  /** The version it was compared with, then the one before it; null for the baseline, absent before the assessment. */
  readonly comparedWith?: Version | null | undefined;
  readonly decision: Decision | null;
  /** Set when customers began to be mailed about it. */
  readonly announcedAt: string | null;
  readonly totals: NoticeTotals | null;
  /** In the order in which they were made; the last one stands. */
  readonly amendments: readonly Amendment[];
}

/** What may be written to a version after it was appended. */
export type VersionFacts = Partial<
  Pick<VersionRecord, 'significance' | 'comparedWith' | 'announcedAt' | 'totals'>
>;

/** The record of all versions of all policies. Rows are appended by conditional write and never deleted. */
export interface Archive {
  /** All versions, oldest first, read consistently; empty for an unknown policy. */
  versions(policyId: PolicyId): Promise<readonly VersionRecord[]>;
  /** Throws NotFound. */
  version(policyId: PolicyId, version: Version): Promise<VersionRecord>;
  /** Appends; throws AlreadyClaimed when that number is taken, even by an earlier try of this very append. */
  append(record: VersionRecord): Promise<void>;
  /**
   * Moves a version from one of `from` to `to`, with facts. Already in `to`: writes only the facts.
   * Throws WrongState when it is in neither, NotFound when it does not exist. Returns the row as it stands.
   */
  advance(
    policyId: PolicyId,
    version: Version,
    from: readonly VersionState[],
    to: VersionState,
    facts?: VersionFacts,
  ): Promise<VersionRecord>;
  /** Writes the decision if none is there; returns the one that stands. */
  decide(decision: Decision): Promise<Decision>;
  /**
   * Appends an amendment to an upcoming version; a withdrawal also moves it to `withdrawn`, in the same write. The same
   * amendment twice is harmless. Throws WrongState when the version is not upcoming, or was amended meanwhile.
   */
  amend(policyId: PolicyId, version: Version, amendment: Amendment): Promise<VersionRecord>;
  /** Writes what the correction notice of an amendment came to. Throws NotFound when there is no such amendment. */
  correct(policyId: PolicyId, version: Version, amendment: number, totals: NoticeTotals): Promise<void>;
}

/** The latest version, whatever its state. */
export function headOf(versions: readonly VersionRecord[]): VersionRecord | null {
  return versions.at(-1) ?? null;
}

/** The version whose text applies today. */
export function inForce(versions: readonly VersionRecord[]): VersionRecord | null {
  return versions.findLast(({ state }) => state === 'current') ?? null;
}

/** The version that is posted and waits for its date. */
export function upcoming(versions: readonly VersionRecord[]): VersionRecord | null {
  return versions.findLast(({ state }) => state === 'upcoming') ?? null;
}

/** The last version before `version` that customers know: mailed about, or the baseline they signed up under. */
export function lastTold(versions: readonly VersionRecord[], version: Version): VersionRecord | null {
  const before = versions.filter((one) => one.version < version);
  const known = before.findLast((one) => one.announcedAt !== null && !isTakenBack(one, versions));
  return known ?? before[0] ?? null;
}

/** Withdrawn itself, or in the form of the version that took its place and its date without a notice. */
function isTakenBack({ version, state }: VersionRecord, versions: readonly VersionRecord[]): boolean {
  if (state === 'withdrawn') return true;
  return versions.some((one) => one.state === 'withdrawn' && one.decision?.inPlaceOf === version);
}
