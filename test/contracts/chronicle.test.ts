import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { S3Client } from '@aws-sdk/client-s3';
import { chronicleOn } from '../../lambda/aws/chronicle.ts';
import { documentsOn } from '../../lambda/aws/documents.ts';
import { recipientId } from '../../lambda/core/customer/recipient.ts';
import { ErrorName } from '../../lambda/core/errors.ts';
import type { Chronicle } from '../../lambda/core/events/chronicle.ts';
import { minuteFolder } from '../../lambda/core/events/chronicle.ts';
import { parsePolicyId } from '../../lambda/core/ids.ts';
import { EvidenceStream } from '../../local/events/evidence-stream.ts';
import { lineOf } from '../../local/events/line.ts';
import type { Running } from '../../local/http-server.ts';
import { startS3 } from '../../local/s3/server.ts';
import { memoryChronicle } from '../fakes/memory-chronicle.ts';
import { s3At } from '../local/clients.ts';
import { eventOf } from '../steps/feedback/ses-events.ts';

const minute = 60_000;
const start = Date.UTC(2026, 0, 5, 9, 58);
const policyId = parsePolicyId('terms');
const id = (n: number) => recipientId(new Uint8Array(32), `c-${n}`);
const dir = mkdtempSync(join(tmpdir(), 'chronicle-'));
let engine: Running;
let client: S3Client;

beforeAll(async () => {
  engine = await startS3({ dir, buckets: ['s3', 'bare'].map((name) => ({ name, versioned: true })) });
  client = s3At(engine.url);
});

afterAll(async () => {
  client.destroy();
  await engine.stop();
  rmSync(dir, { recursive: true });
});

/** A mail of a batch of which SES tells after so many minutes. */
interface Told {
  readonly n: number;
  readonly batch: string;
  readonly after: number;
  readonly version?: number;
}

function toldOf({ n, batch, after, version = 7 }: Told): { readonly time: string } {
  const about = { id: id(n), notice: `terms-${version}`, batch, heard: undefined, messageId: `m-${n}` };
  return eventOf({ ...about, address: `customer${n}@mail.example` }, 'send', start + after * minute);
}

interface Subject {
  readonly chronicle: Chronicle;
  readonly tell: (told: readonly Told[]) => Promise<void>;
}

function inMemory(): Subject {
  const chronicle = memoryChronicle();
  const tell = async (all: readonly Told[]) => {
    for (const { n, batch, after, version = 7 } of all) {
      const at = start + after * minute;
      chronicle.tell({ policyId, version }, { id: id(n), batch, messageId: `m-${n}`, at });
    }
  };
  return { chronicle, tell };
}

function onS3(): Subject {
  const documents = documentsOn(client, 's3');
  const stream = new EvidenceStream((key, bytes) => documents.write(key, bytes, 'application/gzip'));
  const tell = async (all: readonly Told[]) => {
    for (const told of all) stream.add(toldOf(told));
    await stream.flush();
  };
  return { chronicle: chronicleOn(client, 's3'), tell };
}

describe.each([
  ['in memory', inMemory],
  ['on S3', onS3],
])('the chronicle %s', (_, make) => {
  const from = start - minute;
  const seen = ({ chronicle }: Subject, batches: readonly string[], until: number) =>
    chronicle.seen({ policyId, version: 7 }, new Set(batches), { from, until });

  test('says of whom events came in the time that is asked for, and under which message id', async () => {
    const subject = make();
    await subject.tell([
      { n: 1, batch: 'S0-00000001', after: 0 },
      { n: 2, batch: 'S0-00000001', after: 4 },
      { n: 2, batch: 'S0-00000001', after: 4 },
      { n: 3, batch: 'S0-00000002', after: 4 },
      { n: 4, batch: 'S0-00000002r', after: 30 },
      { n: 5, batch: 'S0-00000001', after: 5, version: 8 },
      // Another day.
      { n: 6, batch: 'S0-00000001', after: 24 * 60 },
    ]);
    const asked = ['S0-00000001', 'S0-00000002r', 'S0-00000009'];
    expect(await seen(subject, asked, start + 45 * minute)).toEqual(
      new Map([
        [
          'S0-00000001',
          new Map([
            [id(1), 'm-1'],
            [id(2), 'm-2'],
          ]),
        ],
        ['S0-00000002r', new Map([[id(4), 'm-4']])],
      ]),
    );
    expect(await seen(subject, asked.slice(1), start + 10 * minute)).toEqual(new Map());
  });
});

describe('an object of evidence', () => {
  const documents = () => documentsOn(client, 'bare');
  const key = (name: string) => `${minuteFolder(start)}${name}`;
  const read = () =>
    chronicleOn(client, 'bare').seen({ policyId, version: 7 }, new Set(['S0-00000001']), {
      from: start,
      until: start + minute,
    });
  const line = (n: number) => lineOf(toldOf({ n, batch: 'S0-00000001', after: 0 }));

  test('is read whatever stands between its lines; what is no line of ours is passed over', async () => {
    const lines = [
      line(1),
      line(2),
      '{"batch":["S0-00000001"],"rid":["?"]}',
      '{}',
      `{${line(3).slice(1, 40)}`,
    ];
    await documents().write(key('1.gz'), gzipSync(lines.join('')), 'application/gzip');
    await documents().write(
      key('2.gz'),
      gzipSync(`${line(4)}\n${'x'.repeat(200_000)}\n${line(5)}`),
      'text/plain',
    );
    const [found] = (await read()).values();
    expect([...(found?.keys() ?? [])].toSorted()).toEqual([1, 2, 4, 5].map(id).toSorted());
  });

  test('holds no address', () => {
    expect(line(1)).not.toContain('@');
    expect(Buffer.byteLength(line(1))).toBeLessThan(1024);
  });

  test.each([
    ['is no gzip', Buffer.from('lines')],
    ['was cut', gzipSync(line(1)).subarray(0, 40)],
  ])('that %s is named, and nothing is decided from it', async (_, bytes) => {
    await documents().write(key('3.gz'), bytes, 'application/gzip');
    await expect(read()).rejects.toMatchObject({
      name: ErrorName.WrongState,
      message: expect.stringContaining(key('3.gz')),
    });
  });
});
