import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteTemplateCommand, SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { archiveFromEnvironment } from '../../lambda/aws/archive.ts';
import { documentsFromEnvironment } from '../../lambda/aws/documents.ts';
import { templatesOn } from '../../lambda/aws/mailer-templates.ts';
import { readSettings } from '../../lambda/aws/read-settings.ts';
import { siteFromEnvironment } from '../../lambda/aws/site.ts';
import { env } from '../../lambda/steps.ts';
import { sourceOf } from '../../lambda/core/document/source.ts';
import { ErrorName } from '../../lambda/core/errors.ts';
import { parsePolicyId } from '../../lambda/core/ids.ts';
import { parseSettings } from '../../lambda/core/settings/parse.ts';
import type { Engines } from '../../local/engines.ts';
import { startEngines } from '../../local/engines.ts';
import type { ObjectCreated } from '../../local/s3/event.ts';
import { send } from './s3/wire.ts';

const settings = parseSettings({
  company: {
    name: 'Example Hosting',
    legalName: 'Example Hosting Ltd',
    postalAddress: ['1 Example Street', 'Exampletown'],
    website: 'https://www.example.com',
    contact: 'privacy@example.com',
  },
  sender: { address: 'privacy@notices.example.com', displayName: 'Example Hosting' },
  site: { url: 'https://policies.example.com' },
  policies: { 'privacy-policy': { name: { en: 'Privacy Policy' } } },
});

const before = { ...process.env };
let dir: string;
let running: Engines | undefined;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'engines-'));
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  process.env = { ...before };
  rmSync(dir, { recursive: true });
});

async function start(onObjectCreated: (event: ObjectCreated) => void = () => {}): Promise<Engines> {
  running = await startEngines({ dir, settings, onObjectCreated });
  Object.assign(process.env, running.environment);
  return running;
}

const policyId = parsePolicyId('privacy-policy');
const source = sourceOf('# Privacy', 'md');

async function appendFirstVersion(): Promise<void> {
  await archiveFromEnvironment().append({
    policyId,
    version: 1,
    state: 'published',
    hash: source.hash,
    format: 'md',
    source: 'versions/privacy-policy/00000001/source.md',
    publishedAt: '2017-01-03T09:00:00Z',
    event: { bucket: 'b', key: 'k', objectVersion: 'v', sequencer: '0', execution: 'e' },
    significance: null,
    decision: null,
    announcedAt: null,
    totals: null,
    amendments: [],
  });
}

test('a step finds every thing it needs through its environment alone', async () => {
  const { environment, urls } = await start();
  for (const name of Object.values(env)) expect(environment[name]).toBeTruthy();
  expect(readSettings()).toEqual(settings);

  await appendFirstVersion();
  expect(await archiveFromEnvironment().versions(policyId)).toHaveLength(1);
  await documentsFromEnvironment().write('incoming/privacy-policy.md', '# Privacy', 'text/markdown');
  expect(readFileSync(join(dir, 'documents/incoming/privacy-policy.md'), 'utf8')).toBe('# Privacy');

  const body = '<!doctype html><title>Privacy</title>';
  await siteFromEnvironment().write({
    path: 'privacy-policy/index.html',
    body,
    contentType: 'text/html; charset=utf-8',
    cache: 'short',
  });
  expect(await send(urls.site, 'GET', '/privacy-policy/')).toMatchObject({ status: 200, body });
});

test('mail of the sender named in the settings is taken, and kept as a file', async () => {
  const { ses, urls } = await start();
  const client = new SESClient({});
  await client.send(
    new SendEmailCommand({
      Source: settings.sender.address,
      Destination: { ToAddresses: ['customer@example.org'] },
      Message: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'Text' } } },
      ConfigurationSetName: process.env[env.configurationSet],
    }),
  );
  client.destroy();
  expect(ses.messages()).toHaveLength(1);
  expect((await send(urls.inbox, 'GET', '/')).body).toContain('Example Hosting');
});

test('links lead to the site served here where that is asked for', async () => {
  running = await startEngines({ dir, settings, linkHere: true });
  Object.assign(process.env, running.environment);
  expect(readSettings().site.url).toBe(running.urls.site);
});

test('a document that lands is announced before its writer goes on; pages of the site are not', async () => {
  const keys: string[] = [];
  await start((event) => keys.push(event.detail.object.key));
  await siteFromEnvironment().write({
    path: 'index.html',
    body: '',
    contentType: 'text/html',
    cache: 'short',
  });
  await documentsFromEnvironment().write('incoming/privacy-policy.md', '# Privacy', 'text/markdown');
  expect(keys).toEqual(['incoming/privacy-policy.md']);
});

test('the next command finds what the last one left', async () => {
  const first = await start();
  await appendFirstVersion();
  await documentsFromEnvironment().write('kept.md', 'kept', 'text/markdown');
  const template = { name: 'notice-terms-2-en-1234', subject: 'Terms', text: 'Dear {{name}}', html: '<p>' };
  const other = { ...template, name: 'notice-terms-3-en-1234' };
  const client = new SESClient({});
  await templatesOn(client).create(template);
  await templatesOn(client).create(other);
  await client.send(new DeleteTemplateCommand({ TemplateName: other.name }));
  client.destroy();
  await first.stop();
  await start();
  expect(await archiveFromEnvironment().version(policyId, 1)).toMatchObject({ state: 'published' });
  expect(Buffer.from(await documentsFromEnvironment().read('kept.md')).toString()).toBe('kept');
  const again = new SESClient({});
  const { render } = templatesOn(again);
  const ada = { name: 'Ada', nameHtml: 'Ada' };
  await expect(render(template.name, ada)).resolves.toContain('Dear Ada');
  await expect(render(other.name, ada)).rejects.toThrow(other.name);
  again.destroy();
});

test('two engines never work in one folder, and a claim left by a crash does not lock anybody out', async () => {
  const first = await start();
  const second = startEngines({ dir, settings });
  await expect(second).rejects.toMatchObject({ name: ErrorName.AlreadyClaimed });
  await expect(second).rejects.toThrow(dir);
  await first.stop();
  const noProcess = '4194305';
  writeFileSync(join(dir, '.in-use-by'), noProcess);
  await start();
});

test('stopping leaves nothing open that would keep a process alive, and may be repeated', async () => {
  const open = (): number =>
    process.getActiveResourcesInfo().filter((name) => /TCP|Timeout/.test(name)).length;
  const openBefore = open();
  const engines = await start();
  await appendFirstVersion();
  await documentsFromEnvironment().write('a.md', 'a', 'text/markdown');
  expect(open()).toBeGreaterThan(openBefore);
  await engines.stop();
  await engines.stop();
  // The system takes a moment to let go of a socket; one that stays open outlives every patience.
  for (let tries = 0; tries < 100 && open() > openBefore; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(open()).toBeLessThanOrEqual(openBefore);
});

test('an engine that cannot start takes the others down with it', async () => {
  const blocker = await start();
  const other = mkdtempSync(join(tmpdir(), 'engines-'));
  const sitePort = Number(new URL(blocker.urls.site).port);
  await expect(startEngines({ dir: other, settings, sitePort })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  const retried = await startEngines({ dir: other, settings });
  await retried.stop();
  rmSync(other, { recursive: true });
});
