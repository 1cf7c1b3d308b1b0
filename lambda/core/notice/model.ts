/**
 * A composed notice in one language: an SES template with plain `{{variables}}` only.
 * Everything but the recipient is written into it, policy text with `{{` neutralised.
 */
export interface Notice {
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The only variables a notice may use, each always supplied: one for subject and text, its escaped twin for HTML. */
export const noticeVariables = ['name', 'nameHtml'] as const;
export type NoticeVariables = Readonly<Record<(typeof noticeVariables)[number], string>>;
