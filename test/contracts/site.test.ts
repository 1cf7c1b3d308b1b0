import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { cacheControl, siteOn } from '../../lambda/aws/site.ts';
import type { Site, SiteFile } from '../../lambda/core/site.ts';
import type { Running } from '../../local/http-server.ts';
import { startS3 } from '../../local/s3/server.ts';
import { memorySite } from '../fakes/memory-site.ts';
import { s3At } from '../local/clients.ts';

/** A site, and what stands at a path of it; null when nothing does. */
interface Subject {
  readonly site: Site;
  readonly at: (path: string) => Promise<SiteFile | null>;
}

const bucket = 'site';
const dir = mkdtempSync(join(tmpdir(), 'site-'));
let engine: Running;
let client: S3Client;

beforeAll(async () => {
  engine = await startS3({ dir, buckets: [{ name: bucket, versioned: false }] });
  client = s3At(engine.url);
});

afterAll(async () => {
  client.destroy();
  await engine.stop();
  rmSync(dir, { recursive: true });
});

function inMemory(): Subject {
  const site = memorySite();
  return { site, at: async (path) => site.files.get(path) ?? null };
}

function onS3(): Subject {
  return {
    site: siteOn(client, bucket),
    async at(path) {
      try {
        const object = await client.send(new GetObjectCommand({ Bucket: bucket, Key: path }));
        const body = (await object.Body?.transformToString()) ?? '';
        const cache = object.CacheControl === cacheControl.short ? 'short' : 'immutable';
        return { path, body, contentType: object.ContentType ?? '', cache };
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
  };
}

const page: SiteFile = {
  path: 'privacy-policy/index.html',
  body: '<!doctype html><title>Privacy — Datenschutz</title>',
  contentType: 'text/html; charset=utf-8',
  cache: 'short',
};

describe.each<[string, () => Subject]>([
  ['in memory', inMemory],
  ['on S3', onS3],
])('the site %s', (_, make) => {
  test.each<SiteFile>([
    page,
    { ...page, path: 'privacy-policy/versions/1/index.html', cache: 'immutable' },
    {
      path: 'privacy-policy/compare/1...2/index.html',
      body: '',
      contentType: 'text/html',
      cache: 'immutable',
    },
    { path: 'privacy-policy/feed.xml', body: '<feed/>', contentType: 'application/atom+xml', cache: 'short' },
  ])('serves $path as it was written, with its type and its cache', async (file) => {
    const { site, at } = make();
    await site.write(file);
    expect(await at(file.path)).toEqual(file);
  });

  test('replaces what was there', async () => {
    const { site, at } = make();
    await site.write(page);
    await site.write({ ...page, body: 'newer' });
    expect(await at(page.path)).toEqual({ ...page, body: 'newer' });
  });

  test('removes a file and nothing else; removing it again is harmless', async () => {
    const { site, at } = make();
    const upcoming = { ...page, path: 'privacy-policy/upcoming/index.html' };
    await site.write(page);
    await site.write(upcoming);
    await site.remove(upcoming.path);
    await site.remove(upcoming.path);
    expect(await at(upcoming.path)).toBeNull();
    expect(await at(page.path)).toEqual(page);
  });
});

test('changing pages are fresh within five minutes, permanent ones are kept for a year', () => {
  expect(cacheControl).toEqual({
    short: 'public, max-age=300',
    immutable: 'public, max-age=31536000, immutable',
  });
});
