import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import * as fc from 'fast-check';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

import { html } from '../../../local/ses/inbox/html.ts';
import { find } from '../../../local/ses/inbox/search.ts';
import { Query } from '../../../local/ses/protocol/query.ts';
import { escapeXml } from '../../../local/ses/protocol/xml.ts';
import { writeMime } from '../../../local/ses/store/mime.ts';
import { bulk, createNotice, crowd, open, sender, to, type Bench } from './harness.ts';
import { anyText } from '../../any-text.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await open({ title: 'Nimbus inbox' });
  await createNotice(bench.client);
});

async function get(path: string): Promise<{ status: number; text: string; headers: Headers }> {
  const answer = await fetch(new URL(path, bench.server.inboxUrl));
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

const rows = (page: string): string[] =>
  [...page.matchAll(/class="who"\s*>([^<\s]*)/g)].map((row) => row[1] ?? '');

test('an empty inbox says so', async () => {
  expect((await get('/')).text).toContain('Nothing yet');
});

test('a thousand mails are listed newest first, fifty a page, with their count', async () => {
  for (let from = 0; from < 1000; from += 50) await bench.client.send(bulk(crowd(50, from)));
  const first = await get('/');
  expect(first.text).toContain('1–50 of 1,000');
  expect(rows(first.text)).toEqual(
    Array.from({ length: 50 }, (_, row) => `customer${999 - row}@example.com`),
  );
  expect(rows((await get('/?page=20')).text).at(-1)).toBe('customer0@example.com');
  expect((await get('/?page=999')).text).toContain('951–1,000 of 1,000');
  expect((await get('/?page=-3&size=nonsense')).text).toContain('1–50 of 1,000');
});

test('the search finds recipients, subjects and tags, and says when there is nothing', async () => {
  await bench.client.send(bulk([to('ada@example.com', 'Ada'), to('leo@example.org', 'Leo')]));
  expect(rows((await get('/?q=LEO')).text)).toEqual(['leo@example.org']);
  expect(rows((await get('/?q=for+ada')).text)).toEqual(['ada@example.com']);
  expect(rows((await get('/?q=rid%3Dleo-example-org')).text)).toEqual(['leo@example.org']);
  const nothing = await get('/?q=%3Cscript%3E');
  expect(nothing.text).toContain('Nothing matches');
  expect(nothing.text).not.toContain('<script>');
});

test('the list filters by outcome and counts each', async () => {
  bench.server.suppress('leo@example.org');
  await bench.client.send(bulk([to('ada@example.com'), to('leo@example.org')]));
  const page = await get('/?outcome=suppressed');
  expect(rows(page.text)).toEqual(['leo@example.org']);
  expect(page.text).toMatch(/Suppressed\s*<span class="count">1</);
  expect(page.text).not.toContain('Bounced');
});

test('a mail shows its sender, recipient, tags, text and headers', async () => {
  await bench.client.send(bulk([to('ada@example.com', 'Ada <3')]));
  const id = bench.server.messages()[0]?.id ?? '';
  const page = await get(`/messages/${id}`);
  expect(page.text).toContain('ada@example.com');
  expect(page.text).toContain('privacy-policy');
  expect(page.text).toMatch(
    /<iframe[^>]*sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"/,
  );
  expect((await get(`/messages/${id}?view=text`)).text).toContain('Dear Ada &#60;3, our policy changes.');
  const lines = (await get(`/messages/${id}?view=headers`)).text;
  for (const name of ['From', 'To', 'Subject', 'Date', 'Message-ID', 'X-SES-MESSAGE-TAGS'])
    expect(lines).toContain(name);
  expect((await get('/messages/unknown')).status).toBe(404);
  expect((await get('/messages/..%2f..%2fetc')).status).toBe(404);
});

test('nothing in a mail can run or load, and no page takes anything from elsewhere', async () => {
  await bench.client.send(
    bulk([to('a@example.com', '<script>alert(1)</script><img src="https://track.example/x.png">')]),
  );
  const id = bench.server.messages()[0]?.id ?? '';
  const mail = (await get(`/messages/${id}/html`)).headers.get('content-security-policy') ?? '';
  expect(mail).toContain("default-src 'none'");
  expect(mail).toContain('sandbox');
  expect(mail).not.toMatch(/script-src|allow-scripts|https?:/);
  for (const path of ['/', `/messages/${id}`, `/messages/${id}?view=headers`]) {
    const page = await get(path);
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; style-src 'self'; script-src 'self'/,
    );
    expect(page.text).not.toContain('<script>alert');
    expect(page.text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  }
});

test('the list as JSON', async () => {
  await bench.client.send(bulk(crowd(3)));
  const list = JSON.parse((await get('/api/messages.json?q=customer1')).text);
  expect(list).toMatchObject({ accepted: { messages: 3, recipients: 3 }, total: 1, page: 1 });
  expect(list.messages[0]).toMatchObject({
    to: ['customer1@example.com'],
    subject: 'For Ada',
    outcome: 'delivered',
    acceptedAt: '2026-12-01T09:00:00.000Z',
  });
});

test('the inbox is emptied on request', async () => {
  await bench.client.send(bulk(crowd(3)));
  bench.server.clearInbox();
  expect(bench.server.accepted()).toMatchObject({ messages: 0, byOutcome: { delivered: 0 } });
  expect((await get('/')).text).toContain('Nothing yet');
});

test('the downloaded mail opens in a mail program as it was sent', async () => {
  await bench.client.send(bulk([to('ada@example.com', 'Zoë & 李')]));
  const message = bench.server.messages()[0];
  const file = await get(`/messages/${message?.id}/message.eml`);
  expect(file.headers.get('content-disposition')).toContain('20261201T090000-00001-ada@example.com.eml');
  const mail = await PostalMime.parse(file.text);
  expect(mail).toMatchObject({
    from: { name: 'Nimbus Hosting', address: 'notices@nimbus.example' },
    to: [{ address: 'ada@example.com' }],
    subject: 'For Zoë & 李',
    messageId: `<${message?.id}@email.amazonses.com>`,
    date: '2026-12-01T09:00:00.000Z',
  });
  expect(mail.text?.trim()).toBe('Dear Zoë & 李, our policy changes.');
  expect(mail.html?.trim()).toBe('<p>Dear Zoë & 李, our policy changes.</p>');
  expect(mail.headers.find(({ key }) => key === 'x-ses-message-tags')?.value).toContain(
    'policy=privacy-policy',
  );
});

test('whatever a mail says, a mail program reads the same, and no value becomes a header', async () => {
  const anything = fc.oneof(
    anyText({ maxLength: 300 }),
    fc.constantFrom(
      'x'.repeat(2000),
      'é'.repeat(600),
      'a\r\nBcc: x@example.com\r\n\r\nb',
      '--=_id--\r\n',
      '=?UTF-8?B?eA==?=',
    ),
  );
  await fc.assert(
    fc.asyncProperty(anything, anything, anything, async (subject, text, html) => {
      const mime = writeMime(
        [
          ['Subject', `S ${subject} E`],
          ['X-Tags', 'a=b, '.repeat(400)],
        ],
        { text, html },
        '=_id-of-1',
      );
      const mail = await PostalMime.parse(mime);
      expect(mail.headers.map(({ key }) => key)).toEqual([
        'subject',
        'x-tags',
        'mime-version',
        'content-type',
      ]);
      expect(mail.subject).toBe(`S ${subject} E`);
      expect(lines(mail.text ?? '')).toBe(lines(text));
      expect(lines(mail.html ?? '')).toBe(lines(html));
      for (const line of mime.toString('latin1').split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
    }),
    { numRuns: 60 },
  );
});

/** A text as a mail program shows it: line ends at the very end belong to the format, byte order marks at the start to the encoding. */
function lines(text: string): string {
  return text
    .replace(/^\uFEFF+/, '')
    .replace(/\r\n|\r/g, '\n')
    .replace(/\n+$/, '');
}

test('a raw mail keeps its body and gets the Message-ID and Date of SES', async () => {
  const raw = `Message-ID: <own@x>\r\nFrom: ${sender}\r\nDate: Mon, 1 Jan 2001 00:00:00 +0000\r\nTo: a@example.com\r\nSubject: s\r\n\r\nDate: stays\r\n`;
  await bench.client.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(raw) } }));
  const message = bench.server.messages()[0];
  const { text } = await get(`/messages/${message?.id}/message.eml`);
  expect(text).toBe(
    `Message-ID: <${message?.id}@email.amazonses.com>\r\nDate: Tue, 01 Dec 2026 09:00:00 GMT\r\nFrom: ${sender}\r\nTo: a@example.com\r\nSubject: s\r\n\r\nDate: stays\r\n`,
  );
});

describe('on disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ses-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('each accepted mail is a file that names its reader', async () => {
    const other = await open({ folder: join(folder, 'mails') });
    await createNotice(other.client);
    for (let from = 0; from < 1000; from += 50) await other.client.send(bulk(crowd(50, from)));
    await other.server.written();
    const files = (await readdir(join(folder, 'mails'))).sort();
    expect(files).toHaveLength(1000);
    expect(files[0]).toBe('20261201T090000-00001-customer0@example.com.eml');
    const mail = await PostalMime.parse(await readFile(join(folder, 'mails', files[999] ?? '')));
    expect(mail.to?.[0]?.address).toBe('customer999@example.com');
    await other.close();
  });

  test('a folder that cannot be written is told to who waits for it, with its name', async () => {
    await writeFile(join(folder, 'mails'), 'a file where the folder should be');
    const other = await open({ folder: join(folder, 'mails') });
    await createNotice(other.client);
    await other.client.send(bulk(crowd(1)));
    await expect(other.server.written()).rejects.toThrow(join(folder, 'mails'));
    await expect(other.close()).rejects.toThrow('failed');
  });

  test('no address becomes a path', async () => {
    const other = await open({ folder });
    await createNotice(other.client);
    await other.client.send(bulk([to('/etc/passwd@example.com')]));
    await other.server.written();
    expect(await readdir(folder)).toEqual(['20261201T090000-00001-_etc_passwd@example.com.eml']);
    await other.close();
  });
});

test('the pages of any search together show each match once, newest first', async () => {
  await bench.client.send(bulk(crowd(50)));
  const all = bench.server.messages();
  fc.assert(
    fc.property(
      fc.constantFrom('', '1', '22', 'example', 'nobody'),
      fc.integer({ min: 1, max: 60 }),
      (words, pageSize) => {
        const pages = find(all, { words, outcome: undefined, page: 1, pageSize }).pages;
        const shown = Array.from({ length: pages }, (_, page) =>
          find(all, { words, outcome: undefined, page: page + 1, pageSize }),
        );
        const numbers = shown.flatMap(({ messages }) => messages.map((message) => message.number));
        const expected = all
          .filter((message) => message.to[0]?.includes(words))
          .map((message) => message.number);
        expect(numbers.length).toBe(shown[0]?.total);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
        expect(numbers).toEqual(expect.arrayContaining(expected));
      },
    ),
  );
});

test('no text put into a page can open a tag or leave an attribute', () => {
  fc.assert(
    fc.property(anyText({ maxLength: 20 }), (text) => {
      expect(html`${text}`.markup).not.toMatch(/[<>"']/);
      expect(escapeXml(text)).not.toMatch(/[<>\r]/);
    }),
    { numRuns: 40 },
  );
});

test('a query is read back as it was written, whatever its values', () => {
  fc.assert(
    fc.property(fc.array(anyText(), { maxLength: 12 }), (values) => {
      const form = new URLSearchParams(
        values.map((value, index): [string, string] => [`To.member.${index + 1}`, value]),
      );
      expect(Query.parse(form.toString()).list('To')).toEqual(values);
    }),
  );
});
