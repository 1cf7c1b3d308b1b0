import { ErrorName } from '../../../lambda/core/errors.ts';
import {
  customerRow,
  customerRows,
  decisionOn,
  noticeSetting,
  policyId,
  recordOf,
} from '../notice-setting.ts';
import { memoryArchive } from '../../fakes/memory-archive.ts';
import { report } from '../../../lambda/report/report.ts';
import { addDays, parseLocalDate } from '../../../lambda/core/calendar/local-date.ts';

const ref = { policyId, version: 2 };

test('totals go to the archive, and the report names everybody who is not proven told', async () => {
  const notice = await noticeSetting([
    ...customerRows(20),
    customerRow(21, { email: 'x' }),
    customerRow(22, { products: 'mail' }),
  ]);
  await notice.run();
  const totals = { audience: 22, accepted: 20, excepted: 2 };
  expect(await notice.total()).toEqual({ ...ref, ...totals });
  expect((await notice.archive.version(policyId, 2)).totals).toEqual(totals);
  const file = await notice.reportFile();
  expect(file).toMatchObject({
    ...totals,
    expected: 22,
    feedback: 'off',
    exceptionsByKind: { unreachable: 2 },
  });
  expect(file.exceptions.map(({ customerId }: { customerId: string }) => customerId).toSorted()).toEqual([
    'c-21',
    'c-22',
  ]);
  expect(JSON.stringify(file)).not.toContain('@mail.example');
});

test('a customer whom the ledger does not know fails the report loudly, and is listed from then on', async () => {
  const notice = await noticeSetting(customerRows(20));
  await notice.run();
  notice.rows.set('c-99', customerRow(99));
  await expect(notice.total()).rejects.toMatchObject({
    name: ErrorName.TotalsDoNotAddUp,
    message: expect.stringContaining('c-99'),
  });
  expect((await notice.archive.version(policyId, 2)).totals).toBeNull();
  expect(await notice.total()).toMatchObject({ audience: 21, accepted: 20, excepted: 1 });
  expect((await notice.reportFile()).exceptionsByKind).toEqual({ missed: 1 });
});

test('customers who were told and left meanwhile still count as told', async () => {
  const notice = await noticeSetting(customerRows(20));
  await notice.run();
  notice.rows.delete('c-1');
  notice.rows.set('c-2', customerRow(2, { status: 'closed' }));
  expect(await notice.total()).toMatchObject({ audience: 20, accepted: 20 });
});

test('an unfinished notice is not reported', async () => {
  const notice = await noticeSetting(customerRows(60));
  notice.provider.script = () => 'lose answer';
  const { slices } = await notice.plan();
  await notice.sendAll(slices);
  await expect(notice.total()).rejects.toMatchObject({ name: ErrorName.WrongState });
});

test('of a stopped run everybody who was not reached is counted', async () => {
  const notice = await noticeSetting(customerRows(300), { segments: 1 });
  notice.provider.script = (_, nth) => {
    if (nth === 2) void notice.ledger.direct(ref, { run: 'stop', by: 'Ada', reason: 'wrong text' });
    return 'accept';
  };
  expect(await notice.run()).toEqual(['send', 'done']);
  expect(await notice.total()).toMatchObject({ audience: 300, accepted: 100, excepted: 200 });
  expect(await notice.reportFile()).toMatchObject({
    exceptionsByKind: { stopped: 200 },
    run: { run: 'stop', by: 'Ada' },
  });
});

test('mail that went out too late for the notice period fails the report', async () => {
  const notice = await noticeSetting(customerRows(5));
  await notice.run();
  const tooSoon = decisionOn(2, { effectiveDate: addDays(parseLocalDate('2026-01-05'), 29) });
  const archive = memoryArchive([recordOf(2, { decision: tooSoon })]);
  const late = report({ ...notice.ports, archive }, { ...ref, now: notice.clock.iso() });
  await expect(late).rejects.toMatchObject({ name: ErrorName.ToldTooLate });
  // Accounted for all the same: it can be postponed.
  expect((await archive.version(policyId, 2)).totals).toMatchObject({ accepted: 5 });
});

test('a version that was never prepared has totals of nobody', async () => {
  const notice = await noticeSetting(customerRows(5));
  expect(await notice.total()).toMatchObject({ audience: 0, accepted: 0, excepted: 0 });
});
