import { versionLines } from '../../cli/status-lines.ts';
import { freshBatch } from '../../lambda/core/ledger/batch.ts';
import type { Meta } from '../../lambda/core/ledger/meta.ts';
import { recipientId } from '../../lambda/core/customer/recipient.ts';
import { memoryApprovals } from '../fakes/memory-approvals.ts';
import { memoryArchive } from '../fakes/memory-archive.ts';
import { memoryLedger } from '../fakes/memory-ledger.ts';
import { memoryPreflights } from '../fakes/memory-preflights.ts';
import { recordOf } from '../steps/notice-setting.ts';

const now = Date.parse('2026-01-05T12:00:00.000Z');
const minutesAgo = (minutes: number): number => now - minutes * 60_000;
const record = recordOf(2);
const meta: Meta = {
  policyId: record.policyId,
  version: 2,
  contentHash: record.hash,
  templates: {},
  languages: ['en'],
  audience: {},
  cutoff: '2026-01-05T09:00:00.000Z',
  caps: { recipients: 1000 },
  segments: 2,
  expected: 400,
  key: new Uint8Array(32),
  feedback: 'off',
};

/** A notice with batches of 50 accepted so many minutes ago. */
async function underWay(...minutes: number[]) {
  const ledger = memoryLedger();
  await ledger.open(meta);
  for (const [index, ago] of minutes.entries()) {
    const batch = freshBatch({
      key: { segment: index % 2, seq: index + 1, suffix: '' },
      owner: 'one',
      claimedAt: minutesAgo(ago),
      language: 'en',
      mark: '',
      since: 1,
      openFrom: 1,
      ids: Array.from({ length: 50 }, (_, i) => recipientId(meta.key, `c-${index}-${i}`)),
    });
    await ledger.claim(meta, batch);
    await ledger.record(
      meta,
      batch,
      'done',
      batch.ids.map((id) => ({ messageId: id })),
    );
  }
  const held = { async *list() {}, decide: async () => {} };
  const approvals = memoryApprovals(memoryArchive([record]));
  const preflights = memoryPreflights();
  return { ledger, held, approvals, preflights, policy: { approvalDays: 14 }, place: ' --local' };
}

test('a notice under way shows its progress, its rate over the last minutes, and when it is done', async () => {
  const lines = await versionLines(await underWay(60, 5, 4, 2), record, now);
  // 150 mails in five minutes; 200 to go at half a mail a second are 6.7 minutes.
  expect(lines[1]).toContain(`${'█'.repeat(15)}${'░'.repeat(15)} accepted 200 of 400 expected, held 0`);
  expect(lines[1]).toMatch(/, 0\.5\/s, done in about 7 min$/);
  expect(lines[2]).toContain('not reported yet');
});

test('a notice that sends nothing promises no end', async () => {
  const lines = await versionLines(await underWay(60), record, now);
  expect(lines[1]).toMatch(/held 0$/);
});

test('a notice before which checks were left out says which', async () => {
  const ports = await underWay(60);
  await ports.preflights.pass(record, { at: meta.cutoff, skipped: [] });
  expect((await versionLines(ports, record, now)).join()).not.toContain('skipped');
  await ports.preflights.pass(record, { at: meta.cutoff, skipped: ['quota', 'canary'] });
  expect((await versionLines(ports, record, now))[2]).toContain('checks skipped by setting: quota, canary');
});

test('a version without a notice is one line', async () => {
  const posted = recordOf(3, { state: 'current', significance: 'minor' });
  const lines = await versionLines(await underWay(), posted, now);
  expect(lines).toEqual(['    3  current     minor  effective February 5, 2026']);
});

test('a version that waits for approval says by which command it is approved, and in which place', async () => {
  const asked = recordOf(2, { state: 'assessed' });
  const ports = await underWay();
  await ports.approvals.open(asked, meta.cutoff);
  expect((await versionLines(ports, asked, now))[1]).toContain(
    `waits for approval until 2026-01-19: policy-notice approve ${asked.policyId} 2 --local --by <your name>`,
  );
});
