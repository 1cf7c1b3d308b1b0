import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import * as fc from 'fast-check';
import { documentsOn } from '../../lambda/aws/documents.ts';
import type { Documents } from '../../lambda/core/documents.ts';
import { documentKeys, largestRead } from '../../lambda/core/documents.ts';
import { ErrorName } from '../../lambda/core/errors.ts';
import { parsePolicyId } from '../../lambda/core/ids.ts';
import type { Running } from '../../local/http-server.ts';
import { startS3 } from '../../local/s3/server.ts';
import { memoryDocuments } from '../fakes/memory-documents.ts';
import { s3At } from '../local/clients.ts';

/** A documents port, and what its bucket says about object versions, oldest first. */
interface Subject {
  readonly documents: Documents;
  readonly objectVersions: (key: string) => Promise<readonly string[]>;
}

const bucket = 'documents';
const dir = mkdtempSync(join(tmpdir(), 'documents-'));
let engine: Running;
let client: S3Client;

beforeAll(async () => {
  engine = await startS3({ dir, buckets: [{ name: bucket, versioned: true }] });
  client = s3At(engine.url);
});

afterAll(async () => {
  client.destroy();
  await engine.stop();
  rmSync(dir, { recursive: true });
});

function inMemory(): Subject {
  const documents = memoryDocuments();
  return { documents, objectVersions: async (key) => documents.objectVersions(key) };
}

function onS3(): Subject {
  return {
    documents: documentsOn(client, bucket),
    async objectVersions(key) {
      const listed = await client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key }));
      return (listed.Versions ?? []).map(({ VersionId = '' }) => VersionId).reverse();
    },
  };
}

const source = documentKeys.source(parsePolicyId('privacy-policy'), 1, 'md');
const markdown = 'text/markdown; charset=utf-8';

describe.each<[string, () => Subject]>([
  ['in memory', inMemory],
  ['on S3', onS3],
])('documents %s', (_, make) => {
  test('gives back a text as it was written, whatever its script', async () => {
    const { documents } = make();
    const text = '# Datenschutzerklärung\r\n\r\nWir geben nichts weiter. 隐私政策 🔒\n';
    await documents.write(source, text, markdown);
    expect(new TextDecoder().decode(await documents.read(source))).toBe(text);
  });

  test('gives back any bytes as they were written', async () => {
    const { documents } = make();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        await documents.write('incoming/bytes.txt', bytes, 'text/plain');
        expect(Buffer.from(await documents.read('incoming/bytes.txt')).equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('reads the latest, and an earlier text by its object version', async () => {
    const { documents, objectVersions } = make();
    const key = 'incoming/terms.md';
    for (const text of ['first', 'second', 'second']) await documents.write(key, text, markdown);
    const texts = await Promise.all(
      (await objectVersions(key)).map(async (version) =>
        String(Buffer.from(await documents.read(key, version))),
      ),
    );
    expect(texts).toEqual(['first', 'second', 'second']);
    expect(String(Buffer.from(await documents.read(key)))).toBe('second');
  });

  test('says NotFound for a key and for an object version that are not there', async () => {
    const { documents } = make();
    await documents.write('incoming/there.md', 'text', markdown);
    for (const read of [
      documents.read('incoming/missing.md'),
      documents.read('incoming/there.md', 'no-such-version'),
      documents.read('incoming/missing.md', 'no-such-version'),
    ]) {
      await expect(read).rejects.toMatchObject({ name: ErrorName.NotFound });
    }
  });

  test('refuses to read what no step could hold', async () => {
    const { documents } = make();
    await documents.write('incoming/large.txt', new Uint8Array(largestRead + 1), 'text/plain');
    const refused = documents.read('incoming/large.txt');
    await expect(refused).rejects.toMatchObject({ name: ErrorName.BadInput });
    await expect(refused).rejects.toThrow('incoming/large.txt');
  });
});

test('a bucket that is not there is no missing document', async () => {
  await expect(documentsOn(client, 'other').read('key')).rejects.toMatchObject({ name: 'NoSuchBucket' });
});
