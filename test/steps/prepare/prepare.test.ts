import { addDays, parseLocalDate } from '../../../lambda/core/calendar/local-date.ts';
import { ErrorName } from '../../../lambda/core/errors.ts';
import { noticeVariables } from '../../../lambda/core/notice/model.ts';
import { prepare } from '../../../lambda/prepare/prepare.ts';
import { memoryArchive } from '../../fakes/memory-archive.ts';
import {
  assessmentOf,
  customerRow,
  customerRows,
  decidedOn,
  decisionOn,
  fastQuota,
  noticeSetting,
  policyId,
  recordOf,
} from '../notice-setting.ts';
import { storeAssessment } from '../../../lambda/core/assessment-file.ts';

const ref = { policyId, version: 2 };

test('the first round fixes the notice, and later rounds change nothing of it', async () => {
  const notice = await noticeSetting([...customerRows(40), customerRow(41, { status: 'closed' })]);
  const first = await notice.plan();
  expect(first).toMatchObject({ ...ref, action: 'send', until: '' });
  const meta = await notice.ledger.meta(ref);
  expect(meta).toMatchObject({
    expected: 40,
    languages: ['en', 'de'],
    segments: 3,
    audience: {},
    cutoff: notice.clock.iso(),
    feedback: 'off',
  });
  await notice.clock.run(notice.clock.sleep(60_000));
  expect((await notice.plan()).slices).toEqual(first.slices);
  expect(await notice.ledger.meta(ref)).toEqual(meta);
});

test('a template for each language is stored under a name that carries its content, and only uses what we send', async () => {
  const notice = await noticeSetting(customerRows(1));
  await notice.plan();
  const meta = await notice.ledger.meta(ref);
  for (const language of ['en', 'de']) {
    const name = meta?.templates[language] ?? '';
    expect(name).toMatch(new RegExp(`^notice-terms-2-${language}-[0-9a-f]{8}$`));
    const template = notice.templates.templates.get(name);
    const all = `${template?.subject}${template?.text}${template?.html}`;
    const used = [...all.matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)].map(([, variable]) => variable);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((variable) => !noticeVariables.some((known) => known === variable))).toEqual([]);
    expect(all).not.toContain('{{{');
  }
});

test('a template that does not render stops everything before META is written', async () => {
  const notice = await noticeSetting(customerRows(1));
  const templates = {
    ...notice.templates,
    render: async () => Promise.reject(new Error('cannot be rendered')),
  };
  const input = { ...ref, now: notice.clock.iso() };
  await expect(prepare({ ...notice.ports, templates }, input)).rejects.toThrow('cannot be rendered');
  expect(await notice.ledger.meta(ref)).toBeNull();
  expect((await notice.archive.version(policyId, 2)).announcedAt).toBeNull();
});

test('the version counts as announced before the first mail', async () => {
  const notice = await noticeSetting(customerRows(1));
  await notice.plan();
  const { announcedAt } = await notice.archive.version(policyId, 2);
  expect(announcedAt).toBe(notice.clock.iso());
  expect(notice.provider.accepted).toEqual([]);
});

test('a version that is not to be announced writes nothing', async () => {
  const notice = await noticeSetting(customerRows(5));
  const archive = memoryArchive([recordOf(1), recordOf(2, { decision: decisionOn(2, { notify: false }) })]);
  const input = { ...ref, now: notice.clock.iso() };
  expect(await prepare({ ...notice.ports, archive }, input)).toMatchObject({ action: 'done' });
  expect(await notice.ledger.meta(ref)).toBeNull();
});

test.each([['without a decision', { decision: null }, ErrorName.WrongState]])(
  'a version %s is refused',
  async (_, changes, name) => {
    const notice = await noticeSetting(customerRows(5));
    const archive = memoryArchive([recordOf(1), recordOf(2, changes)]);
    await expect(
      prepare({ ...notice.ports, archive }, { ...ref, now: notice.clock.iso() }),
    ).rejects.toMatchObject({ name });
  },
);

test('a ledger that was opened for another text is refused', async () => {
  const notice = await noticeSetting(customerRows(5));
  await notice.plan();
  const archive = memoryArchive([recordOf(1), recordOf(2, { hash: recordOf(9).hash })]);
  const again = prepare({ ...notice.ports, archive }, { ...ref, now: notice.clock.iso() });
  await expect(again).rejects.toMatchObject({ name: ErrorName.WrongState });
});

describe('a plan that cannot be carried out', () => {
  test.each([
    ['no quota', { ...fastQuota, perSecond: 0 }, {}, /production access/],
    [
      'too slow for the planned days',
      { ...fastQuota, perSecond: 1 },
      { plannedDays: 0, headroom: 0.05 },
      /plannedDays/,
    ],
    ['over the cap', fastQuota, { maxRecipients: 10 }, /maxRecipients/],
  ])('(%s) is refused before anything is written', async (_, quota, sending, message) => {
    const notice = await noticeSetting(customerRows(3_000), sending);
    notice.quota.quota = quota;
    await expect(notice.plan()).rejects.toMatchObject({
      name: ErrorName.PlanRefused,
      message: expect.stringMatching(message),
    });
    expect(await notice.ledger.meta(ref)).toBeNull();
  });

  test('is refused once the effective date has come', async () => {
    const notice = await noticeSetting(customerRows(50));
    await notice.plan();
    await notice.clock.run(notice.clock.sleep(40 * 86_400_000));
    await expect(notice.plan()).rejects.toMatchObject({ name: ErrorName.PlanRefused });
  });

  test('has no such date when the version took effect at once', async () => {
    const notice = await noticeSetting(customerRows(50));
    const decision = decisionOn(2, { postAs: 'current', effectiveDate: parseLocalDate('2026-01-01') });
    const archive = memoryArchive([recordOf(1), recordOf(2, { decision, state: 'current' })]);
    expect(await prepare({ ...notice.ports, archive }, { ...ref, now: notice.clock.iso() })).toMatchObject({
      action: 'send',
    });
  });
});

describe('a newer version', () => {
  const newer = (changes: object) =>
    recordOf(3, { decision: decisionOn(3, { effectiveDate: addDays(decidedOn, 40) }), ...changes });

  test('scenario 26: posted before the first mail of the older: the older writes and sends nothing', async () => {
    const notice = await noticeSetting(customerRows(20));
    const archive = memoryArchive([recordOf(1), recordOf(2), newer({})]);
    expect(await prepare({ ...notice.ports, archive }, { ...ref, now: notice.clock.iso() })).toMatchObject({
      action: 'done',
    });
    expect(await notice.ledger.meta(ref)).toBeNull();
  });

  test('scenario 27: announced while the older is being mailed: nobody gets the older after the switch', async () => {
    const notice = await noticeSetting(customerRows(400));
    const ports = {
      ...notice.ports,
      archive: memoryArchive([recordOf(1, { state: 'current' }), recordOf(2), newer({ state: 'published' })]),
    };
    await storeAssessment(notice.documents, assessmentOf(3));
    const now = () => notice.clock.iso();
    const { slices } = await prepare(ports, { ...ref, now: now() });
    notice.provider.script = (_, nth) => {
      if (nth === 3) void notice.ledger.direct(ref, { run: 'pause' });
      return 'accept';
    };
    await notice.sendAll(slices);
    await notice.ledger.direct(ref, { run: 'run' });
    await ports.archive.advance(policyId, 3, ['published'], 'upcoming');

    expect(await prepare(ports, { policyId, version: 3, now: now() })).toMatchObject({ action: 'wait' });
    await notice.clock.run(notice.clock.sleep(60_000));
    expect(await prepare(ports, { policyId, version: 3, now: now() })).toMatchObject({ action: 'send' });
    expect(await prepare(ports, { ...ref, now: now() })).toMatchObject({ action: 'done' });
    const sent = notice.provider.calls.length;
    await notice.sendAll(slices);
    expect(notice.provider.calls).toHaveLength(sent);
  });

  test('that is posted without a notice of its own does not stop the older', async () => {
    const notice = await noticeSetting(customerRows(20));
    const spelling = newer({ decision: decisionOn(3, { notify: false }), state: 'current' });
    const archive = memoryArchive([recordOf(1), recordOf(2), spelling]);
    expect(await prepare({ ...notice.ports, archive }, { ...ref, now: notice.clock.iso() })).toMatchObject({
      action: 'send',
    });
  });
});

test('a withdrawn version is stopped', async () => {
  const notice = await noticeSetting(customerRows(20));
  await notice.plan();
  const archive = memoryArchive([recordOf(1), recordOf(2, { state: 'withdrawn' })]);
  expect(await prepare({ ...notice.ports, archive }, { ...ref, now: notice.clock.iso() })).toMatchObject({
    action: 'done',
  });
  expect((await notice.ledger.control(ref)).run).toBe('stop');
});

test('a full day waits an hour for room, and a paused run asks a person', async () => {
  const notice = await noticeSetting(customerRows(20));
  await notice.plan();
  const inAnHour = new Date(notice.clock.now() + 3_600_000).toISOString();
  notice.quota.quota = { perDay: 100, perSecond: 100, sentLastDay: 100 };
  expect(await notice.plan()).toMatchObject({ action: 'wait', until: inAnHour });
  notice.quota.quota = fastQuota;
  await notice.ledger.direct(ref, { run: 'pause' });
  expect(await notice.plan()).toMatchObject({ action: 'ask', until: '', slices: [] });
});

test('a pause that nobody ends is refused when the date comes', async () => {
  const notice = await noticeSetting(customerRows(10));
  await notice.plan();
  await notice.ledger.direct(ref, { run: 'pause', by: 'Ada', reason: 'wait' });
  await notice.clock.run(notice.clock.sleep(32 * 86_400_000));
  await expect(notice.plan()).rejects.toMatchObject({ name: ErrorName.PlanRefused });
});

test('mails go one a call from the start when the settings say so', async () => {
  const notice = await noticeSetting(customerRows(7), { transport: 'templated' });
  await notice.run();
  expect(notice.provider.calls.map(({ mails }) => mails.length)).toEqual(Array(7).fill(1));
  expect(await notice.total()).toMatchObject({ accepted: 7 });
});
