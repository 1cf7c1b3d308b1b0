import { directNotice } from '../../../cli/direct-notice.ts';
import { feedback } from '../../../lambda/feedback/feedback.ts';
import { settle } from '../../../lambda/settle/settle.ts';
import { customerRow, fastQuota, noticeSetting, policyId } from '../notice-setting.ts';
import type { Happened } from './ses-events.ts';
import { eventOf, hearing, queued } from './ses-events.ts';

const ref = { policyId, version: 2 };
const minuteMs = 60_000;

async function heard(count: number, sending: Parameters<typeof noticeSetting>[1] = {}) {
  const rows = Array.from({ length: count }, (_, n) => customerRow(n + 1, { locale: 'en' }));
  const notice = await noticeSetting(rows, { segments: 1, feedback: 'required', ...sending });
  notice.quota.quota = { ...fastQuota, perSecond: 500 };
  return { notice, ...hearing(notice) };
}
type Heard = Awaited<ReturnType<typeof heard>>;

async function exceptions(notice: Heard['notice']) {
  const all: unknown[] = [];
  for await (const { kind, cause } of notice.ledger.exceptions(ref, 0)) all.push(`${kind} (${cause})`);
  return all;
}

/** The state machine, with events that come after each round. Returns what it did, up to `done` or `ask`. */
async function run({ notice, tell }: Heard, fate?: (n: number) => Happened | null): Promise<string[]> {
  const actions: string[] = [];
  for (;;) {
    const { action, until, slices } = await notice.plan();
    actions.push(action);
    if (action === 'done' || action === 'ask') return actions;
    if (actions.length > 100) throw new Error('No end.');
    if (action === 'send') await notice.sendAll(slices);
    if (action === 'wait') await wait(notice, Date.parse(until) - notice.clock.now());
    if (action === 'settle') await settle(notice.ports, { ...ref, now: notice.clock.iso() });
    await tell(fate);
  }
}

async function wait({ clock }: Heard['notice'], milliseconds: number): Promise<void> {
  await clock.run(clock.sleep(milliseconds));
}

function mailedTwice({ provider }: Heard['notice']): number {
  return provider.accepted.length - new Set(provider.accepted.map(({ id }) => id)).size;
}

test('every mail heard of: the report comes at once, and a second run sends nothing', async () => {
  const all = await heard(300);
  expect(await run(all)).toEqual(['send', 'done']);
  expect(await all.notice.total()).toMatchObject({ audience: 300, accepted: 300, excepted: 0 });
  expect(await run(all)).toEqual(['done']);
  expect(all.notice.provider.accepted).toHaveLength(300);
});

describe('scenarios 2, 3, 5 and 6: an outcome nobody saw, settled by the events themselves', () => {
  test.each([
    ['lost after SES accepted', 'lose answer', 3],
    ['lost before', 'lose request', 4],
  ] as const)('%s: each customer once', async (_, fault, calls) => {
    const all = await heard(150);
    const { notice } = all;
    notice.provider.script = (__, nth) => (nth === 2 ? fault : 'accept');
    expect(await run(all)).toContain('wait');
    await notice.run();
    expect(await notice.total()).toMatchObject({ audience: 150, accepted: 150, excepted: 0 });
    expect(notice.provider.calls).toHaveLength(calls);
    expect(mailedTwice(notice)).toBe(0);
  });
});

test('scenario 16: 8 % of the first 1,000 bounce: the gate stays shut, and nothing further is sent', async () => {
  const all = await heard(10_000);
  const { notice } = all;
  expect(await run(all, (n) => (n % 25 < 2 ? 'bounce' : 'delivery'))).toEqual(['send', 'ask']);
  expect(notice.provider.accepted).toHaveLength(1_000);
  expect(all.switched).toContain('off');
  expect(await notice.ledger.control(ref)).toMatchObject({ run: 'pause', by: 'feedback' });
  expect((await notice.ledger.control(ref)).reason).toMatch(/bounced for good; 3 % are allowed/);
  expect(await exceptions(notice)).toHaveLength(80);
});

test('the gate also stays shut for one mail that could not be rendered, and while events are missing', async () => {
  for (const [fate, reason] of [
    [
      (n: number) => (n === 7 ? 'renderingFailure' : 'delivery'),
      /1 of the first 1000 mails could not be rendered/,
    ],
    [null, /SES has told of 0 of the first 1000 mails/],
  ] as const) {
    const all = await heard(10_000);
    const { slices } = await all.notice.plan();
    await all.notice.sendAll(slices);
    if (fate !== null) await all.tell(fate);
    const { action, until } = await all.notice.plan();
    expect(action).toBe('wait');
    await wait(all.notice, Date.parse(until) - all.notice.clock.now());
    expect((await all.notice.plan()).action).toBe('ask');
    expect(await all.notice.ledger.control(ref)).toMatchObject({ run: 'pause', by: 'prepare' });
    expect((await all.notice.ledger.control(ref)).reason).toMatch(reason);
    // A person who lets it go on has decided: the next stage is everybody.
    await all.notice.ledger.direct(ref, { run: 'run', by: 'Ada' });
    const next = await all.notice.plan();
    expect([next.action, next.slices[0]?.budget]).toEqual(['send', 1_000_000_000]);
  }
});

test('a large notice begins with 1,000 recipients, and goes on a quarter of an hour later when all is well', async () => {
  const all = await heard(10_000, { segments: 2 });
  const sizes: number[] = [];
  const waits: number[] = [];
  const actions: string[] = [];
  while (actions.at(-1) !== 'done' && actions.length < 20) {
    const { action, until, slices } = await all.notice.plan();
    actions.push(action);
    if (action === 'send') await all.notice.sendAll(slices);
    if (action === 'wait') {
      waits.push(Date.parse(until) - all.notice.clock.now());
      await wait(all.notice, Date.parse(until) - all.notice.clock.now());
    }
    if (action === 'send') {
      sizes.push(all.notice.provider.accepted.length);
      await all.tell(() => null);
    }
  }
  expect(waits).toHaveLength(1);
  expect(waits[0]).toBeGreaterThan(14 * minuteMs);
  expect(sizes).toEqual([1_000, 10_000]);
  expect(actions).toEqual(['send', 'wait', 'send', 'done']);
  // Few are counted in the second stage, and they stand for all: to within twenty batches of each segment.
  let counted = 0;
  for await (const { heard: mails } of all.notice.evidence.minutes(ref)) counted += mails;
  expect(Math.abs(counted - 10_000)).toBeLessThanOrEqual(2 * 20 * 50);
  const heardOf = all.notice.provider.accepted.filter((mail) => mail.heard !== undefined);
  expect(heardOf.length).toBeLessThan(2_000);
});

test('scenario 17: 0.2 % complain at 40 %: paused within the window, senders stop, sending is switched off', async () => {
  const all = await heard(6_500);
  const { notice } = all;
  let stoppedAt = 0;
  notice.provider.script = (_, nth) => {
    if (nth === 52)
      void all.tell((n) => (n % 500 === 0 ? 'complaint' : 'delivery')).then(() => (stoppedAt = nth));
    return 'accept';
  };
  const { slices } = await notice.plan();
  await notice.sendAll(slices);
  expect(stoppedAt).toBe(52);
  expect(notice.provider.calls.length).toBeLessThanOrEqual(60);
  expect((await notice.plan()).action).toBe('ask');
  expect((await notice.ledger.control(ref)).reason).toMatch(/marked as spam/);
  expect(all.switched).toEqual(expect.arrayContaining(['off']));

  await notice.ledger.direct(ref, { run: 'run', by: 'Ada', reason: 'looked' });
  notice.provider.script = () => 'accept';
  expect((await run(all)).at(-1)).toBe('done');
  const { audience, accepted, excepted } = await notice.total();
  expect([audience, accepted + excepted]).toEqual([6_500, 6_500]);
  expect((await notice.reportFile()).exceptionsByKind).toEqual({ complained: excepted });
  expect(mailedTwice(notice)).toBe(0);
});

test('scenario 18: three mails cannot be rendered: exceptions, and the report waits until SES has spoken', async () => {
  const { notice, take, tell } = await heard(120);
  const { slices } = await notice.plan();
  await notice.sendAll(slices);
  expect((await notice.plan()).action).toBe('wait');
  const mails = notice.provider.accepted.slice(0, 3);
  await tell((n) => (n < 3 ? 'renderingFailure' : 'delivery'));
  expect((await notice.plan()).action).toBe('done');
  expect(await notice.total()).toMatchObject({ audience: 120, accepted: 117, excepted: 3 });
  const { exceptions: listed, exceptionsByKind } = await notice.reportFile();
  expect(exceptionsByKind).toEqual({ unrendered: 3 });
  const names = mails.map(({ address }) => address.replace('customer', 'c-').replace('@mail.example', ''));
  expect(listed.map(({ customerId }: { customerId: string }) => customerId).toSorted()).toEqual(
    names.toSorted(),
  );
  await take(mails.map((mail) => eventOf(mail, 'renderingFailure', notice.clock.now())));
  expect(await notice.total()).toMatchObject({ audience: 120, accepted: 117, excepted: 3 });
});

test('scenario 20: one event five times at once counts once', async () => {
  const { notice, ports } = await heard(50);
  const { slices } = await notice.plan();
  await notice.sendAll(slices);
  const [mail] = notice.provider.accepted;
  const one = queued([eventOf(mail!, 'bounce', notice.clock.now())]);
  await Promise.all([1, 2, 3, 4, 5].map(() => feedback(ports, one)));
  expect(await exceptions(notice)).toEqual(['bounced (bounce: General)']);
  const minutes: unknown[] = [];
  for await (const minute of notice.evidence.minutes(ref)) minutes.push(minute);
  expect(minutes).toMatchObject([{ heard: 1, bounced: 1 }]);
});

test('scenario 24: every event is lost while sending goes on: paused after ten minutes, and what is unknown is held', async () => {
  const all = await heard(9_000);
  const { notice } = all;
  notice.quota.quota = { ...fastQuota, perSecond: 10 };
  notice.provider.script = (_, nth) => (nth === 3 ? 'lose request' : 'accept');
  const { slices } = await notice.plan();
  await notice.sendAll(slices);
  expect((await notice.plan()).action).toBe('ask');
  expect(await notice.ledger.control(ref)).toMatchObject({
    run: 'pause',
    by: 'prepare',
    reason: expect.stringMatching(/^No event of SES has come for 1\d minutes/),
  });
  await notice.ledger.direct(ref, { run: 'run', by: 'Ada', reason: 'the rule is repaired' });
  notice.quota.quota = fastQuota;
  expect(await notice.run()).toContain('settle');
  const { audience, accepted, excepted } = await notice.total();
  expect(audience).toBe(9_000);
  expect(accepted + excepted).toBe(9_000);
  expect((await notice.reportFile()).exceptionsByKind).toEqual({ held: excepted });
  expect(mailedTwice(notice)).toBe(0);
});

test('scenario 25: events lost, thrice and out of order: nobody is counted or mailed twice', async () => {
  const all = await heard(600);
  const { notice, take } = all;
  notice.provider.script = (_, nth) => (nth === 5 ? 'lose answer' : 'accept');
  const { slices } = await notice.plan();
  await notice.sendAll(slices);
  const at = (n: number) => notice.clock.now() - (n % 7) * minuteMs;
  const events = notice.provider.accepted
    .flatMap((mail, n) =>
      n % 100 === 13
        ? []
        : [eventOf(mail, n % 200 === 1 ? 'bounce' : 'delivery', at(n)), eventOf(mail, 'send', at(n))],
    )
    .flatMap((event) => [event, event, event])
    .toReversed();
  await Promise.all([take(events.slice(0, 900)), take(events.slice(600))]);
  let counted = { heard: 0, bounced: 0 };
  for await (const { heard: mails, bounced } of notice.evidence.minutes(ref))
    counted = { heard: counted.heard + mails, bounced: counted.bounced + bounced };
  expect(counted).toEqual({ heard: 594, bounced: 3 });
  await notice.run();
  const { audience, accepted, excepted } = await notice.total();
  expect([audience, accepted + excepted]).toEqual([600, 600]);
  expect(mailedTwice(notice)).toBe(0);
});

describe('what an event makes of a customer', () => {
  test.each<[Happened, unknown[]]>([
    ['send', []],
    ['delivery', []],
    ['delay', []],
    ['softBounce', []],
    ['bounce', ['bounced (bounce: General)']],
    ['suppressed', ['suppressed (bounce: OnAccountSuppressionList)']],
    ['complaint', ['complained (complaint: abuse)']],
    ['reject', ['refused (rejected: Bad content)']],
    ['renderingFailure', ['unrendered (SES could not render the mail)']],
  ])('%s', async (what, listed) => {
    const { notice, take, switched } = await heard(50);
    await notice.sendAll((await notice.plan()).slices);
    const answer = await take([eventOf(notice.provider.accepted[0]!, what, notice.clock.now())]);
    expect(await exceptions(notice)).toEqual(listed);
    const tripped = what === 'reject' ? 1 : 0;
    expect(answer).toEqual({ events: 1, undelivered: listed.length, tripped, unread: [] });
    expect(switched).toHaveLength(tripped);
    const [mail] = notice.provider.accepted;
    const about = new Set([mail!.batch]);
    const [seen] = (await notice.chronicle.seen(ref, about, { from: 0, until: Infinity })).values();
    expect(seen).toEqual(new Map([[mail!.id, mail!.messageId]]));
  });
});

test('what is no event comes again by itself; mail that is no notice is passed over', async () => {
  const { notice, ports } = await heard(50);
  await notice.sendAll((await notice.plan()).slices);
  const mail = notice.provider.accepted[0]!;
  const now = notice.clock.now();
  const good = eventOf(mail, 'send', now);
  const foreign = eventOf({ ...mail, batch: 'newsletter' }, 'bounce', now);
  const unknown = eventOf({ ...mail, notice: 'terms-99' }, 'bounce', now);
  const { Records } = queued([good, foreign, unknown, { source: 'aws.ses' }]);
  const input = { Records: [...Records, { messageId: 'garbage', body: '{' }] };
  expect(await feedback(ports, input)).toEqual({
    events: 2,
    undelivered: 1,
    tripped: 0,
    unread: ['m-3', 'garbage'],
  });
  expect(await exceptions(notice)).toEqual([]);
});

test('no address is stored, answered or given as a reason', async () => {
  const { notice, take } = await heard(50);
  await notice.sendAll((await notice.plan()).slices);
  const answers: unknown[] = [];
  for (const what of ['bounce', 'complaint', 'reject', 'renderingFailure'] as const)
    answers.push(await take(notice.provider.accepted.map((mail) => eventOf(mail, what, notice.clock.now()))));
  const kept = [answers, await exceptions(notice), await notice.ledger.control(ref)];
  expect(JSON.stringify(kept)).not.toContain('@');
});

test.each([
  ['lets it go on', 'run', { run: 'pause', by: 'feedback', halted: true }, ['on', 'off']],
  ['stops it', 'stop', { run: 'stop', by: 'Ada', halted: false }, ['on', 'off', 'on']],
] as const)(
  'a person who %s between its pause and the switch is not left with sending off for good',
  async (_, run, control, switched) => {
    const all = await heard(50);
    const { notice, ports } = all;
    await notice.sendAll((await notice.plan()).slices);
    const { archive, ledger } = notice;
    const person = { by: 'Ada', reason: 'looked' };
    let isFirst = true;
    const sending = {
      on: ports.sending.on,
      off: async () => {
        if (isFirst) await directNotice({ archive, ledger, sending: ports.sending }, ref, run, person);
        isFirst = false;
        await ports.sending.off();
      },
    };
    const event = eventOf(notice.provider.accepted[0]!, 'reject', notice.clock.now());
    await feedback({ ...ports, sending }, queued([event]));
    expect(await ledger.control(ref)).toMatchObject(control);
    expect(all.switched).toEqual(switched);
  },
);

test('what a person has decided stands, and what came until then does not count again', async () => {
  const { notice, take, switched } = await heard(50);
  await notice.sendAll((await notice.plan()).slices);
  const rejected = () => take([eventOf(notice.provider.accepted[0]!, 'reject', notice.clock.now())]);
  await notice.ledger.direct(ref, { run: 'pause', by: 'Ada', reason: 'lunch' });
  await rejected();
  expect(await notice.ledger.control(ref)).toMatchObject({ by: 'Ada', reason: 'lunch' });
  await notice.ledger.direct(ref, { run: 'run', by: 'Ada' });
  expect(await rejected()).toMatchObject({ tripped: 1 });
  expect(switched).toEqual(['off']);
  await notice.ledger.direct(ref, { run: 'run', by: 'Ada', reason: 'it was a test' });
  expect(await rejected()).toMatchObject({ tripped: 0 });
  await notice.ledger.direct(ref, { run: 'stop', by: 'Ada', reason: 'enough' });
  await wait(notice, minuteMs);
  expect(await rejected()).toMatchObject({ tripped: 0 });
});
