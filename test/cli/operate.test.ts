import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settings } from '../../cli/settings.ts';
import { approvalsFromEnvironment } from '../../lambda/aws/approvals.ts';
import { directoryImportFromEnvironment } from '../../lambda/aws/directory-import.ts';
import { ledgerFromEnvironment } from '../../lambda/aws/ledger.ts';
import { sendingSwitchFromEnvironment } from '../../lambda/aws/mailer-switch.ts';
import { byBreaker } from '../../lambda/core/breaker/breaker.ts';
import { addDays, inWords, todayIn } from '../../lambda/core/calendar/local-date.ts';
import { readCustomers } from '../../lambda/core/customer/import.ts';
import { ErrorName } from '../../lambda/core/errors.ts';
import { parsePolicyId } from '../../lambda/core/ids.ts';
import type { Laptop } from '../../local/laptop.ts';
import { startLaptop } from '../../local/laptop.ts';
import { Parked } from '../../local/present-clock.ts';
import type { VirtualClock } from '../../local/state-machine/clock.ts';
import { virtualClock } from '../../local/state-machine/clock.ts';
import type { StepFunctionsWire } from '../fakes/step-functions.ts';
import { startStepFunctions } from '../fakes/step-functions.ts';
import { terms } from '../steps/setting.ts';
import type { Ran } from './run.ts';
import { policyNotice } from './run.ts';

const dir = mkdtempSync(join(tmpdir(), 'policy-notice-operate-'));
const policyId = parsePolicyId('terms-of-service');
const outputs = join(dir, 'outputs.json');
const machine = 'arn:aws:states:eu-central-1:000000000000:stateMachine:PolicyChange';
let laptop: Laptop;
let stepFunctions: StepFunctionsWire;

/** The command on a "deployed" stack, whose engines are those of the laptop. */
const onStack = (...args: string[]): Promise<Ran> => policyNotice(...args, '--outputs', outputs);
const as = (name: string, reason?: string): string[] => [
  '--by',
  name,
  ...(reason === undefined ? [] : ['--reason', reason]),
];

const customers = Array.from({ length: 13 }, (_, index) => ({
  customerId: index === 0 ? 'solo' : `c-${index}`,
  email: `customer.${index}@mail.example`,
  name: `Customer ${index}`,
  locale: 'en-GB',
  region: 'EU',
  products: [index === 0 ? 'web-space' : 'mail'],
  createdAt: '2020-01-01T00:00:00Z',
  status: 'active',
}));

beforeAll(async () => {
  stepFunctions = await startStepFunctions();
  // Thirteen customers need no eight segments, each of which is read at every step.
  const sending = { ...settings().sending, segments: 2 };
  laptop = await startLaptop(dir, { ...settings(), sending });
  process.env['AWS_ENDPOINT_URL_SFN'] = stepFunctions.url;
  await directoryImportFromEnvironment().put(readCustomers(customers).customers);
  const stack = {
    DocumentsBucket: 'documents',
    ArchiveTable: 'archive',
    CustomersTable: 'customers',
    NoticesTable: 'notices',
    StateMachine: machine,
    ConfigurationSet: 'policy-notice',
  };
  writeFileSync(outputs, JSON.stringify({ stack }));
});

afterAll(async () => {
  await laptop.stop();
  await stepFunctions.stop();
  rmSync(dir, { recursive: true });
});

/** Waits of hours pass, longer ones and those for people stop the run, as they would with AWS. */
function clockOfToday(): VirtualClock {
  const clock = virtualClock();
  const advanceTo = (moment: Date): void => {
    const hours = (moment.getTime() - clock.now().getTime()) / 3_600_000;
    if (hours >= 1) throw new Parked(moment);
    clock.advanceTo(moment);
  };
  return { now: clock.now, advanceTo };
}

/** The states a run went through until it ended or stopped. */
async function statesOf(
  run: (options: Parameters<Laptop['resume']>[2]) => Promise<unknown>,
): Promise<string[]> {
  const states: string[] = [];
  try {
    await run({ clock: clockOfToday(), onState: ({ state }) => void states.push(state) });
  } catch (error) {
    if (!(error instanceof Parked)) throw error;
  }
  return states;
}

const publish = (policy: string, clause: string): Promise<string[]> =>
  statesOf((options) => laptop.drop(`${policy}.md`, new TextEncoder().encode(terms(clause)), options));
const resume = (policy: string, version: number): Promise<string[]> =>
  statesOf((options) => laptop.resume(policy, version, options));
/** Customers mailed so far: what goes by SendEmail is a test mail. */
const mailed = (): number => {
  const { accepted, calls } = laptop.engines.ses;
  return accepted().recipients - (calls.SendEmail ?? 0);
};

describe('a change that a person has to approve', () => {
  test('waits, and the status says until when and for what', async () => {
    await publish('terms-of-service', 'We delete server logs after 30 days.');
    const states = await publish('terms-of-service', 'We delete server logs after 90 days.');
    expect(states.at(-1)).toBe('Ask for approval');
    const { out } = await onStack('status', 'terms-of-service');
    expect(out).toMatch(
      / 2 {2}assessed +significant\n +waits for approval until \d{4}-\d\d-\d\d: .*approve terms-of-service 2 --by <your name>\n/,
    );
    expect(out).toMatch(/ 1 {2}current/);
    expect(out).not.toContain('local:');
  });

  test('is approved once, by name, and its run is woken', async () => {
    const first = await onStack('approve', 'terms-of-service', '2', ...as('Ada', 'as agreed'));
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('Its run goes on.') });
    expect(stepFunctions.calls).toEqual([
      { action: 'SendTaskSuccess', input: { taskToken: expect.stringMatching(/^local:/), output: '{}' } },
    ]);
    const second = await onStack('approve', 'terms-of-service', '2', ...as('Grace'));
    expect(second).toMatchObject({ code: 2, err: expect.stringContaining('was approved by Ada') });
    expect((await onStack('approve', 'terms-of-service', '1', ...as('Grace'))).err).toContain(
      'posted already',
    );
    expect((await onStack('reject', 'terms-of-service', '9', ...as('Grace', 'no'))).err).toContain(
      'no version 9',
    );
    expect((await onStack('reject', 'terms-of-service', '2', ...as('Grace'))).code).toBe(2);
  });

  test('is not mailed while its notice is paused, and is when somebody lets it go on', async () => {
    await onStack('pause', 'terms-of-service', '2', ...as('Grace', 'wait for the press'));
    expect((await resume('terms-of-service', 2)).at(-1)).toBe('Ask a person');
    expect(mailed()).toBe(0);
    const paused = await onStack('status', 'terms-of-service', '2');
    expect(paused.out).toContain('approved by Ada');
    expect(paused.out).toContain('paused by Grace: wait for the press');
    expect((await onStack('pause', 'terms-of-service', '2', ...as('Ada', 'x'))).err).toContain(
      'paused already',
    );

    stepFunctions.calls.length = 0;
    expect((await onStack('unpause', 'terms-of-service', '2', ...as('Grace'))).out).not.toContain(
      'No run waits',
    );
    expect(stepFunctions.calls.map(({ action }) => action)).toEqual(['SendTaskSuccess']);
    expect((await resume('terms-of-service', 2)).at(-1)).toBe('Wait until effective date');
    expect(mailed()).toBe(13);
    const { out } = await onStack('status', 'terms-of-service', '2');
    expect(out).toContain('█'.repeat(30));
    expect(out).toContain('accepted 13 + excepted 0 = audience 13');
    expect((await onStack('unpause', 'terms-of-service', '2', ...as('Ada'))).err).toContain('is not paused');
    expect((await onStack('stop', 'terms-of-service', '2', ...as('Ada', 'x'))).err).toContain('is finished');
  });

  test('was told to each customer, with the message to prove it', async () => {
    const message = laptop.engines.ses.messages().find(({ to }) => to.includes('customer.4@mail.example'));
    const { out } = await onStack('told', 'c-4', 'terms-of-service', '2');
    expect(out).toMatch(/^told: SES accepted the e-mail at \d{4}-/);
    expect(out).toContain(message?.id ?? 'no message');
    expect((await onStack('told', 'stranger', 'terms-of-service', '2')).out).toContain('not in the audience');
    expect((await onStack('told', 'c-4', 'terms-of-service', '1')).out).toContain('posted without a notice');
  });

  test('is held when it is rejected, and the same text can be proposed again', async () => {
    const text = 'We delete server logs after 120 days.';
    await publish('terms-of-service', text);
    stepFunctions.gone.add((await approvalsFromEnvironment().read({ policyId, version: 3 }))?.token);
    const rejected = await onStack('reject', 'terms-of-service', '3', ...as('Grace', 'not yet'));
    expect(rejected.out).toContain('No run waits for it: policy-notice resume terms-of-service 3');
    expect((await resume('terms-of-service', 3)).at(-1)).toBe('Held');
    expect((await onStack('status', 'terms-of-service', '3')).out).toMatch(
      / 3 {2}held[^]*rejected by Grace .*not yet/,
    );
    expect((await onStack('approve', 'terms-of-service', '3', ...as('Ada'))).err).toContain('was rejected');
    expect((await publish('terms-of-service', text)).at(-1)).toBe('Ask for approval');
    expect((await onStack('told', 'c-4', 'terms-of-service', '4')).out).toContain('not posted');
    expect(mailed()).toBe(13);
  });

  test('is told to nobody else once its notice is stopped, and the totals still add up', async () => {
    await onStack('approve', 'terms-of-service', '4', ...as('Ada'));
    await onStack('pause', 'terms-of-service', '4', ...as('Ada', 'a mistake in section 2'));
    await resume('terms-of-service', 4);
    await onStack('stop', 'terms-of-service', '4', ...as('Ada', 'a mistake in section 2'));
    expect(await resume('terms-of-service', 4)).toContain('Report');
    expect(mailed()).toBe(13);
    expect((await onStack('status', 'terms-of-service', '4')).out).toContain(
      'accepted 0 + excepted 13 = audience 13',
    );
    expect((await onStack('told', 'c-4', 'terms-of-service', '4')).out).toContain('stopped before');
    expect((await onStack('unpause', 'terms-of-service', '4', ...as('Ada'))).err).toContain(
      'was stopped by Ada',
    );
  });

  test('is mailed after the breaker has halted it: letting it go on switches sending on again', async () => {
    await publish('terms-of-service', 'We delete server logs after 180 days.');
    await onStack('approve', 'terms-of-service', '5', ...as('Ada'));
    await sendingSwitchFromEnvironment().off();
    await onStack('pause', 'terms-of-service', '5', ...as('Ada', 'wait for the press'));
    await onStack('unpause', 'terms-of-service', '5', ...as('Ada'));
    await expect(resume('terms-of-service', 5)).rejects.toMatchObject({
      name: ErrorName.PreflightFailed,
      message: expect.stringContaining('configuration-set: '),
    });

    const reason = '40 of 500 mails bounced for good.';
    const halt = { run: 'pause', by: byBreaker, reason, halted: true } as const;
    await ledgerFromEnvironment().direct({ policyId, version: 5 }, halt);
    const { out } = await onStack('unpause', 'terms-of-service', '5', ...as('Grace', 'a full mailbox'));
    expect(out).toContain('goes on');
    expect(await ledgerFromEnvironment().control({ policyId, version: 5 })).toMatchObject({
      run: 'run',
      by: 'Grace',
      reason: 'a full mailbox',
    });
    expect((await resume('terms-of-service', 5)).at(-1)).toBe('Wait until effective date');
    expect(mailed()).toBe(26);
  });
});

describe('a version that was announced, and a person who thinks better of it', () => {
  const order = (name: string, ...more: string[]): Promise<Ran> =>
    onStack(name, 'terms-of-service', '5', ...as('Grace', 'The new servers are late.'), ...more);
  const resumed = [
    {
      action: 'StartExecution',
      input: expect.objectContaining({ input: '{"resume":{"policyId":"terms-of-service","version":5}}' }),
    },
  ];

  test('is postponed by name, to a later date only, and whoever was mailed is told once', async () => {
    expect((await order('postpone', '--to', '2024-05-01')).err).toContain('2024-05-01 is not later');
    const before = mailed();
    const to = addDays(todayIn('UTC', new Date().toISOString()), 200);
    for (const _ of ['once', 'and again']) {
      stepFunctions.calls.length = 0;
      const { out } = await order('postpone', '--to', to);
      expect(out).toContain('Version 5 of terms-of-service is postponed by Grace (amendment 1).');
      expect(stepFunctions.calls).toEqual(resumed);
      expect((await resume('terms-of-service', 5)).at(-1)).toBe('Wait until effective date');
      expect(mailed()).toBe(before + 13);
    }
    const { out } = await onStack('status', 'terms-of-service', '5');
    expect(out).toContain(`effective ${inWords(to, 'en')}`);
    expect(out).toMatch(/postponed to .* by Grace on .*: The new servers are late. \(correction 1\)/);
    expect((await onStack('told', 'c-4', 'terms-of-service', '5')).out).toMatch(
      /^told: SES accepted .*\ncorrection 1 \(postponed\): told: SES accepted /,
    );
    const finished = await onStack('pause', 'terms-of-service', '5', ...as('Ada', 'x'));
    expect(finished.err).toContain('The correction 1 of version 5 of terms-of-service is finished.');
  });

  test('is withdrawn by name, which is final', async () => {
    const before = mailed();
    for (const _ of ['once', 'and again']) {
      stepFunctions.calls.length = 0;
      expect((await order('withdraw')).out).toContain('is withdrawn by Grace (amendment 2).');
      expect(stepFunctions.calls).toEqual(resumed);
      expect((await resume('terms-of-service', 5)).at(-1)).toBe('Superseded');
      expect(mailed()).toBe(before + 13);
    }
    expect((await order('postpone', '--to', '2099-01-01')).err).toContain('it was withdrawn');
    expect((await onStack('withdraw', 'terms-of-service', '1', ...as('Ada', 'x'))).err).toContain(
      'it applies already',
    );
    expect((await onStack('held', 'list', 'terms-of-service', '5', '--correction', '2')).out).toContain(
      'Nothing is held.',
    );
  });
});

describe('customers of whom nobody can prove that they were mailed', () => {
  /** A notice to one customer whose only call gets no answer. */
  async function unanswered(clause: string): Promise<void> {
    const heal = laptop.engines.ses.faults.add({
      on: 'SendBulkTemplatedEmail',
      fault: { kind: 'reset' },
      times: 1,
    });
    await publish('acceptable-use', clause);
    heal();
  }

  test('are listed by batch and name, and mailed once more when somebody says so', async () => {
    await publish('acceptable-use', 'We delete server logs after 30 days.');
    await unanswered('We delete server logs after 90 days.');
    const before = mailed();
    const { out } = await onStack('held', 'list', 'acceptable-use', '2');
    expect(out).toMatch(/^S\d-00000001 {2}1 customers, called at .*\n {2}solo\n$/);
    expect((await onStack('told', 'solo', 'acceptable-use', '2')).out).toContain('is held for a person');
    expect((await onStack('status', 'acceptable-use', '2')).out).toContain('held 1');

    stepFunctions.calls.length = 0;
    const released = await onStack('held', 'release', 'acceptable-use', '2', ...as('Ada', 'they asked'));
    expect(released.out).toContain('released by Ada: 1 customers');
    expect(stepFunctions.calls).toEqual([
      {
        action: 'StartExecution',
        input: expect.objectContaining({ input: '{"resume":{"policyId":"acceptable-use","version":2}}' }),
      },
    ]);
    await resume('acceptable-use', 2);
    expect(mailed()).toBe(before + 1);
    expect((await onStack('told', 'solo', 'acceptable-use', '2')).out).toMatch(/^told: SES accepted/);
    const after = await onStack('status', 'acceptable-use', '2');
    expect(after.out).toContain('accepted 1 + excepted 0 = audience 1');
    expect((await onStack('held', 'list', 'acceptable-use', '2')).out).toContain('released by Ada');
    const again = await onStack('held', 'release', 'acceptable-use', '2', ...as('Ada', 'again'));
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('no held batch') });
    await resume('acceptable-use', 2);
    expect(mailed()).toBe(before + 1);
  });

  test('are closed when they were told in another way: an exception still, with who said so', async () => {
    await unanswered('We delete server logs after 150 days.');
    const [name = ''] = (await onStack('held', 'list', 'acceptable-use', '3')).out.split(' ');
    const before = mailed();
    const close = (...more: string[]) =>
      onStack('held', 'close', 'acceptable-use', '3', ...as('Grace', 'by letter'), ...more);
    expect((await close('--batch', 'S9-00000009')).err).toContain('no held batch S9-00000009');
    expect((await close('--batch', name)).out).toContain('closed by Grace: 1 customers');
    expect((await close('--batch', name)).err).toContain('somebody has decided');
    expect((await onStack('told', 'solo', 'acceptable-use', '3')).out).toContain('closed by Grace');
    await resume('acceptable-use', 3);
    expect(mailed()).toBe(before);
    expect((await onStack('status', 'acceptable-use', '3')).out).toContain(
      'accepted 0 + excepted 1 = audience 1',
    );
  });
});

test.each([
  ['approve', 'terms-of-service', '2'],
  ['pause', 'terms-of-service', '2', '--by', 'Ada'],
  ['held', 'close', 'terms-of-service', '2', '--reason', 'x'],
])('%s is refused without a name and a reason where they are recorded', async (...args) => {
  expect((await onStack(...args)).code).toBe(2);
});

test('whether SES is ready can be asked before anything is published, and mails nobody', async () => {
  const { accepted, settings: account } = laptop.engines.ses;
  const before = accepted();
  expect((await onStack('preflight')).out).toMatch(
    /well: identity, configuration-set, sending, quota\n.*canary/,
  );
  const [max24HourSend, maxSendRate] = [account.max24HourSend, account.maxSendRate];
  Object.assign(account, { max24HourSend: 200, maxSendRate: 1, sendingEnabled: false });
  const { code, err } = await onStack('preflight');
  Object.assign(account, { max24HourSend, maxSendRate, sendingEnabled: true });
  expect(code).toBe(2);
  expect(err).toMatch(/- sending: SES has paused[^]*- quota: the account is in the SES sandbox/);
  expect(accepted()).toEqual(before);
});

test('a name of nothing, a version that is no number and a policy of nobody are bad input', async () => {
  expect((await onStack('approve', 'terms-of-service', '2', '--by', ' \n')).err).toContain('--by must have');
  expect((await onStack('told', 'c-1', 'terms-of-service', 'two')).err).toContain(
    'not the number of a version',
  );
  expect((await onStack('status', 'cookie-policy')).err).toContain('not in the settings');
});
