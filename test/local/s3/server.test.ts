import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Running } from '../../../local/http-server.ts';
import type { ObjectCreated } from '../../../local/s3/event.ts';
import { startS3 } from '../../../local/s3/server.ts';
import { s3At } from '../clients.ts';
import { md5, send } from './wire.ts';

const dir = mkdtempSync(join(tmpdir(), 's3-'));
const buckets = [
  { name: 'documents', versioned: true },
  { name: 'site', versioned: false },
];
const events: ObjectCreated[] = [];
let engine: Running;
let client: S3Client;

beforeAll(async () => {
  engine = await startS3({ dir, buckets, onObjectCreated: (event) => events.push(event) });
  client = s3At(engine.url);
});

afterAll(async () => {
  client.destroy();
  await engine.stop();
  rmSync(dir, { recursive: true });
});

const Bucket = 'documents';

function put(Key: string, Body: string, more: Partial<PutObjectCommand['input']> = {}) {
  return client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
}

async function get(Key: string, VersionId?: string): Promise<string> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }));
  return (await Body?.transformToString()) ?? '';
}

describe('what the SDK writes comes back', () => {
  test('type, cache, metadata, size, etag and version with the bytes', async () => {
    const written = await put('a/page.html', '<p>Text</p>', {
      ContentType: 'text/html; charset=utf-8',
      CacheControl: 'max-age=300',
      Metadata: { author: 'Legal' },
    });
    const read = await client.send(new GetObjectCommand({ Bucket, Key: 'a/page.html' }));
    expect(read).toMatchObject({
      ContentType: 'text/html; charset=utf-8',
      CacheControl: 'max-age=300',
      Metadata: { author: 'Legal' },
      ContentLength: 11,
      ETag: `"${md5('<p>Text</p>')}"`,
      VersionId: written.VersionId,
      ChecksumCRC32: written.ChecksumCRC32,
    });
    expect(await read.Body?.transformToString()).toBe('<p>Text</p>');
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'a/page.html' }));
    expect(head).toMatchObject({ ContentLength: 11, ETag: read.ETag, VersionId: written.VersionId });
  });

  test('a stream, which the SDK sends in signed or unsigned chunks with a trailer, without its framing', async () => {
    const parts = ['first part\r\n', '0\r\n', 'x'.repeat(100_000), '\r\n5;chunk-signature=1\r\n'];
    const text = parts.join('');
    const Body = Readable.from(parts.map((part) => Buffer.from(part)));
    await client.send(new PutObjectCommand({ Bucket, Key: 'stream.txt', Body, ContentLength: text.length }));
    expect(await get('stream.txt')).toBe(text);
    expect(readFileSync(join(dir, Bucket, 'stream.txt'), 'utf8')).toBe(text);
  });

  test.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
    'with a %s checksum',
    async (name) => {
      await put('checked.txt', 'checked', name === 'CRC64NVME' ? {} : { ChecksumAlgorithm: name });
      expect(await get('checked.txt')).toBe('checked');
    },
  );

  test('an empty object', async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: 'empty.txt', Body: new Uint8Array() }));
    expect(await get('empty.txt')).toBe('');
  });
});

describe('a person finds', () => {
  test('the latest text under its own name, and every version in a hidden folder', async () => {
    await put('incoming/terms.md', '# One');
    await put('incoming/terms.md', '# Two');
    expect(readFileSync(join(dir, Bucket, 'incoming/terms.md'), 'utf8')).toBe('# Two');
    expect(readdirSync(join(dir, Bucket, '.versions/incoming/terms.md@'))).toEqual([
      '00000001.bytes',
      '00000001.json',
      '00000002.bytes',
      '00000002.json',
    ]);
  });

  test('everything again after a restart', async () => {
    await put('incoming/kept.md', 'kept', { ContentType: 'text/markdown' });
    const again = await startS3({ dir, buckets });
    const other = s3At(again.url);
    const read = await other.send(new GetObjectCommand({ Bucket, Key: 'incoming/kept.md' }));
    expect([await read.Body?.transformToString(), read.ContentType]).toEqual(['kept', 'text/markdown']);
    other.destroy();
    await again.stop();
  });
});

describe('versions', () => {
  test('stay readable by id after the object is replaced and deleted', async () => {
    const first = await put('v.txt', 'first');
    const second = await put('v.txt', 'second');
    const marker = await client.send(new DeleteObjectCommand({ Bucket, Key: 'v.txt' }));
    expect(marker.DeleteMarker).toBe(true);
    await expect(get('v.txt')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect([await get('v.txt', first.VersionId), await get('v.txt', second.VersionId)]).toEqual([
      'first',
      'second',
    ]);
    expect(existsSync(join(dir, Bucket, 'v.txt'))).toBe(false);
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'v.txt', VersionId: marker.VersionId }));
    expect(await get('v.txt')).toBe('second');
    expect(readFileSync(join(dir, Bucket, 'v.txt'), 'utf8')).toBe('second');
  });

  test('are listed newest first, page by page', async () => {
    const ids: (string | undefined)[] = [];
    for (const text of ['1', '2', '3']) ids.unshift((await put('listed/v.txt', text)).VersionId);
    const seen: (string | undefined)[] = [];
    let KeyMarker: string | undefined;
    let VersionIdMarker: string | undefined;
    for (;;) {
      const page = await client.send(
        new ListObjectVersionsCommand({ Bucket, Prefix: 'listed/', MaxKeys: 2, KeyMarker, VersionIdMarker }),
      );
      seen.push(...(page.Versions ?? []).map(({ VersionId }) => VersionId));
      if (page.IsTruncated !== true) break;
      KeyMarker = page.NextKeyMarker;
      VersionIdMarker = page.NextVersionIdMarker;
    }
    expect(seen).toEqual(ids);
  });

  test('are not kept in a bucket without versions', async () => {
    const site = { Bucket: 'site', Key: 'index.html' };
    expect((await client.send(new PutObjectCommand({ ...site, Body: 'old' }))).VersionId).toBeUndefined();
    await client.send(new PutObjectCommand({ ...site, Body: 'new' }));
    const { Versions } = await client.send(new ListObjectVersionsCommand({ Bucket: 'site' }));
    expect(Versions).toMatchObject([{ Key: 'index.html', VersionId: 'null', IsLatest: true, Size: 3 }]);
    await client.send(new DeleteObjectCommand(site));
    expect(readdirSync(join(dir, 'site'))).toEqual(['.versions']);
  });
});

describe('lists', () => {
  test('keys in order, with prefix, folders and pages', async () => {
    const keys = ['list/a.txt', 'list/b/1.txt', 'list/b/2.txt', 'list/c & <d>.txt', 'list/ü.txt'];
    for (const key of [...keys].reverse()) await put(key, key);
    const seen: (string | undefined)[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket, Prefix: 'list/', MaxKeys: 2, ContinuationToken }),
      );
      expect(page.KeyCount).toBeLessThanOrEqual(2);
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    expect(seen).toEqual(keys);

    const folders = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', Delimiter: '/' }));
    expect(folders.CommonPrefixes).toEqual([{ Prefix: 'list/b/' }]);
    expect(folders.Contents?.map(({ Key }) => Key)).toEqual(['list/a.txt', 'list/c & <d>.txt', 'list/ü.txt']);
  });
});

describe('the event', () => {
  test('is what EventBridge gets from S3, and tells the writes of one key apart and in order', async () => {
    events.length = 0;
    const first = await put('incoming/privacy policy.md', 'ä');
    const second = await put('incoming/privacy policy.md', 'ä');
    expect(events[0]).toMatchObject({
      'detail-type': 'Object Created',
      source: 'aws.s3',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      resources: ['arn:aws:s3:::documents'],
      detail: {
        bucket: { name: 'documents' },
        object: {
          key: 'incoming/privacy policy.md',
          size: 2,
          etag: md5('ä'),
          'version-id': first.VersionId,
          sequencer: expect.stringMatching(/^[0-9A-F]{18}$/),
        },
        reason: 'PutObject',
      },
    });
    const [one, two] = events.map(({ detail }) => detail.object);
    expect(two?.['version-id']).toBe(second.VersionId);
    expect((one?.sequencer ?? '') < (two?.sequencer ?? '')).toBe(true);
    expect(events).toHaveLength(2);
  });

  test('is not sent for what was refused', async () => {
    events.length = 0;
    await put('once.md', 'first', { IfNoneMatch: '*' });
    await expect(put('once.md', 'second', { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    expect(events).toHaveLength(1);
    expect(await get('once.md')).toBe('first');
  });
});

describe('errors are those of S3', () => {
  test('for what is not there', async () => {
    await put('there.md', 'text');
    await expect(get('missing.md')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(get('there.md', 'other')).rejects.toMatchObject({ name: 'NoSuchVersion' });
    const elsewhere = new GetObjectCommand({ Bucket: 'other', Key: 'there.md' });
    await expect(client.send(elsewhere)).rejects.toMatchObject({ name: 'NoSuchBucket' });
    const answer = await send(engine.url, 'GET', '/documents/missing.md');
    expect(answer).toMatchObject({ status: 404, headers: { 'content-type': 'application/xml' } });
    expect(answer.body).toMatch(/^<\?xml .*\n<Error><Code>NoSuchKey<\/Code>/);
  });

  test('for what it does not do', async () => {
    for (const [method, path] of [
      ['GET', '/documents/there.md?acl'],
      ['POST', '/documents/there.md?uploads'],
      ['GET', '/documents?location'],
      ['PUT', '/documents'],
    ] as const) {
      expect((await send(engine.url, method, path)).status).toBe(501);
    }
    const copy = await send(engine.url, 'PUT', '/documents/x', {
      'x-amz-copy-source': '/documents/there.md',
    });
    expect(copy.status).toBe(501);
  });

  test('for a request that nobody signed, such as a web page could send', async () => {
    expect(await send(engine.url, 'PUT', '/documents/x', { authorization: '' }, 'text')).toMatchObject({
      status: 403,
    });
  });

  test('for an address that is no text', async () => {
    expect((await send(engine.url, 'GET', '/documents/%E4')).body).toContain('<Code>InvalidURI</Code>');
  });

  test('for an object that would have to be a file and a folder at once', async () => {
    await put('both', 'file');
    await expect(put('both/inside.txt', 'text')).rejects.toMatchObject({ name: 'InvalidArgument' });
    await put('folder/inside.txt', 'text');
    await expect(put('folder', 'text')).rejects.toMatchObject({ name: 'InvalidArgument' });
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'both/inside.txt' }));
    expect(await get('both')).toBe('file');
  });
});
