import { noticeFacts } from './facts.ts';
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
  const subject = subjectOf(notice, noticeFacts(input), input.settings);
  return lintRules.flatMap(({ rule, problems }) => problems(subject).map((problem) => ({ rule, problem })));
}
