import {
  CreateTemplateCommand,
  DeleteTemplateCommand,
  GetTemplateCommand,
  ListTemplatesCommand,
  SendTemplatedEmailCommand,
  TestRenderTemplateCommand,
  UpdateTemplateCommand,
} from '@aws-sdk/client-ses';

import { bulk, createNotice, open, refusal, sender, to, type Bench } from './harness.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await open();
  await createNotice(bench.client);
});

const create = (name: string, text: string, subject = 'S'): CreateTemplateCommand =>
  new CreateTemplateCommand({ Template: { TemplateName: name, SubjectPart: subject, TextPart: text } });

test('a template is read back as it was written, line ends included', async () => {
  const parts = {
    TemplateName: 'x',
    SubjectPart: 'a & <b>',
    TextPart: 'one\r\ntwo\n\tthree',
    HtmlPart: '<p>é</p>',
  };
  await bench.client.send(new CreateTemplateCommand({ Template: parts }));
  expect((await bench.client.send(new GetTemplateCommand({ TemplateName: 'x' }))).Template).toEqual(parts);
});

test('creating twice, reading, updating or mailing an unknown template are refused by name', async () => {
  const { client } = bench;
  expect((await refusal(client.send(create('notice', 'x')))).name).toBe('AlreadyExistsException');
  const unknown = { TemplateName: 'nope' };
  const part = { ...unknown, SubjectPart: 's', TextPart: 't' };
  expect((await refusal(client.send(new GetTemplateCommand(unknown)))).name).toBe(
    'TemplateDoesNotExistException',
  );
  expect((await refusal(client.send(new UpdateTemplateCommand({ Template: part })))).name).toBe(
    'TemplateDoesNotExistException',
  );
  expect((await refusal(client.send(bulk([to('a@example.com')], { Template: 'nope' })))).name).toBe(
    'TemplateDoesNotExistException',
  );
  await client.send(new DeleteTemplateCommand(unknown));
});

test('an update changes what later mails say', async () => {
  await bench.client.send(
    new UpdateTemplateCommand({
      Template: { TemplateName: 'notice', SubjectPart: 'New for {{name}}', TextPart: 'x' },
    }),
  );
  await bench.client.send(bulk([to('a@example.com')]));
  expect(bench.server.messages()[0]?.subject).toBe('New for Ada');
});

test('500 KB is the size limit, broken Handlebars and empty parts are refused', async () => {
  const { client } = bench;
  expect((await refusal(client.send(create('big', 'x'.repeat(500 * 1024))))).name).toBe(
    'LimitExceededException',
  );
  await client.send(create('fits', 'x'.repeat(500 * 1024 - 1)));
  expect((await refusal(client.send(create('broken', 'Dear {{name')))).name).toBe('InvalidTemplateException');
  expect((await refusal(client.send(create('open', '{{#if a}}x')))).name).toBe('InvalidTemplateException');
  expect((await refusal(client.send(create('empty', '')))).name).toBe('InvalidTemplateException');
  expect((await refusal(client.send(create('bare', 'x', '')))).name).toBe('InvalidTemplateException');
  expect((await refusal(client.send(create('a b', 'x')))).name).toBe('InvalidTemplateException');
});

test('the list comes in pages', async () => {
  for (let index = 0; index < 13; index += 1) await bench.client.send(create(`t${index}`, 'x'));
  const first = await bench.client.send(new ListTemplatesCommand({}));
  const second = await bench.client.send(new ListTemplatesCommand({ NextToken: first.NextToken }));
  expect([first.TemplatesMetadata?.length, second.TemplatesMetadata?.length]).toEqual([10, 4]);
  expect(second.NextToken).toBeUndefined();
  expect(first.TemplatesMetadata?.[0]?.CreatedTimestamp).toEqual(new Date(bench.clock.now));
});

test('TestRenderTemplate answers the whole mail, or which variable is missing, or that the data is no JSON', async () => {
  const { client } = bench;
  const render = (data: string): Promise<{ RenderedTemplate?: string | undefined }> =>
    client.send(new TestRenderTemplateCommand({ TemplateName: 'notice', TemplateData: data }));
  const rendered = (await render('{"name":"Ada","nameHtml":"<i>Ada</i>","extra":1}')).RenderedTemplate;
  expect(rendered).toContain('Subject: For Ada');
  expect(rendered).toContain('Dear Ada, our policy changes.');
  expect(rendered).toContain('<p>Dear <i>Ada</i>, our policy changes.</p>');
  expect(await refusal(render('{"name":"Ada"}'))).toMatchObject({
    name: 'MissingRenderingAttributeException',
    message: "Attribute 'nameHtml' is not present in the rendering data.",
  });
  for (const data of ['{name', '[]', '"x"', '']) {
    expect((await refusal(render(data))).name).toBe('InvalidRenderingParameterException');
  }
});

test('a missing variable is accepted with a message id, and never delivered', async () => {
  const events: unknown[] = [];
  const other = await open({ onEvent: (event) => void events.push(event.detail) });
  await createNotice(other.client);
  const answer = await other.client.send(
    bulk([
      { Destination: { ToAddresses: ['a@example.com'] }, ReplacementTemplateData: '{"name":"Ada"}' },
      to('b@example.com'),
    ]),
  );
  expect(answer.Status?.map((status) => status.Status)).toEqual(['Success', 'Success']);
  await other.client.send(
    new SendTemplatedEmailCommand({
      Source: sender,
      Destination: { ToAddresses: ['c@example.com'] },
      Template: 'notice',
      TemplateData: '{not json',
      ConfigurationSetName: 'notices',
    }),
  );
  await other.server.events.deliverAll();
  expect(other.server.messages().map((message) => message.outcome)).toEqual([
    'rendering failed',
    'delivered',
    'rendering failed',
  ]);
  expect(events[0]).toMatchObject({
    eventType: 'Rendering Failure',
    failure: {
      errorMessage: "Attribute 'nameHtml' is not present in the rendering data.",
      templateName: 'notice',
    },
    mail: { messageId: answer.Status?.[0]?.MessageId, destination: ['a@example.com'] },
  });
  expect(events).toHaveLength(4);
});
