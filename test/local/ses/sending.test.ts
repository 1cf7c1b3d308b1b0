import { SendEmailCommand, SendRawEmailCommand, SendTemplatedEmailCommand } from '@aws-sdk/client-ses';

import { bulk, createNotice, crowd, open, sender, to, type Bench } from './harness.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await open();
  await createNotice(bench.client);
});

test('a bulk call mails each destination once, with its own name and tags, and answers in order', async () => {
  const answer = await bench.client.send(bulk([to('ada@example.com', 'Ada'), to('leo@example.com', 'Leo')]));
  const messages = bench.server.messages();
  expect(answer.Status).toEqual(messages.map(({ id }) => ({ Status: 'Success', MessageId: id })));
  expect(messages.map(({ to, subject, text, html }) => ({ to, subject, text, html }))).toEqual([
    {
      to: ['ada@example.com'],
      subject: 'For Ada',
      text: 'Dear Ada, our policy changes.',
      html: '<p>Dear Ada, our policy changes.</p>',
    },
    {
      to: ['leo@example.com'],
      subject: 'For Leo',
      text: 'Dear Leo, our policy changes.',
      html: '<p>Dear Leo, our policy changes.</p>',
    },
  ]);
  expect(messages[1]?.tags).toEqual({ policy: 'privacy-policy', rid: 'leo-example-com' });
  expect(messages[0]?.configurationSet).toBe('notices');
});

test('replacement data and tags win over the defaults, key by key', async () => {
  await bench.client.send(
    bulk(
      [
        {
          Destination: { ToAddresses: ['ada@example.com'] },
          ReplacementTemplateData: '{"name":"Ada"}',
          ReplacementTags: [{ Name: 'policy', Value: 'terms' }],
        },
      ],
      { DefaultTemplateData: '{"name":"customer","nameHtml":"customer"}' },
    ),
  );
  const [message] = bench.server.messages();
  expect(message?.subject).toBe('For Ada');
  expect(message?.html).toContain('Dear customer');
  expect(message?.tags).toEqual({ policy: 'terms' });
});

test('fifty destinations go in one call, a fifty-first fails it whole', async () => {
  const answer = await bench.client.send(bulk(crowd(50)));
  expect(answer.Status).toHaveLength(50);
  await expect(bench.client.send(bulk(crowd(51)))).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  expect(bench.server.accepted().messages).toBe(50);
});

test('template values are put in as they are: SES escapes nothing', async () => {
  await bench.client.send(bulk([to('ada@example.com', '<b>A&B "x"</b>')]));
  expect(bench.server.messages()[0]?.html).toBe('<p>Dear <b>A&B "x"</b>, our policy changes.</p>');
});

test('every character of a value survives the way there and back', async () => {
  const name = 'Zoë 李 \u202Eabc\u202C {{x}} a+b=c&d%41\r\n\t😀';
  await bench.client.send(bulk([to('ada@example.com', name)]));
  expect(bench.server.messages()[0]?.text).toBe(`Dear ${name}, our policy changes.`);
});

test('SendTemplatedEmail, SendEmail and SendRawEmail are accepted and read', async () => {
  const { client, server } = bench;
  const destination = {
    ToAddresses: ['a@example.com'],
    CcAddresses: ['b@example.com'],
    BccAddresses: ['c@example.com'],
  };
  await client.send(
    new SendTemplatedEmailCommand({
      Source: sender,
      Destination: destination,
      Template: 'notice',
      TemplateData: '{"name":"Ada","nameHtml":"Ada"}',
    }),
  );
  await client.send(
    new SendEmailCommand({
      Source: sender,
      ReplyToAddresses: ['privacy@nimbus.example'],
      Destination: { ToAddresses: ['a@example.com'] },
      Message: { Subject: { Data: 'Held list' }, Body: { Text: { Data: 'Three mails are held.' } } },
    }),
  );
  const raw = `From: ${sender}\r\nTo: Ada <a@example.com>\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\nX-SES-MESSAGE-TAGS: rid=r1\r\n\r\nHello`;
  await client.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(raw) } }));
  expect(server.messages().map((message) => [message.action, message.subject, message.text?.trim()])).toEqual(
    [
      ['SendTemplatedEmail', 'For Ada', 'Dear Ada, our policy changes.'],
      ['SendEmail', 'Held list', 'Three mails are held.'],
      ['SendRawEmail', 'Grüße', 'Hello'],
    ],
  );
  expect(server.accepted()).toMatchObject({ messages: 3, recipients: 5 });
  expect(server.messages()[1]?.replyTo).toEqual(['privacy@nimbus.example']);
  expect(server.messages()[2]).toMatchObject({ from: sender, to: ['a@example.com'], tags: { rid: 'r1' } });
});

test('a raw message goes to the named destinations only, and those its headers hide are blind copies', async () => {
  const raw = `From: ${sender}\r\nTo: a@example.com, b@example.com\r\nSubject: x\r\n\r\nHello`;
  await bench.client.send(
    new SendRawEmailCommand({
      RawMessage: { Data: Buffer.from(raw) },
      Destinations: ['b@example.com', 'z@example.com'],
    }),
  );
  expect(bench.server.messages()[0]).toMatchObject({ to: ['b@example.com'], cc: [], bcc: ['z@example.com'] });
});

test('the same seed and clock give the same message ids, and no two mails share one', async () => {
  const ids = async (): Promise<(string | undefined)[]> => {
    const { client } = await open();
    await createNotice(client);
    const answer = await client.send(bulk(crowd(50)));
    return (answer.Status ?? []).map((status) => status.MessageId);
  };
  const [first, second] = [await ids(), await ids()];
  expect(second).toEqual(first);
  expect(new Set(first).size).toBe(50);
  expect(first[0]).toMatch(/^0100[0-9a-f]{12}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-000000$/);
});

test('with keep 0 only counts stay, and the listener still sees every mail', async () => {
  const seen: string[] = [];
  const other = await open({ keep: 0, onAccept: (message) => seen.push(...message.to) });
  await createNotice(other.client);
  await other.client.send(bulk(crowd(20)));
  expect(other.server.messages()).toEqual([]);
  expect(other.server.accepted()).toMatchObject({ messages: 20, recipients: 20 });
  expect(new Set(seen).size).toBe(20);
});

test('keep holds the newest', async () => {
  const other = await open({ keep: 40 });
  await createNotice(other.client);
  for (let from = 0; from < 200; from += 50) await other.client.send(bulk(crowd(50, from)));
  const kept = other.server.messages();
  expect(kept.length).toBeLessThanOrEqual(66);
  expect(kept.length).toBeGreaterThanOrEqual(40);
  expect(kept.at(-1)?.to).toEqual(['customer199@example.com']);
});
