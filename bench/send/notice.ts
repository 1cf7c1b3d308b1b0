import type { Meta } from '../../lambda/core/ledger/meta.ts';
import { parsePolicyId } from '../../lambda/core/ids.ts';
import { sourceOf } from '../../lambda/core/document/source.ts';
import type { Template } from '../../lambda/core/outcome/mailer.ts';
import { names } from './task.ts';

export const policyId = parsePolicyId('terms');
export const version = 2;
export const segments = 8;
const languages = ['en', 'de', 'fr', 'es'] as const;

/** Of a hundred customers, as many read each language. */
export const localeOf = (n: number): string => {
  const place = (n * 37) % 100;
  if (place < 55) return 'en-GB';
  if (place < 75) return 'de-DE';
  return place < 90 ? 'fr-FR' : 'es-ES';
};

/** A notice as long as ours usually are: some 6 KB of HTML. */
const change = 'We keep the logs of your web space for ninety days instead of thirty, to find misuse. ';
export const subject = 'Our terms of service change';
export const textPart = (name: string): string => `Dear ${name},\n\n${change.repeat(20)}\n`;
export const htmlPart = (name: string): string =>
  `<!doctype html><html><body><p>Dear ${name},</p>${`<p style="margin:0 0 16px">${change}</p>`.repeat(50)}</body></html>`;

export const template = (language: string): Template => ({
  name: `${names.template}-${language}`,
  subject,
  text: textPart('{{name}}'),
  html: htmlPart('{{nameHtml}}'),
});

/** Whom the notice goes to: everybody. */
export function metaFor(expected: number): Meta {
  return {
    policyId,
    version,
    contentHash: sourceOf('text 2', 'md').hash,
    templates: Object.fromEntries(languages.map((language) => [language, template(language).name])),
    languages: [...languages],
    audience: {},
    cutoff: '2026-11-01T00:00:00.000Z',
    caps: { recipients: expected },
    segments,
    // As if it went to a million: of a small notice every event is counted.
    expected: 1_000_000,
    key: new Uint8Array(32).fill(7),
    feedback: 'required',
  };
}
export const templates = languages.map(template);
