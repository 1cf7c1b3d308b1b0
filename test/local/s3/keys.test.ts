import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { pathOfKey } from '../../../local/s3/keys.ts';
import { startS3 } from '../../../local/s3/server.ts';
import { send } from './wire.ts';
import { anyText } from '../../any-text.ts';

const odd = ['..', '.', '', '%', '%2E', '@', '\\', '\0', '\n', 'a', 'A', 'ä', '🔒', '~', 'con ', 'x.', 'C:'];
const segment = fc.oneof(fc.constantFrom(...odd), anyText({ maxLength: 300 }));
const key = fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => segments.join('/'));

test('a plain key is its own path', () => {
  for (const plain of ['incoming/privacy-policy.md', 'terms/compare/1...2/index.html', 'a b/Ä.txt']) {
    expect(pathOfKey(plain)).toBe(plain);
  }
});

test('no key leaves the folder, hides itself, or has a name that a file system refuses', () => {
  fc.assert(
    fc.property(key, (text) => {
      const path = pathOfKey(text);
      expect(resolve('/root', path)).toBe(`/root/${path}`);
      for (const name of path.split('/')) {
        expect(name).toMatch(/^[^.\\@:\p{Cc}][^\\@:\p{Cc}]*$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(250);
      }
    }),
  );
});

test('no two keys share a path', () => {
  fc.assert(
    fc.property(key, key, (one, other) => {
      expect(pathOfKey(one) === pathOfKey(other)).toBe(one === other);
    }),
  );
  const long = 'x'.repeat(1000);
  expect(pathOfKey(`${long}1`)).not.toBe(pathOfKey(`${long}2`));
});

test.each([
  '../escaped.txt',
  '..%2Fescaped.txt',
  '%2e%2e/%2e%2e/escaped.txt',
  '/etc/escaped.txt',
  '//escaped.txt',
  'a/../../../escaped.txt',
  '..%5C..%5Cescaped.txt',
  '.versions/escaped.txt',
  'nul%00/escaped.txt',
  `${'x'.repeat(900)}/escaped.txt`,
])('over HTTP, the key %s is stored inside its bucket and comes back', async (path) => {
  const outer = mkdtempSync(join(tmpdir(), 'keys-'));
  const dir = join(outer, 'inner', 'engine');
  const engine = await startS3({ dir, buckets: [{ name: 'documents', versioned: true }] });
  expect((await send(engine.url, 'PUT', `/documents/${path}`, {}, 'text')).status).toBe(200);
  expect(await send(engine.url, 'GET', `/documents/${path}`)).toMatchObject({ status: 200, body: 'text' });
  await engine.stop();
  expect([readdirSync(outer), readdirSync(join(outer, 'inner')), readdirSync(dir)]).toEqual([
    ['inner'],
    ['engine'],
    ['documents'],
  ]);
  expect(existsSync('/etc/escaped.txt')).toBe(false);
  rmSync(outer, { recursive: true });
});

test('a key over 1,024 bytes is refused as S3 refuses it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'keys-'));
  const engine = await startS3({ dir, buckets: [{ name: 'documents', versioned: true }] });
  expect((await send(engine.url, 'PUT', `/documents/${'x'.repeat(1025)}`, {}, 'text')).body).toContain(
    '<Code>KeyTooLongError</Code>',
  );
  await engine.stop();
  rmSync(dir, { recursive: true });
});
