import * as fc from 'fast-check';
import { directNotice } from '../../../cli/direct-notice.ts';
import { versionStates } from '../../../lambda/core/archive.ts';
import { addDays } from '../../../lambda/core/calendar/local-date.ts';
import { ErrorName } from '../../../lambda/core/errors.ts';
import { recipientId } from '../../../lambda/core/customer/recipient.ts';
import type { Directory } from '../../../lambda/core/customer/directory.ts';
import type { Ledger } from '../../../lambda/core/ledger/ledger.ts';
import { memoryArchive } from '../../fakes/memory-archive.ts';
import { memoryDirectory } from '../../fakes/memory-directory.ts';
import { memoryLedger } from '../../fakes/memory-ledger.ts';
import {
  customerRow,
  customerRows,
  decidedOn,
  decisionOn,
  noticeSetting,
  policyId,
  recordOf,
} from '../notice-setting.ts';
import { amended, later } from './amended.ts';
import { give, orders } from './orders.ts';

type Notice = Awaited<ReturnType<typeof noticeSetting>>;

/** Addresses that SES accepted a mail for, by the tag of the notice, sorted. */
function mailed({ provider }: Notice, tag: string): string[] {
  const of = provider.accepted.filter(({ notice }) => notice === tag);
  return of.map(({ address }) => String(address)).toSorted();
}

async function announcedTo(count: number, sending: Parameters<typeof noticeSetting>[1] = {}) {
  const notice = await noticeSetting(customerRows(count), sending);
  await notice.run();
  await notice.total();
  return { notice, correction: amended(notice) };
}

test('a postponement is told to everybody who was mailed, once, and to nobody else', async () => {
  const { notice, correction } = await announcedTo(130);
  notice.rows.set('c-900', customerRow(900));
  expect(await correction.amend(later)).toMatchObject({ number: 1, kind: 'postponed', to: later });
  await correction.run();
  expect(mailed(notice, 'terms-2-c1')).toEqual(mailed(notice, 'terms-2'));
  expect(await correction.total()).toMatchObject({ audience: 130, accepted: 130, excepted: 0 });
  expect(await notice.archive.version(policyId, 2)).toMatchObject({
    state: 'upcoming',
    totals: { accepted: 130 },
    amendments: [{ kind: 'postponed', by: 'Ada', totals: { accepted: 130 } }],
  });
  expect(await correction.reportOf()).toMatchObject({ correction: 1, corrects: 2, accepted: 130 });
});

test('the same order again records nothing and sends nothing', async () => {
  const { notice, correction } = await announcedTo(60);
  await correction.amend(later);
  await correction.run();
  const before = notice.provider.accepted.length;
  expect(await correction.amend(later)).toMatchObject({ number: 1 });
  expect(await correction.run()).toEqual(['done']);
  expect(notice.provider.accepted).toHaveLength(before);
  expect((await notice.archive.version(policyId, 2)).amendments).toHaveLength(1);
});

test('whoever left is listed, and being in the audience still does not matter', async () => {
  const { notice, correction } = await announcedTo(60);
  notice.rows.delete('c-1');
  notice.rows.set('c-2', customerRow(2, { status: 'closed' }));
  notice.rows.set('c-4', customerRow(4, { email: 'x' }));
  await correction.amend(null);
  await correction.run();
  expect(mailed(notice, 'terms-2-c1')).toHaveLength(57);
  expect(await notice.ledger.meta({ policyId, version: 2, correction: 1 })).toMatchObject({
    audience: {},
    corrects: 2,
  });
  expect(await correction.total()).toMatchObject({ audience: 60, accepted: 57, excepted: 3 });
  expect((await correction.reportOf()).exceptionsByKind).toEqual({ gone: 2, unreachable: 1 });
  expect(await correction.total()).toMatchObject({ audience: 60, accepted: 57, excepted: 3 });
});

test('a mail that bounced is not followed by another, and is listed', async () => {
  const { notice, correction } = await announcedTo(60, { segments: 1 });
  const id = recipientId(new Uint8Array(32).fill(7), 'c-5');
  const bounced = { id, customerId: null, kind: 'bounced', cause: 'bounce: General' } as const;
  await notice.ledger.except({ policyId, version: 2 }, 0, bounced);
  await correction.amend(later);
  await correction.run();
  expect(mailed(notice, 'terms-2-c1')).not.toContain('customer5@mail.example');
  expect(await correction.total()).toMatchObject({ audience: 60, accepted: 59, excepted: 1 });
  const { exceptions } = await correction.reportOf();
  expect(exceptions).toEqual([
    { customerId: 'c-5', kind: 'bounced', cause: 'the announcement: bounce: General' },
  ]);
});

test('a withdrawal stops a notice that is going out, and corrects those it has reached', async () => {
  const notice = await noticeSetting(customerRows(300), { segments: 1 });
  const correction = amended(notice);
  notice.provider.script = (_, nth) => {
    if (nth === 2) void correction.amend(null);
    return nth === 1 ? 'lose answer' : 'accept';
  };
  const { slices } = await notice.plan();
  await notice.sendAll(slices);
  notice.provider.script = () => 'accept';
  expect(await notice.archive.version(policyId, 2)).toMatchObject({ state: 'withdrawn', totals: null });
  const actions = await correction.run();
  // For its senders to fall silent, and for events of the call that nobody answered.
  expect(actions.slice(0, 3)).toEqual(['wait', 'wait', 'settle']);
  const told = mailed(notice, 'terms-2-c1');
  expect(told.length).toBeGreaterThan(0);
  expect(told).toHaveLength(mailed(notice, 'terms-2').length - 50);
  expect(await correction.total()).toMatchObject({ audience: told.length + 50, excepted: 50 });
  expect((await correction.reportOf()).exceptionsByKind).toEqual({ held: 50 });
  expect(await notice.run()).toEqual(['done']);
  expect(mailed(notice, 'terms-2')).toHaveLength(told.length + 50);
});

test('a notice that is being sent is not postponed: half of its mails would be wrong', async () => {
  const notice = await noticeSetting(customerRows(5));
  const correction = amended(notice);
  await expect(correction.amend(later)).rejects.toMatchObject({
    name: ErrorName.WrongState,
    message: expect.stringContaining('`policy-notice withdraw terms 2 '),
  });
  await notice.ledger.direct({ policyId, version: 2 }, { run: 'stop', by: 'Ada', reason: 'too slow' });
  expect(await correction.amend(later)).toMatchObject({ kind: 'postponed' });
});

test.each([
  ['withdraw', []],
  ['stop, then withdraw', ['stop']],
  ['pause, then withdraw', ['pause']],
] as const)(
  'a mistake is going out: %s stops it at its next call and corrects whom it reached, once',
  async (_, before) => {
    const notice = await noticeSetting(customerRows(400), { segments: 1 });
    const correction = amended(notice);
    notice.provider.script = (_call, nth) => {
      if (nth === 3) void order();
      return nth === 1 ? 'lose answer' : 'accept';
    };
    const order = async (): Promise<void> => {
      for (const what of before) await correction.say(what);
      await correction.amend(null);
    };
    await notice.sendAll((await notice.plan()).slices);
    notice.provider.script = () => 'accept';
    const reached = mailed(notice, 'terms-2');
    // The third call, and what was under way beside it.
    expect(reached.length).toBeGreaterThanOrEqual(150);
    expect(reached.length).toBeLessThanOrEqual(200);
    await Promise.all([notice.run(), correction.run()]);
    await correction.run();
    const inDoubt = new Set(notice.provider.accepted.slice(0, 50).map(({ address }) => String(address)));
    expect(mailed(notice, 'terms-2-c1')).toEqual(reached.filter((address) => !inDoubt.has(address)));
    const audience = reached.length;
    expect(await correction.total()).toMatchObject({ audience, accepted: audience - 50, excepted: 50 });
    expect((await correction.reportOf()).exceptionsByKind).toEqual({ held: 50 });
    await correction.amend(null);
    expect(await correction.run()).toEqual(['done']);
    expect(notice.provider.accepted).toHaveLength(2 * audience - 50);
  },
);

test('a stopped notice that is settled and reported is still withdrawn: the same customers are corrected', async () => {
  const notice = await noticeSetting(customerRows(400), { segments: 1 });
  const correction = amended(notice);
  notice.provider.script = (_call, nth) => {
    if (nth === 3) void correction.say('stop');
    return nth === 1 ? 'lose answer' : 'accept';
  };
  expect((await notice.run()).slice(-2)).toEqual(['settle', 'done']);
  notice.provider.script = () => 'accept';
  const reached = mailed(notice, 'terms-2');
  const { accepted, excepted } = await notice.total();
  expect([accepted, excepted]).toEqual([reached.length - 50, 450 - reached.length]);
  await correction.amend(null);
  const actions = await correction.run();
  expect(actions).not.toContain('settle');
  expect(mailed(notice, 'terms-2-c1')).toHaveLength(accepted);
  expect(await correction.total()).toMatchObject({ audience: reached.length, accepted, excepted: 50 });
});

test('a claim that is written after the stop is followed by no call, so that a correction misses nobody', async () => {
  const memory = memoryLedger();
  const claim: Ledger['claim'] = async (of, batch) => {
    await memory.direct(of, { run: 'stop', by: 'Ada', reason: 'A mistake.' });
    await memory.claim(of, batch);
  };
  const ledger = { ...memory, claim };
  const notice = await noticeSetting(customerRows(120), { segments: 1 }, { ledger });
  await notice.sendAll((await notice.plan()).slices);
  expect(notice.provider.calls).toEqual([]);
  const first = { segment: 0, seq: 1, suffix: '' };
  expect(await memory.batch({ policyId, version: 2 }, first)).toMatchObject({ state: 'refused' });
  expect(await notice.run()).toEqual(['done']);
  expect(await notice.total()).toMatchObject({ audience: 120, accepted: 0, excepted: 120 });
});

describe('a notice that the breaker has halted', () => {
  const halt = { run: 'pause', by: 'feedback', reason: 'bounces', halted: true } as const;
  const announcement = { policyId, version: 2 };

  async function halted() {
    const notice = await noticeSetting(customerRows(60), { segments: 1 });
    const correction = amended(notice);
    await notice.sendAll((await notice.plan()).slices);
    await notice.ledger.direct(announcement, halt);
    return { notice, correction };
  }

  test.each([
    ['let go on', 'run'],
    ['stopped', 'stop'],
  ] as const)('has sending switched on again when a person has it %s, once', async (_, run) => {
    const { notice, correction } = await halted();
    await correction.say(run);
    expect(correction.switched).toEqual(['on']);
    expect(await notice.ledger.control(announcement)).toMatchObject({ run, halted: false });
    await correction.say('stop').catch(() => undefined);
    expect(correction.switched).toEqual(['on']);
  });

  test('is stopped to the end when the order is repeated after SES failed in the middle of it', async () => {
    const { notice, correction } = await halted();
    const broken = { on: () => Promise.reject(new Error('SES is away')) };
    const stop = (sending: Parameters<typeof directNotice>[0]['sending']): Promise<unknown> =>
      directNotice({ ...notice.ports, sending }, announcement, 'stop', { by: 'Ada', reason: 'A mistake.' });
    await expect(stop(broken)).rejects.toThrow('SES is away');
    expect(await notice.ledger.control(announcement)).toMatchObject({ run: 'stop', halted: true });
    await correction.say('stop');
    expect(correction.switched).toEqual(['on']);
    expect(await notice.ledger.control(announcement)).toMatchObject({ run: 'stop', halted: false });
  });

  test('is withdrawn, and its correction can be sent', async () => {
    const { notice, correction } = await halted();
    await correction.amend(null);
    expect(correction.switched).toEqual(['on']);
    await correction.run();
    expect(mailed(notice, 'terms-2-c1')).toEqual(mailed(notice, 'terms-2'));
  });

  test('is stopped by a newer version: whoever lets the next notice go on switches sending on', async () => {
    const { notice, correction } = await halted();
    await notice.ledger.direct(announcement, { run: 'stop', by: 'prepare' });
    await notice.archive.amend(policyId, 2, {
      number: 1,
      kind: 'withdrawn',
      from: decidedOn,
      to: null,
      by: 'version 3',
      reason: 'x',
      at: notice.clock.iso(),
      totals: null,
    });
    await notice.ledger.direct({ ...announcement, correction: 1 }, { run: 'pause', by: 'notify' });
    await correction.say('run');
    expect(correction.switched).toEqual(['on']);
  });

  test('stays switched off while a person only pauses what is paused', async () => {
    const { correction } = await halted();
    await expect(correction.say('pause')).rejects.toMatchObject({ name: ErrorName.WrongState });
    expect(correction.switched).toEqual([]);
  });
});

test('in whatever state a version is, an order is obeyed, or refused with what to do instead', async () => {
  const world = fc.record({
    state: fc.constantFrom(...versionStates),
    decision: fc.constantFrom(null, decisionOn(2), decisionOn(2, { notify: false })),
    announcedAt: fc.constantFrom(null, '2026-01-05T09:00:00.000Z'),
    totals: fc.constantFrom(null, { audience: 5, accepted: 5, excepted: 0 }),
    halted: fc.boolean(),
    given: fc.array(fc.record({ order: fc.constantFrom(...orders), days: fc.nat({ max: 60 }) }), {
      maxLength: 8,
    }),
  });
  const property = fc.asyncProperty(world, async ({ halted, given, ...facts }) => {
    const archive = memoryArchive([recordOf(1, { state: 'current' }), recordOf(2, facts)]);
    const ledger = memoryLedger();
    const sending = { off: async () => undefined, on: async () => undefined };
    const ports = { archive, ledger, sending };
    const ref = { policyId, version: 2 };
    if (halted) await ledger.direct(ref, { run: 'pause', by: 'feedback', halted });
    for (const [day, { order, days }] of given.entries()) {
      const before = await archive.version(policyId, 2);
      const at = `2026-01-${10 + 3 * day}T09:00:00.000Z`;
      const to = addDays(decidedOn, days);
      const obeyed = await give(ports, ref, order, { by: 'Ada', reason: 'x', at, to });
      const after = await archive.version(policyId, 2);
      expect(after.state).toBe(obeyed && order === 'withdraw' ? 'withdrawn' : before.state);
      expect(after.amendments.map(({ number }) => number)).toEqual(after.amendments.map((_, at) => at + 1));
      expect(after.decision).toEqual(before.decision);
    }
  });
  await fc.assert(property, { numRuns: 150 });
});

test('a second order takes the place of the first, and reaches everybody whom the announcement reached', async () => {
  const { notice, correction } = await announcedTo(300, { segments: 1 });
  await correction.amend(later);
  const calls = notice.provider.calls.length;
  notice.provider.script = (_, nth) => {
    if (nth === calls + 2) void correction.amend(null);
    return 'accept';
  };
  const [, ...rest] = await correction.run(1);
  expect(rest).toContain('done');
  expect(mailed(notice, 'terms-2-c1').length).toBeLessThanOrEqual(300);
  await correction.total(1);
  await correction.run(2);
  expect(mailed(notice, 'terms-2-c2')).toEqual(mailed(notice, 'terms-2'));
  expect(await correction.total(2)).toMatchObject({ audience: 300, accepted: 300 });
  const { amendments } = await notice.archive.version(policyId, 2);
  expect(amendments.map(({ kind }) => kind)).toEqual(['postponed', 'withdrawn']);
});

test('nobody was mailed yet: nobody is corrected', async () => {
  const notice = await noticeSetting(customerRows(5));
  const correction = amended(notice);
  await correction.amend(null);
  expect(await correction.run()).toEqual(['done']);
  expect(await correction.total()).toMatchObject({ audience: 0 });
  expect(await notice.run()).toEqual(['done']);
  expect(notice.provider.accepted).toEqual([]);
});

test('a version that is withdrawn while its audience is counted is told to nobody, and its run ends well', async () => {
  const directory = memoryDirectory(customerRows(60));
  let isCounted = false;
  const page: Directory['page'] = async (...at) => {
    if (!isCounted) await correction.amend(null);
    isCounted = true;
    return directory.page(...at);
  };
  const notice = await noticeSetting([], {}, { directory: { page } });
  const correction = amended(notice);
  expect(await notice.run()).toEqual(['done']);
  expect(await notice.ledger.control({ policyId, version: 2 })).toMatchObject({ run: 'stop', by: 'prepare' });
  expect(await notice.total()).toMatchObject({ audience: 60, accepted: 0 });
  expect(await correction.run()).toEqual(['done']);
  expect(notice.provider.calls).toEqual([]);
});

test('for every ledger, a correction reaches whom the announcement did, but for those who left or bounced', async () => {
  const outcome = fc.constantFrom('accept', 'lose answer', 'lose request', 'refuse one');
  const world = fc.record({
    scripts: fc.array(outcome, { maxLength: 12 }),
    left: fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 20 }),
    crash: fc.nat({ max: 3 }),
  });
  const property = fc.asyncProperty(world, async ({ scripts, left, crash }) => {
    const notice = await noticeSetting(customerRows(90), { segments: 3 });
    notice.provider.script = (call, nth) => {
      const script = scripts[nth - 1] ?? 'accept';
      if (script !== 'refuse one') return script;
      const outcomes = call.mails.map((_, at) =>
        at === 0 ? { code: 'MessageRejected' } : { messageId: `m-${nth}-${at}` },
      );
      return { kind: 'answered', outcomes };
    };
    await notice.run();
    const { accepted } = await notice.total();
    const correction = amended(notice);
    await correction.amend(null);
    for (const n of left) notice.rows.delete(`c-${n}`);
    const before = notice.provider.calls.length;
    notice.provider.script = (_, nth) => {
      if (nth === before + crash) throw new Error('the sender dies');
      return 'accept';
    };
    if (crash > 0) await correction.run().catch(() => undefined);
    await correction.run();
    const totals = await correction.total();
    const proven = new Set(await provenTold(notice));
    const told = mailed(notice, 'terms-2-c1');
    expect(new Set(told).size).toBe(told.length);
    const wanted = [...proven].filter(
      (address) => !left.some((n) => address === `customer${n}@mail.example`),
    );
    const missing = wanted.filter((address) => !told.includes(address));
    expect(told.filter((address) => !wanted.includes(address))).toEqual([]);
    // Those of the call that the sender died in are held.
    expect(missing.length).toBeLessThanOrEqual(crash > 0 ? 50 : 0);
    expect(proven.size).toBe(accepted);
    expect(totals.accepted + totals.excepted).toBe(totals.audience);
    expect(totals.accepted).toBe(told.length);
  });
  await fc.assert(property, { numRuns: 25 });
});

/** Addresses of the recipients whose outcome in the ledger is a message id. */
async function provenTold({ ledger, provider }: Notice): Promise<string[]> {
  const addresses = new Map(provider.accepted.map(({ id, address }) => [id, String(address)]));
  const told: string[] = [];
  for (const segment of [0, 1, 2]) {
    for await (const { ids, outcomes, state } of ledger.batches({ policyId, version: 2 }, segment, 'all')) {
      if (state === 'closed') continue;
      for (const [at, outcome] of outcomes.entries()) {
        const address = addresses.get(ids[at] ?? recipientId(new Uint8Array(32), ''));
        if (outcome !== null && 'messageId' in outcome && address !== undefined) told.push(address);
      }
    }
  }
  return told;
}
