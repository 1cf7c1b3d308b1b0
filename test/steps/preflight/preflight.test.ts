import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  option,
  property,
  record,
  subarray,
} from 'fast-check';
import * as z from 'zod';
import { ErrorName, PreflightFailed } from '../../../lambda/core/errors.ts';
import { parsePolicyId } from '../../../lambda/core/ids.ts';
import type { CallOutcome } from '../../../lambda/core/outcome/mailer.ts';
import { canaryTags, readCanaryTags } from '../../../lambda/core/preflight/canary.ts';
import { checkNames } from '../../../lambda/core/settings/checks.ts';
import type { SettingsInput } from '../../../lambda/core/settings/settings.ts';
import { feedback } from '../../../lambda/feedback/feedback.ts';
import { preflight } from '../../../lambda/preflight/preflight.ts';
import { memoryArchive } from '../../fakes/memory-archive.ts';
import { memoryLedger } from '../../fakes/memory-ledger.ts';
import { memoryQuota } from '../../fakes/memory-mailer.ts';
import { memoryAccount, memoryCanary, memoryPreflights } from '../../fakes/memory-preflights.ts';
import { queued } from '../feedback/ses-events.ts';
import { fastQuota, noticeSettingsFor, policyId, recordOf } from '../notice-setting.ts';

const ref = { policyId, version: 2 };
const start = Date.parse('2026-01-05T09:00:00.000Z');
const minute = 60_000;
const ready = { ...ref, action: 'ready', until: '' };

/** A notice that is about to be sent, with an account in good order, and the step as a verb, so many minutes later. */
function scene(sending: NonNullable<SettingsInput['sending']> = {}) {
  const settings = noticeSettingsFor({ feedback: 'required', ...sending });
  const account = memoryAccount('notices.tern.example');
  const [preflights, canary, quota] = [memoryPreflights(), memoryCanary(), memoryQuota(fastQuota)];
  const archive = memoryArchive([recordOf(1, { state: 'current' }), recordOf(2)]);
  const ledger = memoryLedger();
  const ports = { settings, account, quota, preflights, canary, archive, ledger };
  const at = (minutes: number) => new Date(start + minutes * minute).toISOString();
  const ask = (minutes = 0, more = {}) => preflight(ports, { ...ref, now: at(minutes), ...more });
  /** An event of a test mail comes in, as the queue hands it over. */
  const hear = (attempt: number, eventType = 'Send', notice = ref) => {
    const tags = Object.entries(canaryTags(notice, attempt)).map(([name, value]) => [name, [value]] as const);
    const detail = { eventType, mail: { tags: Object.fromEntries(tags) } };
    const event = { source: 'aws.ses', time: at(0), detail };
    const sendingSwitch = { off: async () => undefined, on: async () => undefined };
    return feedback({ ...ports, evidence: ledger.evidence, sending: sendingSwitch }, queued([event]));
  };
  return { ...ports, ports, ask, hear, at };
}

type Scene = ReturnType<typeof scene>;

describe('what is wrong with SES before a notice', () => {
  const spoils: readonly [string, (of: Scene) => void, RegExp][] = [
    ['an identity that SES does not know', (of) => (of.account.known = []), /identity: .* not verified/],
    [
      'an identity whose records are not in the DNS',
      (of) => (of.account.known = [{ name: 'notices.tern.example', isVerified: false, dkim: false }]),
      /identity: the sender's domain notices\.tern\.example is not verified in SES: add the records/,
    ],
    [
      'a domain that does not sign',
      (of) => (of.account.known = [{ name: 'notices.tern.example', isVerified: true, dkim: false }]),
      /identity: .* not signed \(DKIM\): add its three CNAME/,
    ],
    [
      'a configuration set that is gone',
      (of) => (of.account.set = null),
      /configuration-set: .* gone: deploy/,
    ],
    [
      'a configuration set that was switched off',
      (of) => (of.account.set = false),
      /configuration-set: .*--enabled/,
    ],
    ['an account that AWS has paused', (of) => (of.account.enabled = false), /sending: SES has paused/],
    [
      'the sandbox',
      (of) => (of.quota.quota = { perDay: 200, perSecond: 1, sentLastDay: 0 }),
      /quota: .*sandbox \(200 mails a day, 1 a second\).*production access/,
    ],
    [
      'no quota',
      (of) => (of.quota.quota = { perDay: 0, perSecond: 0, sentLastDay: 0 }),
      /quota: SES gives this account no sending quota/,
    ],
  ];

  test.each(spoils)(
    '(%s) fails by name with what to do, and no test mail goes out',
    async (_, spoil, says) => {
      const of = scene();
      spoil(of);
      await expect(of.ask()).rejects.toMatchObject({
        name: ErrorName.PreflightFailed,
        message: expect.stringMatching(says),
      });
      expect(of.canary.sent).toEqual([]);
      expect((await of.preflights.read(ref)).passed).toBeNull();
    },
  );

  test('is listed all at once, not one after the other', async () => {
    const of = scene({ feedback: 'off' });
    for (const [, spoil] of spoils) spoil(of);
    const failure: unknown = await of.ask().catch((error: unknown) => error);
    const listed = [...String(failure).matchAll(/^- ([a-z-]+): /gm)].map(([, name]) => name);
    expect(listed).toEqual(checkNames);
  });

  test('is not asked when the settings skip it, whatever it is, and the record says so', () =>
    assert(
      asyncProperty(subarray([...checkNames]), async (skipChecks) => {
        const isDeaf = skipChecks.includes('canary');
        const of = scene({ skipChecks, feedback: isDeaf ? 'off' : 'required' });
        await of.ask();
        if (!isDeaf) await of.hear(1).then(() => of.ask());
        expect((await of.preflights.read(ref)).passed).toEqual({ at: of.at(0), skipped: skipChecks });
        expect(of.account.asked.filter((one) => skipChecks.some((name) => name === one))).toEqual([]);
        expect(of.canary.sent).toHaveLength(isDeaf ? 0 : 1);
      }),
      { numRuns: 40 },
    ));

  test.each([['address'], ['domain']])('an identity may be the %s of the sender', async (kind) => {
    const of = scene({ skipChecks: ['canary'] });
    const name = kind === 'domain' ? 'notices.tern.example' : 'privacy@notices.tern.example';
    of.account.known = [{ name, isVerified: true, dkim: true }];
    expect(await of.ask()).toEqual(ready);
  });

  test('out of the sandbox, a quota without a daily limit or with a low rate is well', async () => {
    const of = scene({ skipChecks: ['canary'] });
    for (const quota of [
      { perDay: null, perSecond: 1, sentLastDay: 0 },
      { perDay: 50_000, perSecond: 1, sentLastDay: 0 },
    ]) {
      of.quota.quota = quota;
      expect(await of.ask()).toEqual(ready);
    }
  });
});

describe('the test mail', () => {
  test('is heard: looked for at once and every half minute, and the notice goes on', async () => {
    const of = scene();
    expect(await of.ask()).toEqual({ ...ref, action: 'wait', until: of.at(0) });
    const { length } = of.account.asked;
    expect(await of.ask(0)).toEqual({ ...ref, action: 'wait', until: of.at(0.5) });
    expect(of.account.asked).toHaveLength(length);
    await of.hear(1);
    expect(await of.ask(0.5)).toEqual(ready);
    expect((await of.preflights.read(ref)).passed).toEqual({ at: of.at(0.5), skipped: [] });
    expect(of.canary.sent).toEqual([{ notice: { ...ref, correction: 0 }, attempt: 1 }]);
  });

  test('heard twice, or told of by other events, is no more than heard once', async () => {
    const of = scene();
    await of.ask();
    expect(await of.hear(1, 'Delivery')).toMatchObject({ events: 0, unread: [] });
    expect(await of.ask(1)).toMatchObject({ action: 'wait' });
    await of.hear(1);
    await of.hear(1);
    expect(await of.ask(1)).toEqual(ready);
  });

  test('is no mail of a customer: its event counts for no notice', async () => {
    const of = scene();
    await of.ask();
    expect(await of.hear(1)).toEqual({ events: 0, undelivered: 0, tripped: 0, unread: [] });
    const minutes: unknown[] = [];
    for await (const one of of.ledger.evidence.minutes(ref)) minutes.push(one);
    expect(minutes).toEqual([]);
  });

  test('lost for a quarter of an hour fails by name; whoever resumes sends one more, which is heard', async () => {
    const of = scene();
    await of.ask();
    expect(await of.ask(14.8)).toEqual({ ...ref, action: 'wait', until: of.at(15) });
    await expect(of.ask(15)).rejects.toMatchObject({
      name: ErrorName.PreflightFailed,
      message: expect.stringMatching(/canary: .*15 minutes.*feedback.*resume/s),
    });
    expect(await of.ask(60)).toMatchObject({ action: 'wait' });
    expect(of.canary.sent.map(({ attempt }) => attempt)).toEqual([1, 2]);
    // Not of this one.
    await of.hear(1);
    expect(await of.ask(60)).toMatchObject({ action: 'wait' });
    await of.hear(2);
    expect(await of.ask(60)).toEqual(ready);
  });

  test('lost is listed with whatever else is wrong by then', async () => {
    const of = scene();
    await of.ask();
    of.account.set = false;
    await expect(of.ask(15)).rejects.toMatchObject({
      message: expect.stringMatching(/- configuration-set: .*\n- canary: /),
    });
  });

  test('heard late, after the run had failed, needs no second one', async () => {
    const of = scene();
    await of.ask();
    await expect(of.ask(20)).rejects.toMatchObject({ name: ErrorName.PreflightFailed });
    await of.hear(1);
    expect(await of.ask(60)).toEqual(ready);
    expect(of.canary.sent).toHaveLength(1);
  });

  test('is not sent again by a step that is repeated, and is waited for when nobody knows whether it left', async () => {
    const of = scene();
    of.canary.outcome = { kind: 'unknown', message: 'socket hang up' };
    for (const minutes of [0, 0, 1, 2]) expect(await of.ask(minutes)).toMatchObject({ action: 'wait' });
    expect(of.canary.sent).toHaveLength(1);
    await of.hear(1);
    expect(await of.ask(3)).toEqual(ready);
    expect(await of.ask(10_000)).toEqual(ready);
    expect(of.canary.sent).toHaveLength(1);
  });

  test('noted and never sent, because the step died in between, is found lost and sent anew on resuming', async () => {
    const of = scene();
    await of.preflights.claim(ref, { attempt: 1, sentAt: start });
    expect(await of.ask(1)).toMatchObject({ action: 'wait' });
    await expect(of.ask(15)).rejects.toMatchObject({ name: ErrorName.PreflightFailed });
    await of.ask(16);
    expect(of.canary.sent.map(({ attempt }) => attempt)).toEqual([2]);
  });

  test('of two that ask at once only one sends it', async () => {
    const of = scene();
    const both = await Promise.allSettled([of.ask(), of.ask()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: ErrorName.AlreadyClaimed },
    });
    expect(of.canary.sent).toHaveLength(1);
  });

  test.each([
    ['MaximumSendingRateExceeded', 1],
    ['ApiRateExceeded', 1],
    ['Unreachable', 1],
    ['AccountDailyQuotaExceeded', 60],
  ])('that SES puts off (%s) is tried again in %i minutes', async (code, minutes) => {
    const of = scene();
    of.canary.outcome = { kind: 'refused', code, message: 'not now' };
    expect(await of.ask()).toEqual({ ...ref, action: 'wait', until: of.at(minutes) });
    of.canary.outcome = { kind: 'answered', outcomes: [{ messageId: 'm' }] };
    await of.ask(minutes);
    await of.hear(2);
    expect(await of.ask(minutes)).toEqual(ready);
  });

  test.each(['MessageRejected', 'AccessDenied', 'MailFromDomainNotVerified'])(
    'that SES refuses (%s) fails by name with the words of SES',
    async (code) => {
      const of = scene();
      of.canary.outcome = { kind: 'refused', code, message: 'Not like this' };
      await expect(of.ask()).rejects.toMatchObject({
        name: ErrorName.PreflightFailed,
        message: expect.stringContaining(`(${code}: Not like this)`),
      });
      of.canary.outcome = { kind: 'answered', outcomes: [{ messageId: 'm' }] };
      expect(await of.ask(5)).toMatchObject({ action: 'wait' });
    },
  );

  test('has tags from which its notice is read back, corrections too, and which are no tags of a notice', () =>
    assert(
      property(
        constantFrom('terms', 'privacy-policy', 'a-1'),
        constantFrom(0, 1, 12),
        (policy, correction) => {
          const named = { policyId: parsePolicyId(policy), version: 2, correction };
          const found = readCanaryTags(canaryTags(named, 3));
          expect(found?.attempt).toBe(3);
          expect({ correction: 0, ...found?.notice }).toEqual(named);
          for (const value of Object.values(canaryTags(named, 3))) expect(value).toMatch(/^[\w-]{1,256}$/);
        },
      ),
    ));
});

describe('whatever SES answers, and whenever events come', () => {
  const look = record({
    after: integer({ min: 0, max: 20 }),
    hear: option(integer({ min: 1, max: 4 })),
    answer: constantFrom<CallOutcome>(
      { kind: 'answered', outcomes: [{ messageId: 'm' }] },
      { kind: 'unknown', message: 'socket hang up' },
      { kind: 'refused', code: 'MaximumSendingRateExceeded', message: 'not now' },
      { kind: 'refused', code: 'MessageRejected', message: 'never' },
    ),
  });

  test('no test mail goes while another may still be heard, and nobody is mailed before one was', () =>
    assert(
      asyncProperty(array(look, { maxLength: 30 }), async (looks) => {
        const of = scene();
        const heard = new Set<number>();
        const sent: { minutes: number; isRefused: boolean }[] = [];
        const unproven: number[] = [];
        let minutes = 0;
        for (const { after, hear, answer } of looks) {
          minutes += after;
          of.canary.outcome = answer;
          if (hear !== null && hear <= sent.length) await of.hear(hear).then(() => heard.add(hear));
          const said = await of
            .ask(minutes)
            .catch((error: unknown) => z.instanceof(PreflightFailed).parse(error));
          if (of.canary.sent.length > sent.length)
            sent.push({ minutes, isRefused: answer.kind === 'refused' });
          const isReady = 'action' in said && said.action === 'ready';
          if (isReady && !heard.has(sent.length)) unproven.push(minutes);
        }
        const tooSoon = sent.filter(({ minutes: at }, index) => {
          const before = sent[index - 1] ?? { minutes: -Infinity, isRefused: true };
          return !before.isRefused && at - before.minutes < 15;
        });
        expect({ unproven, tooSoon }).toEqual({ unproven: [], tooSoon: [] });
      }),
    ));
});

describe('a notice that mails nobody any more', () => {
  const broken = (of: Scene) => void (of.account.enabled = false);

  test('because it is reported does not wait for SES; one that is not reported does', async () => {
    const of = scene();
    broken(of);
    const totals = { audience: 3, accepted: 3, excepted: 0 };
    const archive = memoryArchive([recordOf(2, { totals })]);
    expect(await preflight({ ...of.ports, archive }, { ...ref, now: of.at(0) })).toEqual(ready);
    await expect(of.ask()).rejects.toMatchObject({ name: ErrorName.PreflightFailed });
  });

  test('because a person stopped it goes on to its report', async () => {
    const of = scene();
    broken(of);
    await of.ledger.direct(ref, { run: 'stop', by: 'Ada', reason: 'wrong text' });
    expect(await of.ask()).toEqual(ready);
  });
});
