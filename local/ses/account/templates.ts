import Handlebars from 'handlebars';

import { SesError } from '../protocol/error.ts';
import type { Query } from '../protocol/query.ts';

/** A stored template, compiled once. */
export interface Template {
  readonly name: string;
  readonly subject: string;
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly createdAt: number;
  readonly render: (variables: object) => RenderedTemplate;
}

export interface RenderedTemplate {
  readonly subject: string;
  readonly text: string | undefined;
  readonly html: string | undefined;
}

/** "Each template can be up to 500 KB in size": https://docs.aws.amazon.com/ses/latest/dg/send-personalized-email-api.html */
export const largestTemplate = 500 * 1024;
/** https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
export const mostTemplates = 20_000;

/** Reads the `Template` structure of CreateTemplate and UpdateTemplate. Throws InvalidTemplate, LimitExceeded. */
export function readTemplate(query: Query, createdAt: number): Template {
  const parts = query.requiredStructure('Template');
  const name = parts.required('TemplateName');
  const subject = parts.text('SubjectPart') ?? '';
  const text = parts.text('TextPart');
  const html = parts.text('HtmlPart');
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(name)) {
    throw invalidTemplate(
      name,
      'The template name may hold at most 64 letters, digits, hyphens and underscores.',
    );
  }
  if (subject === '') throw invalidTemplate(name, 'The subject must be specified.');
  if (!text && !html) throw invalidTemplate(name, 'A text or an HTML part must be specified.');
  const size = Buffer.byteLength(subject) + Buffer.byteLength(text ?? '') + Buffer.byteLength(html ?? '');
  if (size > largestTemplate) {
    throw new SesError('LimitExceeded', `The template is ${size} bytes, more than ${largestTemplate}.`);
  }
  return compileTemplate({ name, subject, text, html, createdAt });
}

/** A template ready to render. Throws InvalidTemplate. */
export function compileTemplate(parts: Omit<Template, 'render'>): Template {
  const { name, subject, text, html } = parts;
  return { ...parts, render: compile(name, { subject, text, html }) };
}

/**
 * Handlebars without HTML escaping, because SES does none:
 * https://docs.aws.amazon.com/ses/latest/dg/send-personalized-email-advanced.html
 * Strict, because a missing variable is a rendering failure there and not an empty string.
 */
function compile(name: string, parts: RenderedTemplate): Template['render'] {
  const subject = compilePart(name, parts.subject);
  const text = parts.text === undefined ? undefined : compilePart(name, parts.text);
  const html = parts.html === undefined ? undefined : compilePart(name, parts.html);
  return (variables) => ({ subject: subject(variables), text: text?.(variables), html: html?.(variables) });
}

function compilePart(name: string, source: string): (variables: object) => string {
  const engine = Handlebars.create();
  try {
    // Handlebars compiles lazily; parsing here finds a broken template when it is created, as SES does.
    engine.precompile(source, { noEscape: true, strict: true });
  } catch (cause) {
    throw invalidTemplate(name, cause instanceof Error ? cause.message : String(cause));
  }
  const template = engine.compile(source, { noEscape: true, strict: true });
  return (variables) => template(variables);
}

function invalidTemplate(name: string, message: string): SesError {
  return new SesError('InvalidTemplate', message, { TemplateName: name });
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_GetTemplate.html */
export function templateDoesNotExist(name: string): SesError {
  return new SesError('TemplateDoesNotExist', `Template ${name} does not exist.`, { TemplateName: name });
}
