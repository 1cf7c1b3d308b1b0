import { controlPlaneClient } from '../../lambda/aws/mailer-client.ts';
import { quotaOn } from '../../lambda/aws/mailer-quota.ts';
import { templatesOn } from '../../lambda/aws/mailer-templates.ts';
import { ErrorName } from '../../lambda/core/errors.ts';
import { sesError, sesResult, sesWire } from '../fakes/ses-wire.ts';
import type { WireAnswer, WireRequest } from '../fakes/ses-wire.ts';

const template = {
  name: 'notice-terms-2-en-1234',
  subject: 'Terms',
  text: 'Dear {{name}}',
  html: '<p>{{nameHtml}}</p>',
};
const found = (html: string) =>
  sesResult(
    'GetTemplate',
    `<Template><TemplateName>${template.name}</TemplateName><SubjectPart>Terms</SubjectPart><TextPart>Dear {{name}}</TextPart><HtmlPart>${html}</HtmlPart></Template>`,
  );
const escaped = '&lt;p&gt;{{nameHtml}}&lt;/p&gt;';

function store(answer: (request: WireRequest) => WireAnswer) {
  const wire = sesWire(answer);
  return { ...templatesOn(controlPlaneClient(wire)), requests: wire.requests };
}

test('a template is stored with its three parts', async () => {
  const { create, requests } = store(() => sesResult('CreateTemplate', ''));
  await create(template);
  expect(Object.fromEntries(requests[0]!.form)).toMatchObject({
    'Template.TemplateName': template.name,
    'Template.SubjectPart': 'Terms',
    'Template.TextPart': 'Dear {{name}}',
    'Template.HtmlPart': '<p>{{nameHtml}}</p>',
  });
});

test('a template that is there with the same content is left alone', async () => {
  const { create } = store(({ action }) =>
    action === 'CreateTemplate' ? sesError('AlreadyExists', 'there') : found(escaped),
  );
  await expect(create(template)).resolves.toBeUndefined();
});

test('a template that is there with another content is never overwritten', async () => {
  const { create, requests } = store(({ action }) =>
    action === 'CreateTemplate' ? sesError('AlreadyExists', 'there') : found('changed'),
  );
  await expect(create(template)).rejects.toMatchObject({ name: ErrorName.AlreadyClaimed });
  expect(requests.map(({ action }) => action)).toEqual(['CreateTemplate', 'GetTemplate']);
});

test.each(['InvalidTemplate', 'LimitExceeded'])('%s is bad input, not a crash', async (code) => {
  await expect(store(() => sesError(code, 'too long')).create(template)).rejects.toMatchObject({
    name: ErrorName.BadInput,
  });
});

test('a template that cannot be rendered is bad input', async () => {
  const { render } = store(() => sesError('MissingRenderingAttribute', 'Attribute name is not present'));
  await expect(render(template.name, { name: 'Ada', nameHtml: 'Ada' })).rejects.toMatchObject({
    name: ErrorName.BadInput,
  });
});

test('a rendered template comes back whole, and the variables go out as JSON', async () => {
  const { render, requests } = store(() =>
    sesResult('TestRenderTemplate', '<RenderedTemplate>Dear Ada</RenderedTemplate>'),
  );
  expect(await render(template.name, { name: 'Ada', nameHtml: 'Ada' })).toBe('Dear Ada');
  expect(requests[0]!.form.get('TemplateData')).toBe('{"name":"Ada","nameHtml":"Ada"}');
});

test('a fault of SES is passed on', async () => {
  await expect(store(() => sesError('AccessDenied', 'no')).create(template)).rejects.toMatchObject({
    name: 'AccessDenied',
  });
});

test.each([
  ['200', '14', '7', { perDay: 200, perSecond: 14, sentLastDay: 7 }],
  ['-1', '500', '0', { perDay: null, perSecond: 500, sentLastDay: 0 }],
])('a quota of %s a day is read', async (day, rate, sent, expected) => {
  const xml = `<Max24HourSend>${day}</Max24HourSend><MaxSendRate>${rate}</MaxSendRate><SentLast24Hours>${sent}</SentLast24Hours>`;
  expect(await quotaOn(controlPlaneClient(sesWire(() => sesResult('GetSendQuota', xml)))).read()).toEqual(
    expected,
  );
});
