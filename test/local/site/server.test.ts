import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Client } from '@aws-sdk/client-s3';
import { siteOn } from '../../../lambda/aws/site.ts';
import type { Running } from '../../../local/http-server.ts';
import { startS3 } from '../../../local/s3/server.ts';
import { startSiteServer } from '../../../local/site/server.ts';
import { s3At } from '../clients.ts';
import { send } from '../s3/wire.ts';

const dir = mkdtempSync(join(tmpdir(), 'site-'));
const html = 'text/html; charset=utf-8';
const body = '<!doctype html><title>Privacy — Datenschutz</title>';
let s3: Running;
let server: Running;
let client: S3Client;

beforeAll(async () => {
  s3 = await startS3({ dir, buckets: [{ name: 'site', versioned: false }] });
  server = await startSiteServer({ dir: join(dir, 'site') });
  client = s3At(s3.url);
  const site = siteOn(client, 'site');
  await site.write({ path: 'privacy-policy/index.html', body, contentType: html, cache: 'short' });
  await site.write({
    path: 'privacy-policy/versions/1/index.html',
    body,
    contentType: html,
    cache: 'immutable',
  });
  await site.write({
    path: 'privacy-policy/feed.xml',
    body: '<feed/>',
    contentType: 'application/atom+xml',
    cache: 'short',
  });
  writeFileSync(join(dir, 'secret.txt'), 'secret');
});

afterAll(async () => {
  client.destroy();
  await Promise.all([s3.stop(), server.stop()]);
  rmSync(dir, { recursive: true });
});

test('a folder shows its index page, with the type and the cache it was written with', async () => {
  const page = await send(server.url, 'GET', '/privacy-policy/?from=mail#top');
  expect(page).toMatchObject({
    status: 200,
    body,
    headers: { 'content-type': html, 'cache-control': 'public, max-age=300' },
  });
  const old = await send(server.url, 'GET', '/privacy-policy/versions/1/');
  expect(old.headers['cache-control']).toContain('immutable');
  const feed = await send(server.url, 'GET', '/privacy-policy/feed.xml');
  expect(feed).toMatchObject({ body: '<feed/>', headers: { 'content-type': 'application/atom+xml' } });
});

test('a folder without its slash is redirected, so that relative links work', async () => {
  const answer = await send(server.url, 'GET', '/privacy-policy/versions/1');
  expect(answer).toMatchObject({ status: 301, headers: { location: '/privacy-policy/versions/1/' } });
});

test('a browser that has the page is told so', async () => {
  const { headers } = await send(server.url, 'GET', '/privacy-policy/');
  const etag = String(headers['etag']);
  const again = await send(server.url, 'GET', '/privacy-policy/', { 'if-none-match': etag });
  expect(again).toMatchObject({ status: 304, body: '' });
  const other = await send(server.url, 'GET', '/privacy-policy/', { 'if-none-match': '"other"' });
  expect(other.status).toBe(200);
});

test('HEAD answers as GET does, without the body; nothing else is allowed', async () => {
  const head = await send(server.url, 'HEAD', '/privacy-policy/');
  expect(head).toMatchObject({ status: 200, body: '', headers: { 'content-type': html } });
  expect(await send(server.url, 'POST', '/privacy-policy/')).toMatchObject({ status: 405 });
});

test.each(['/privacy-policy/', '/missing/', '/privacy-policy/versions/1'])(
  'every answer keeps scripts, frames and sniffing out: %s',
  async (path) => {
    const { headers } = await send(server.url, 'GET', path);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
  },
);

test.each([
  '/missing/',
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/privacy-policy/../../secret.txt',
  '//secret.txt',
  '/..%5csecret.txt',
  '/.versions/privacy-policy/index.html@/00000001.json',
  '/secret.txt%00',
])('%s is no page', async (path) => {
  const answer = await send(server.url, 'GET', path);
  expect(answer.status).toBe(404);
  expect(answer.body).not.toContain('secret');
});

test('an address that is no text is refused', async () => {
  expect((await send(server.url, 'GET', '/%E4')).status).toBe(400);
});
