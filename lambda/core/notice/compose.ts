import { noticeFacts } from './facts.ts';
import { htmlPart } from './html-part.ts';
import type { NoticeInput } from './input.ts';
import type { Notice } from './model.ts';
import { textPart } from './text-part.ts';

/** Composes the notice of one version in one language; `lintNotice` has nothing to say about it, whatever the policy says. */
export function composeNotice(input: NoticeInput): Notice {
  const facts = noticeFacts(input);
  return {
    language: facts.language,
    subject: facts.subject,
    text: textPart(facts),
    html: htmlPart(facts),
  };
}
