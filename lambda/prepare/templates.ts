import type { VersionRecord } from '../core/archive.ts';
import { readAssessment } from '../core/assessment-file.ts';
import type { Decision } from '../core/decision.ts';
import { documentKeys } from '../core/documents.ts';
import { BadInput, WrongState } from '../core/errors.ts';
import type { NoticeRef } from '../core/ledger/meta.ts';
import { composeNotice } from '../core/notice/compose.ts';
import { type LintFinding, lintNotice } from '../core/notice/lint.ts';
import type { Notice } from '../core/notice/model.ts';
import { recipientVariables } from '../core/notice/recipient.ts';
import { templateOf } from '../core/outcome/template.ts';
import type { PreparePorts } from './ports.ts';

/** Names as they come, and as they must not hurt: markup, braces, line breaks, direction marks, ten thousand letters. */
const preflightNames = [
  'Ada Lovelace',
  '',
  `<b onload="x">{{name}}\r\nBcc: \u202e'"&\`=${'W'.repeat(10_000)}`,
];

/**
 * Composes a notice in every language, stores each as an SES template that is never changed, proves that it renders,
 * and keeps a copy with the version. Returns the template names by language. Safe to repeat.
 */
export async function storeTemplates(
  { settings, templates, documents }: PreparePorts,
  ref: NoticeRef,
  compose: (language: string) => Notice,
): Promise<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const language of settings.languages) {
    const template = templateOf(ref, language, compose(language));
    await templates.create(template);
    for (const name of preflightNames)
      await templates.render(template.name, recipientVariables(name, language));
    const key = documentKeys.notice(ref.policyId, ref.version, language, ref.correction);
    await documents.write(key, JSON.stringify(template, null, 1), 'application/json; charset=utf-8');
    names[language] = template.name;
  }
  return names;
}

/** What composes the announcement of a version. Throws WrongState when its assessment names no changes. */
export async function announcement(
  { settings, documents }: Pick<PreparePorts, 'settings' | 'documents'>,
  record: VersionRecord,
  decision: Decision,
): Promise<(language: string) => Notice> {
  const { policyId, version } = record;
  const { sinceTold, changes, lastTold, previous, title, language } = await readAssessment(documents, record);
  const classification = sinceTold ?? changes;
  const comparedWith = sinceTold === null ? previous : lastTold;
  if (classification === null || comparedWith === null) {
    throw new WrongState(
      `Version ${version} of "${policyId}" is to be announced, but its assessment names no changes.`,
      'Run assess again; a first version is never announced.',
    );
  }
  const { previousEffectiveDate } = decision;
  const facts = { settings, policyId, decision, classification, comparedWith, title, previousEffectiveDate };
  return (reader) => {
    const input = { ...facts, language: reader, documentLanguage: language };
    const notice = composeNotice(input);
    return sendable(notice, lintNotice(notice, input), record);
  };
}

/** The notice, when the linter has found nothing. Throws BadInput naming every fault. */
export function sendable(
  notice: Notice,
  findings: readonly LintFinding[],
  { policyId, version }: VersionRecord,
): Notice {
  if (findings.length === 0) return notice;
  const faults = findings.map(({ rule, problem }) => `${rule}: ${problem}`).join('; ');
  throw new BadInput(
    `The ${notice.language} notice of version ${version} of "${policyId}" must not be sent (${faults}).`,
    'Correct the settings or the policy text it is made of, then resume this version.',
  );
}
