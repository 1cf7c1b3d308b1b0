import type { CallOutcome } from '../../../lambda/core/outcome/mailer.ts';
import type { Call } from '../../../lambda/core/outcome/mailer.ts';
import type { Batch } from '../../../lambda/core/ledger/batch.ts';
import { notify } from '../../../lambda/notify/notify.ts';
import { messageId } from '../../fakes/memory-mailer.ts';
import { customerRow, customerRows, fastQuota, noticeSetting, policyId } from '../notice-setting.ts';

const ref = { policyId, version: 2 };
type Setting = Awaited<ReturnType<typeof noticeSetting>>;

/** English only, one segment: full calls of 50. */
function plainRows(count: number) {
  return Array.from({ length: count }, (_, i) => customerRow(i + 1, { locale: 'en' }));
}

async function plain(count: number, sending: Parameters<typeof noticeSetting>[1] = {}) {
  return noticeSetting(plainRows(count), { segments: 1, ...sending });
}

async function batchesOf(notice: Setting): Promise<Batch[]> {
  const all: Batch[] = [];
  for (let segment = 0; segment < notice.settings.sending.segments; segment += 1) {
    for await (const batch of notice.ledger.batches(ref, segment, 'all')) all.push(batch);
  }
  return all;
}

function mailedTwice(notice: Setting): number {
  return notice.provider.accepted.length - new Set(notice.provider.accepted.map(({ id }) => id)).size;
}

const ok = (call: Call): { readonly messageId: string }[] =>
  call.mails.map(() => ({ messageId: messageId() }));
const refused = (code: string): CallOutcome => ({ kind: 'refused', code, message: code });

/** SES events of everything accepted so far. */
function events(notice: Setting): void {
  const at = notice.clock.now();
  for (const { id, batch, messageId: of } of notice.provider.accepted)
    notice.chronicle.tell(ref, { id, batch, messageId: of, at });
}

/** A mailer whose nth call never comes back, as when the Lambda dies there; `accepts`: SES took it first. */
function dying(notice: Setting, nth: number, accepts: boolean): () => Promise<void> {
  let died: () => void = () => undefined;
  const death = new Promise<void>((resolve) => (died = resolve));
  let calls = 0;
  const bulk = async (call: Call): Promise<CallOutcome> => {
    calls += 1;
    if (calls !== nth) return notice.provider.bulk(call);
    if (accepts) await notice.provider.bulk(call);
    died();
    return new Promise(() => undefined);
  };
  return async () => {
    const { slices } = await notice.plan();
    const invocation = { owner: 'the dying', remaining: 900_000 };
    const ports = { ...notice.ports, mailer: { ...notice.provider, bulk } };
    const input = { ...ref, now: notice.clock.iso(), slice: slices[0]! };
    await notice.clock.run(Promise.race([death, notify(ports, input, invocation)]));
  };
}

test('scenario 1: no fault, 10,000 customers: each once, in full calls', async () => {
  const notice = await noticeSetting(plainRows(10_000), { segments: 4 });
  await notice.run();
  expect(await notice.total()).toMatchObject({ audience: 10_000, accepted: 10_000, excepted: 0 });
  expect(mailedTwice(notice)).toBe(0);
  expect(notice.provider.calls.length).toBeLessThanOrEqual(204);
});

describe('scenarios 2 and 3: the Lambda dies', () => {
  test.each([
    ['before the call, without events: held, and nobody mailed twice', false, 'off', 250, 50],
    ['after the call, without events: held, and nobody mailed twice', true, 'off', 250, 50],
    ['before the call, with events: sent once', false, 'required', 300, 0],
    ['after the call, with events: proven sent, and not sent again', true, 'required', 300, 0],
  ] as const)('%s', async (_, accepts, feedback, accepted, excepted) => {
    const notice = await plain(300, { feedback });
    await dying(notice, 3, accepts)();
    const { slices } = await notice.plan();
    await notice.sendAll(slices);
    events(notice);
    expect(await notice.run()).toContain('settle');
    expect(await notice.total()).toMatchObject({ audience: 300, accepted, excepted });
    expect(mailedTwice(notice)).toBe(0);
    const before = notice.provider.calls.length;
    expect(await notice.run()).toEqual(['done']);
    expect(notice.provider.calls).toHaveLength(before);
  });
});

test('scenario 4: killed between a claim and the next page: no gap and no overlap', async () => {
  for (const nth of [1, 2, 19, 20, 21, 24]) {
    const notice = await plain(1_200);
    await dying(notice, nth, true)();
    await notice.run();
    expect(await notice.total()).toMatchObject({ audience: 1_200, accepted: 1_150, excepted: 50 });
    expect(mailedTwice(notice)).toBe(0);
  }
});

test('scenario 4, twice over: who was claimed ahead of the cursor stays claimed, however often the sender dies', async () => {
  const rows = plainRows(400).map((row, n) => ({ ...row, locale: n % 2 === 0 ? 'en' : 'de' }));
  const notice = await noticeSetting(rows, { segments: 1 });
  await dying(notice, 3, true)();
  notice.quota.quota = { ...fastQuota, perSecond: 2 };
  await dying(notice, 30, true)();
  await notice.run();
  expect(mailedTwice(notice)).toBe(0);
  expect(await notice.total()).toMatchObject({ audience: 400, accepted: 349, excepted: 51 });
});

test.each([
  ['scenario 5: the answer is lost after SES accepted', 'lose answer', 120],
  ['scenario 6: the request is lost before', 'lose request', 120],
] as const)('%s: one request, settled by events', async (_, fault, count) => {
  const notice = await plain(count, { feedback: 'required' });
  notice.provider.script = (__, nth) => (nth === 2 ? fault : 'accept');
  const { slices } = await notice.plan();
  await notice.sendAll(slices);
  expect(notice.provider.calls).toHaveLength(3);
  events(notice);
  await notice.run();
  expect(await notice.total()).toMatchObject({ audience: count, accepted: count, excepted: 0 });
  expect(mailedTwice(notice)).toBe(0);
  expect(notice.provider.calls).toHaveLength(fault === 'lose answer' ? 3 : 4);
});

test('scenario 9: SES cannot be reached for a while: sent once, nobody held', async () => {
  const notice = await plain(120);
  notice.provider.script = (_, nth) => (nth <= 3 ? refused('Unreachable') : 'accept');
  await notice.run();
  expect(await notice.total()).toMatchObject({ accepted: 120, excepted: 0 });
  expect(mailedTwice(notice)).toBe(0);
});

test('scenario 10: 7 of 50 throttled: 43 recorded, 7 in a child, at 0.7 of the rate', async () => {
  const notice = await plain(50);
  notice.provider.script = (call, nth) =>
    nth === 1
      ? { kind: 'answered', outcomes: ok(call).map((one, i) => (i < 7 ? { code: 'AccountThrottled' } : one)) }
      : 'accept';
  await notice.run();
  const [parent, child] = await batchesOf(notice);
  expect(parent?.outcomes.filter((one) => one !== null && 'messageId' in one)).toHaveLength(43);
  expect(child).toMatchObject({ key: { suffix: 'r' }, state: 'done' });
  expect(child?.ids).toEqual(parent?.ids.slice(0, 7));
  expect(notice.clock.elapsed()).toBeGreaterThanOrEqual(10_000);
  expect(await notice.total()).toMatchObject({ accepted: 50, excepted: 0 });
  expect(mailedTwice(notice)).toBe(0);
});

test('scenario 11: a whole call throttled: the same batch again, once', async () => {
  const notice = await plain(50);
  notice.provider.script = (_, nth) => (nth === 1 ? refused('MaximumSendingRateExceeded') : 'accept');
  await notice.run();
  expect(await batchesOf(notice)).toMatchObject([{ key: { seq: 1, suffix: '' }, attempt: 2, state: 'done' }]);
  expect(mailedTwice(notice)).toBe(0);
});

test('scenario 12: the daily quota ends at 30 %: parked, and finished as the window rolls', async () => {
  const notice = await plain(200, { plannedDays: 20 });
  const sent: number[] = [];
  const lastDay = () => sent.filter((at) => at > notice.clock.now() - 86_400_000).length;
  notice.quota.read = async () => ({ perDay: 60, perSecond: 100, sentLastDay: lastDay() });
  notice.provider.script = (call) => {
    const room = 60 - lastDay();
    const outcomes = ok(call).map((one, i) => (i < room ? one : { code: 'AccountDailyQuotaExceeded' }));
    sent.push(...call.mails.slice(0, room).map(() => notice.clock.now()));
    return { kind: 'answered', outcomes };
  };
  const actions = await notice.run();
  expect(actions.filter((action) => action === 'wait').length).toBeGreaterThan(24);
  expect(await notice.total().catch((error: Error) => error.name)).toBe('ToldTooLate');
  expect((await notice.reportFile()).accepted).toBe(200);
  expect(mailedTwice(notice)).toBe(0);
});

test('scenario 13: too few bulk calls allowed: goes on with one mail a call', async () => {
  const notice = await plain(60);
  notice.provider.script = (call) => (call.mails.length > 1 ? refused('ApiRateExceeded') : 'accept');
  await notice.run();
  expect(await notice.ledger.control(ref)).toMatchObject({ run: 'run', transport: 'templated' });
  expect(notice.provider.calls.filter(({ mails }) => mails.length > 1)).toHaveLength(1);
  expect(await notice.total()).toMatchObject({ accepted: 60, excepted: 0 });
  expect(mailedTwice(notice)).toBe(0);
});

test('scenario 14: the account is paused: few calls in flight, a person looks, resuming completes', async () => {
  const notice = await plain(1_000);
  let isPaused = false;
  notice.provider.script = (_, nth) => {
    isPaused ||= nth === 5;
    return isPaused ? refused('AccountSendingPaused') : 'accept';
  };
  const { slices } = await notice.plan();
  await notice.sendAll(slices);
  expect(notice.provider.calls.length).toBeLessThanOrEqual(6);
  expect(await notice.ledger.control(ref)).toMatchObject({ run: 'pause', by: 'notify' });
  expect((await notice.plan()).action).toBe('ask');

  isPaused = false;
  notice.provider.script = () => 'accept';
  await notice.ledger.direct(ref, { run: 'run', by: 'Ada' });
  await notice.run();
  expect(await notice.total()).toMatchObject({ accepted: 1_000, excepted: 0 });
  expect(mailedTwice(notice)).toBe(0);
});

test('scenario 15: a pause stops every sender before its next call', async () => {
  const notice = await plain(1_000);
  notice.provider.script = (_, nth) => {
    if (nth === 4) void notice.ledger.direct(ref, { run: 'pause', by: 'Ada', reason: 'wait' });
    return 'accept';
  };
  const { slices } = await notice.plan();
  await notice.sendAll(slices);
  expect(notice.provider.calls).toHaveLength(4);
});

test('scenario 19: a malformed address is never in a call, and one that only SES dislikes costs nobody else', async () => {
  const rows = [...plainRows(50), customerRow(51, { email: 'a,b@mail.example' })];
  const notice = await noticeSetting(rows, { segments: 1 });
  const bad = 'customer13@mail.example';
  notice.provider.script = (call) =>
    call.mails.some(({ address }) => address === bad) ? refused('InvalidParameterValue') : 'accept';
  await notice.run();
  expect(await notice.total()).toMatchObject({ audience: 51, accepted: 49, excepted: 2 });
  expect((await notice.reportFile()).exceptionsByKind).toEqual({ refused: 1, unreachable: 1 });
  expect(
    notice.provider.calls.flatMap(({ mails }) => mails).some(({ address }) => address.includes(',')),
  ).toBe(false);
  expect(notice.provider.calls.length).toBeLessThanOrEqual(1 + 2 * 6);
  expect(mailedTwice(notice)).toBe(0);
});

test('scenario 22: two senders on one segment: one claim wins, the loser stops, nobody is mailed twice', async () => {
  const notice = await plain(500);
  const { slices } = await notice.plan();
  const both = await notice.clock.run(Promise.all([notice.send(slices[0]!), notice.send(slices[0]!)]));
  expect(both.map(({ accepted }) => accepted).reduce((sum, one) => sum + one)).toBeLessThanOrEqual(500);
  await notice.run();
  expect(mailedTwice(notice)).toBe(0);
  const { accepted, excepted } = await notice.total();
  expect(accepted + excepted).toBe(500);
});

test('scenario 23: a zombie that wakes after ten minutes tells the truth late, and nothing is sent again', async () => {
  const notice = await plain(300, { feedback: 'required' });
  const bulk = async (call: Call): Promise<CallOutcome> => {
    if (call.tags.batch === 'S0-00000002') await notice.clock.sleep(600_000);
    return notice.provider.bulk(call);
  };
  const { slices } = await notice.plan();
  const input = { ...ref, now: notice.clock.iso(), slice: slices[0]! };
  const zombie = notify({ ...notice.ports, mailer: { ...notice.provider, bulk } }, input, {
    owner: 'zombie',
    remaining: 900_000,
  });
  const successor = (async () => {
    await notice.clock.sleep(60_000);
    return notice.send(slices[0]!);
  })();
  await notice.clock.run(Promise.all([zombie, successor]));
  events(notice);
  await notice.run();
  expect(await notice.total()).toMatchObject({ accepted: 300, excepted: 0 });
  expect(mailedTwice(notice)).toBe(0);
});

test('scenario 24: every event is lost: the control fails, and what is unknown is held', async () => {
  const notice = await plain(300, { feedback: 'required' });
  notice.provider.script = (_, nth) => (nth === 3 ? 'lose request' : 'accept');
  expect(await notice.run()).toEqual(['send', 'wait', 'settle', 'done']);
  expect(await notice.total()).toMatchObject({ accepted: 250, excepted: 50 });
  const { exceptions, exceptionsByKind } = await notice.reportFile();
  expect(exceptionsByKind).toEqual({ held: 50 });
  expect(exceptions.every(({ customerId }: { customerId: string }) => /^c-\d+$/.test(customerId))).toBe(true);
});

test('scenario 28: customers who come, go and change while they are mailed', async () => {
  const notice = await plain(1_000);
  notice.provider.script = (_, nth) => {
    if (nth === 2) {
      const mailed = new Set(
        notice.provider.calls.flatMap(({ mails }) => mails.map(({ address }) => String(address))),
      );
      const waiting = [...notice.rows.keys()].filter(
        (id) => !mailed.has(id.replace('c-', 'customer') + '@mail.example'),
      );
      notice.rows.set('new', customerRow(9_999, { customerId: 'new', createdAt: notice.clock.iso() }));
      notice.rows.delete(waiting[0]!);
    }
    return 'accept';
  };
  await notice.run();
  const { audience, accepted, excepted } = await notice.total();
  expect(audience).toBe(accepted + excepted);
  expect(accepted).toBeGreaterThanOrEqual(999);
  expect(notice.provider.accepted.some(({ address }) => address === 'customer9999@mail.example')).toBe(false);
  expect(mailedTwice(notice)).toBe(0);
});

/** SES as strict as it can be: one second's worth of rate, refilled steadily. */
function strictBucket(notice: Setting, perSecond: () => number) {
  let tokens = perSecond();
  let at = 0;
  let throttled = 0;
  notice.provider.script = (call) => {
    const now = notice.clock.elapsed();
    tokens = Math.min(perSecond(), tokens + ((now - at) / 1000) * perSecond());
    at = now;
    const outcomes = ok(call).map((one) => {
      if (tokens < 1) {
        throttled += 1;
        return { code: 'AccountThrottled' };
      }
      tokens -= 1;
      return one;
    });
    return { kind: 'answered', outcomes };
  };
  return () => throttled;
}

test('scenario 31: four senders against a strict bucket: nobody throttled, at least 88 % of the rate', async () => {
  const notice = await noticeSetting(plainRows(20_000), { segments: 8 });
  notice.quota.quota = { ...fastQuota, perSecond: 2_000 };
  const throttled = strictBucket(notice, () => 2_000);
  const { slices } = await notice.plan();
  expect(slices).toHaveLength(4);
  await notice.sendAll(slices);
  expect(throttled()).toBe(0);
  expect(notice.provider.accepted).toHaveLength(20_000);
  expect(20_000 / (notice.clock.elapsed() / 1000) / 2_000).toBeGreaterThanOrEqual(0.88);
});

test('scenario 32: the quota is lowered and the clock set back while sending: the rate follows, no storm', async () => {
  const notice = await plain(4_000);
  const throttled = strictBucket(notice, () => (notice.clock.elapsed() < 10_000 ? 100 : 40));
  const { slices } = await notice.plan();
  const work = notice.sendAll(slices);
  void notice.clock.sleep(12_000).then(() => (notice.clock.skew = -5_000));
  await work;
  await notice.run();
  expect(throttled() / 4_000).toBeLessThan(0.05);
  expect(await notice.total()).toMatchObject({ accepted: 4_000, excepted: 0 });
  expect(mailedTwice(notice)).toBe(0);
});

test('scenario 33: a thousand pages without a match: checkpoints are written, and a stop loses nothing', async () => {
  const notice = await plain(3);
  let pages = 0;
  const page: typeof notice.directory.page = async (segment, total, after, limit) => {
    await notice.clock.sleep(1_000);
    pages += 1;
    const place = after === null ? 0 : Number(after.slice(2));
    if (place < 1_000)
      return {
        rows: [{ customerId: `z-${place + 1}`, row: customerRow(1, { status: 'closed' }) }],
        next: `z-${place + 1}`,
      };
    return notice.directory.page(segment, total, place === 1_000 ? null : after, limit);
  };
  const { slices } = await notice.plan();
  const ports = { ...notice.ports, directory: { page } };
  const input = { ...ref, now: notice.clock.iso(), slice: slices[0]! };
  const send = () => notice.clock.run(notify(ports, input, { owner: `o-${pages}`, remaining: 900_000 }));
  await send();
  const [mark] = await notice.ledger.marks(ref);
  expect(Number(mark?.mark.slice(2))).toBeGreaterThan(800);
  const before = pages;
  await send();
  expect(pages - before).toBeLessThan(200);
  expect(notice.provider.accepted).toHaveLength(3);
});

test('a sender stops 45 seconds before its deadline', async () => {
  const notice = await plain(10_000);
  notice.quota.quota = { ...fastQuota, perSecond: 10 };
  const { slices } = await notice.plan();
  await notice.sendAll(slices);
  expect(notice.clock.elapsed()).toBeGreaterThan(850_000);
  expect(notice.clock.elapsed()).toBeLessThanOrEqual(855_000);
});

test('outcomes that stay unknown slow a sender down, so that few customers are held', async () => {
  const notice = await plain(5_000);
  notice.provider.script = () => 'lose request';
  const { slices } = await notice.plan();
  await notice.sendAll(slices);
  expect(notice.provider.calls.length).toBeLessThanOrEqual(10);
});

test('a name cannot harm: it is one line, short, and escaped for HTML', async () => {
  const name = `<script>{{x}}\r\nBcc: eve@mail.example${'w'.repeat(10_000)}`;
  const notice = await noticeSetting([customerRow(1, { name })], { segments: 1 });
  await notice.run();
  const [mail] = notice.provider.accepted;
  expect(mail?.variables.name).not.toMatch(/[\r\n]/);
  expect(mail?.variables.name.length).toBeLessThanOrEqual(100);
  expect(mail?.variables.nameHtml).not.toMatch(/[<>]/);
});

test('an audience of nobody is done at once', async () => {
  const notice = await noticeSetting(customerRows(5).map((row) => ({ ...row, status: 'closed' })));
  expect(await notice.run()).toEqual(['done']);
  expect(await notice.total()).toMatchObject({ audience: 0, accepted: 0, excepted: 0 });
});
