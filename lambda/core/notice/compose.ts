import { type CorrectionInput, correctionFacts } from './correction.ts';
import { type NoticeFacts, noticeFacts } from './facts.ts';
import { htmlPart } from './html-part.ts';
import type { NoticeInput } from './input.ts';
import type { Notice } from './model.ts';
import { textPart } from './text-part.ts';

/** Composes the notice of one version in one language; `lintNotice` has nothing to say about it, whatever the policy says. */
export function composeNotice(input: NoticeInput): Notice {
  return composed(noticeFacts(input));
}

/** Composes the correction of an announced version in one language, likewise. */
export function composeCorrection(input: CorrectionInput): Notice {
  return composed(correctionFacts(input));
}

function composed(facts: NoticeFacts): Notice {
  const { language, subject } = facts;
  return { language, subject, text: textPart(facts), html: htmlPart(facts) };
}
