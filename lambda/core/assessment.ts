import type { Classification } from './classify/model.ts';
import type { PolicyId, Version } from './ids.ts';
import type { Significance } from './significance.ts';

/**
 * What `assess` found, stored as one JSON document beside the version.
 * `baseline` = the first version: posted, nobody mailed. `sinceTold` compares with the last version customers were
 * told about, when that is not the previous one.
 */
export interface Assessment {
  readonly policyId: PolicyId;
  readonly version: Version;
  readonly title: string;
  readonly language: string;
  readonly baseline: boolean;
  readonly previous: Version | null;
  readonly lastTold: Version | null;
  readonly significance: Significance;
  readonly changes: Classification | null;
  readonly sinceTold: Classification | null;
  /** The announced version that this one takes back; it is compared as if that one had never been. */
  readonly withdraws?: Version | null | undefined;
}
