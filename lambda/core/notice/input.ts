import type { Classification } from '../classify/model.ts';
import type { Decision } from '../decision.ts';
import type { LocalDate, PolicyId, Version } from '../ids.ts';
import type { Settings } from '../settings/settings.ts';

/** What a notice is composed from. */
export interface NoticeInput {
  readonly settings: Settings;
  readonly policyId: PolicyId;
  /** The customer's language or locale; one we do not write falls back to the first of the settings. */
  readonly language: string;
  readonly decision: Decision;
  /** What customers must know: since they were last told when that differs, else since the previous version. */
  readonly classification: Classification;
  /** The version that `classification` starts from. */
  readonly comparedWith: Version;
  /** The document's own title; used when the settings name the policy in no language. */
  readonly title: string;
  /** Language of the document, hence of every quotation: BCP 47 primary subtag, or `und`. */
  readonly documentLanguage: string;
  /** The date of the version that applies until then; null when it had none. */
  readonly previousEffectiveDate: LocalDate | null;
}
