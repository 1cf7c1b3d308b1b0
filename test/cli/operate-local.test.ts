import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settings } from '../../cli/settings.ts';
import { approvalsFromEnvironment } from '../../lambda/aws/approvals.ts';
import { archiveFromEnvironment } from '../../lambda/aws/archive.ts';
import { documentsFromEnvironment } from '../../lambda/aws/documents.ts';
import { storeAssessment } from '../../lambda/core/assessment-file.ts';
import { parsePolicyId } from '../../lambda/core/ids.ts';
import { startEngines } from '../../local/engines.ts';
import type { ObjectCreated } from '../../local/s3/event.ts';
import { assessmentOf, recordOf } from '../steps/notice-setting.ts';
import { terms } from '../steps/setting.ts';
import { policyNotice } from './run.ts';

const dir = mkdtempSync(join(tmpdir(), 'policy-notice-local-'));
const policyId = parsePolicyId('terms-of-service');
const here = ['--local', '--dir', dir];

afterAll(() => rmSync(dir, { recursive: true }));

/** What an earlier command left behind: a version that waits for approval. */
beforeAll(async () => {
  const created: ObjectCreated[] = [];
  const engines = await startEngines({
    dir,
    settings: settings(),
    onObjectCreated: (event) => created.push(event),
  });
  Object.assign(process.env, engines.environment);
  const key = 'incoming/terms-of-service.md';
  await documentsFromEnvironment().write(key, terms('We sell your data.'), 'text/markdown');
  const objectVersion = created[0]?.detail.object['version-id'] ?? '';
  const event = { ...recordOf(2).event, key, objectVersion };
  const waiting = { policyId, decision: null, announcedAt: null, event };
  await archiveFromEnvironment().append(recordOf(2, { ...waiting, state: 'assessed' }));
  await storeAssessment(documentsFromEnvironment(), { ...assessmentOf(2), policyId });
  await approvalsFromEnvironment().open({ policyId, version: 2 }, new Date().toISOString());
  await engines.stop();
});

test('a pause is recorded on this machine before anything is sent', async () => {
  const { out, code } = await policyNotice(
    'pause',
    policyId,
    '2',
    '--by',
    'Ada',
    '--reason',
    'wait',
    ...here,
  );
  expect(out).toContain('is paused');
  expect(code).toBe(0);
  expect((await policyNotice('status', policyId, '2', ...here)).out).toContain('paused by Ada: wait');
});

test('a verdict on this machine takes up the run that waits for it, in the same command', async () => {
  const { out } = await policyNotice('reject', policyId, '2', '--by', 'Grace', '--reason', 'not so', ...here);
  expect(out).toContain('terms-of-service version 2');
  const status = await policyNotice('status', policyId, '2', ...here);
  expect(status.out).toMatch(/ 2 {2}held[^]*rejected by Grace .*: not so/);
});
