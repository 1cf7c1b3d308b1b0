import type { Account } from '../account/account.ts';
import { parseTemplateData, render } from '../account/rendering.ts';
import { mostTemplates, readTemplate, templateDoesNotExist, type Template } from '../account/templates.ts';
import { SesError } from '../protocol/error.ts';
import type { Query } from '../protocol/query.ts';
import { element, members, wrap } from '../protocol/xml.ts';
import { composeTemplate } from '../store/eml.ts';

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_CreateTemplate.html */
export function createTemplate(account: Account, query: Query): string {
  const template = readTemplate(query, account.clock());
  if (account.templates.has(template.name)) {
    throw new SesError('AlreadyExists', `Template ${template.name} already exists.`, { Name: template.name });
  }
  if (account.templates.size >= mostTemplates) {
    throw new SesError('LimitExceeded', `The account has ${mostTemplates} templates already.`);
  }
  account.templates.set(template.name, template);
  return '';
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_UpdateTemplate.html */
export function updateTemplate(account: Account, query: Query): string {
  const template = readTemplate(query, account.clock());
  const { createdAt } = find(account, template.name);
  account.templates.set(template.name, { ...template, createdAt });
  return '';
}

/** Deleting what is not there is no error: https://docs.aws.amazon.com/ses/latest/APIReference/API_DeleteTemplate.html */
export function deleteTemplate(account: Account, query: Query): string {
  account.templates.delete(query.required('TemplateName'));
  return '';
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_GetTemplate.html */
export function getTemplate(account: Account, query: Query): string {
  const { name, subject, text, html } = find(account, query.required('TemplateName'));
  return wrap(
    'Template',
    element('TemplateName', name) +
      element('SubjectPart', subject) +
      element('TextPart', text) +
      element('HtmlPart', html),
  );
}

/** Ten at a time unless told, at most a hundred: https://docs.aws.amazon.com/ses/latest/APIReference/API_ListTemplates.html */
export function listTemplates(account: Account, query: Query): string {
  const size = Math.min(100, Math.max(1, Number(query.text('MaxItems') ?? 10) || 10));
  const from = Number(query.text('NextToken') ?? 0) || 0;
  const all = [...account.templates.values()].sort((a, b) => b.createdAt - a.createdAt);
  const page = all.slice(from, from + size);
  const metadata = page.map(({ name, createdAt }) => {
    return element('Name', name) + element('CreatedTimestamp', new Date(createdAt).toISOString());
  });
  const next = from + size < all.length ? element('NextToken', from + size) : '';
  return members('TemplatesMetadata', metadata) + next;
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_TestRenderTemplate.html */
export function testRenderTemplate(account: Account, query: Query): string {
  const template = find(account, query.required('TemplateName'));
  const rendering = render(template, parseTemplateData(query.required('TemplateData')));
  if (rendering.outcome === 'rendered')
    return element('RenderedTemplate', composeTemplate(rendering, account.clock()));
  const code = rendering.outcome === 'missing' ? 'MissingRenderingAttribute' : 'InvalidRenderingParameter';
  throw new SesError(code, rendering.message, { TemplateName: template.name });
}

function find(account: Account, name: string): Template {
  const template = account.templates.get(name);
  if (template === undefined) throw templateDoesNotExist(name);
  return template;
}
