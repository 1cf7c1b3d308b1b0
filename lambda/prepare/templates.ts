import type { VersionRecord } from '../core/archive.ts';
import type { Assessment } from '../core/assessment.ts';
import { readAssessment } from '../core/assessment-file.ts';
import type { Decision } from '../core/decision.ts';
import { documentKeys } from '../core/documents.ts';
import { BadInput, WrongState } from '../core/errors.ts';
import { composeNotice } from '../core/notice/compose.ts';
import { lintNotice } from '../core/notice/lint.ts';
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
 * Composes the notice in every language, stores each as an SES template that is never changed, proves that it renders,
 * and keeps a copy with the version. Returns the template names by language. Safe to repeat.
 */
export async function storeTemplates(
  ports: PreparePorts,
  record: VersionRecord,
  decision: Decision,
): Promise<Record<string, string>> {
  const assessment = await readAssessment(ports.documents, record);
  const names: Record<string, string> = {};
  for (const language of ports.settings.languages) {
    const notice = compose(ports, record, decision, assessment, language);
    const template = templateOf(record, language, notice);
    await ports.templates.create(template);
    for (const name of preflightNames)
      await ports.templates.render(template.name, recipientVariables(name, language));
    const key = documentKeys.notice(record.policyId, record.version, language);
    await ports.documents.write(key, JSON.stringify(template, null, 1), 'application/json; charset=utf-8');
    names[language] = template.name;
  }
  return names;
}

function compose(
  { settings }: PreparePorts,
  { policyId, version }: VersionRecord,
  decision: Decision,
  assessment: Assessment,
  language: string,
): Notice {
  const { sinceTold, changes, lastTold, previous, title } = assessment;
  const classification = sinceTold ?? changes;
  const comparedWith = sinceTold === null ? previous : lastTold;
  if (classification === null || comparedWith === null) {
    throw new WrongState(
      `Version ${version} of "${policyId}" is to be announced, but its assessment names no changes.`,
      'Run assess again; a first version is never announced.',
    );
  }
  const input = {
    settings,
    policyId,
    language,
    decision,
    classification,
    comparedWith,
    title,
    documentLanguage: assessment.language,
    previousEffectiveDate: decision.previousEffectiveDate,
  };
  const notice = composeNotice(input);
  const faults = lintNotice(notice, input).map(({ rule, problem }) => `${rule}: ${problem}`);
  if (faults.length === 0) return notice;
  throw new BadInput(
    `The ${language} notice of version ${version} of "${policyId}" must not be sent (${faults.join('; ')}).`,
    'Correct the settings or the policy text it is made of, then resume this version.',
  );
}
