import type { VersionRecord } from '../archive.ts';
import type { Assessment } from '../assessment.ts';
import type { Comparison } from '../compare/model.ts';
import type { PolicyDocument } from '../document/model.ts';
import type { PolicyId } from '../ids.ts';
import type { Settings } from '../settings/settings.ts';

/** A version with its text as posted, the date stamped, and what changed in it. */
export interface PostedText {
  readonly record: VersionRecord;
  readonly document: PolicyDocument;
  readonly assessment: Assessment | null;
  /** With the previous version; null for the baseline. */
  readonly comparison: Comparison | null;
  /** With the version customers were last told about, when that is another one. */
  readonly comparisonSinceTold: Comparison | null;
}

/**
 * What the pages of one policy are made from. Records stand as they will after the posting: `posting.record.state` is
 * `current` or `upcoming` (before that is known, its decision says which), `inForce` is the text that applies today.
 */
export interface PolicyPagesInput {
  readonly settings: Settings;
  readonly policyId: PolicyId;
  /** All rows, oldest first. */
  readonly versions: readonly VersionRecord[];
  readonly posting: PostedText;
  /** Null when nothing else applies yet; ignored when `posting` itself is in force. */
  readonly inForce: PostedText | null;
  /** An announced version that will never apply: its permanent pages are written anew. */
  readonly withdrawn?: PostedText | null;
}
