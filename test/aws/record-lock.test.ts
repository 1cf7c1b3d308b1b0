import { Readable } from 'node:stream';
import { S3Client } from '@aws-sdk/client-s3';
import { documentsOn } from '../../lambda/aws/documents.ts';
import { recordLockFromEnvironment } from '../../lambda/aws/record-lock.ts';
import { env } from '../../lambda/steps.ts';
import { documentKeys } from '../../lambda/core/documents.ts';
import { ErrorName } from '../../lambda/core/errors.ts';
import { parsePolicyId } from '../../lambda/core/ids.ts';

const before = { ...process.env };
const dayMs = 86_400_000;

afterEach(() => {
  process.env = { ...before };
});

/** The headers that S3 gets when a key is written under the lock of the environment. */
async function asked(key: string): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  const client = new S3Client({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: {
      handle: async ({ headers }: { headers: Record<string, string> }) => {
        Object.assign(seen, headers);
        return { response: { statusCode: 200, headers: {}, body: Readable.from([]) } };
      },
    },
  });
  await documentsOn(client, 'documents', recordLockFromEnvironment).write(key, 'We keep logs.', 'text/plain');
  return seen;
}

const policyId = parsePolicyId('terms');

test.each([
  ['GOVERNANCE 2557', 'GOVERNANCE', 2557],
  ['COMPLIANCE 3653', 'COMPLIANCE', 3653],
])('under %s a record cannot be deleted for so long', async (lock, mode, days) => {
  process.env[env.recordLock] = lock;
  for (const key of [
    documentKeys.source(policyId, 1, 'md'),
    documentKeys.posted(policyId, 1, 'md'),
    documentKeys.assessment(policyId, 1),
    documentKeys.notice(policyId, 1, 'en'),
    documentKeys.report(policyId, 1),
  ]) {
    const headers = await asked(key);
    expect(headers['x-amz-object-lock-mode']).toBe(mode);
    const left = Date.parse(headers['x-amz-object-lock-retain-until-date'] ?? '') - Date.now();
    expect(left / dayMs).toBeGreaterThan(days - 1);
    expect(left / dayMs).toBeLessThanOrEqual(days);
  }
});

test('a text that was only dropped is not locked, so that one dropped by mistake can be deleted', async () => {
  process.env[env.recordLock] = 'COMPLIANCE 3653';
  const headers = Object.keys(await asked(`${documentKeys.incoming}terms.md`));
  expect(headers).toContain('content-type');
  expect(headers.filter((name) => name.startsWith('x-amz-object-lock'))).toEqual([]);
});

test.each(['GOVERNANCE', 'governance 30', 'GOVERNANCE 0', 'COMPLIANCE 1e3', 'GOVERNANCE -1'])(
  'a lock that says "%s" is refused before anything is written',
  async (lock) => {
    process.env[env.recordLock] = lock;
    const writing = asked(documentKeys.report(policyId, 1));
    await expect(writing).rejects.toThrow(expect.objectContaining({ name: ErrorName.BadSettings }));
  },
);
