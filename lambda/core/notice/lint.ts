import type { Settings } from '../settings/settings.ts';
import { type CorrectionInput, correctionFacts } from './correction.ts';
import { type NoticeFacts, noticeFacts } from './facts.ts';
import type { NoticeInput } from './input.ts';
import { lintRules } from './lint-rules.ts';
import { subjectOf } from './lint-subject.ts';
import type { Notice } from './model.ts';

/** What is wrong with a notice: the rule, and where or what. */
export interface LintFinding {
  readonly rule: string;
  readonly problem: string;
}

/** Holds a notice against the rules; `input` is what it was composed from. Empty when it may be sent. */
export function lintNotice(notice: Notice, input: NoticeInput): readonly LintFinding[] {
  return findingsIn(notice, noticeFacts(input), input.settings);
}

/** The same for a correction. */
export function lintCorrection(notice: Notice, input: CorrectionInput): readonly LintFinding[] {
  return findingsIn(notice, correctionFacts(input), input.settings);
}

function findingsIn(notice: Notice, facts: NoticeFacts, settings: Settings): readonly LintFinding[] {
  const subject = subjectOf(notice, facts, settings);
  return lintRules.flatMap(({ rule, problems }) => problems(subject).map((problem) => ({ rule, problem })));
}
