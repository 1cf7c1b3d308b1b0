import { randomUUID } from 'node:crypto';
import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import * as z from 'zod';
import { approve } from '../../../lambda/approve/approve.ts';
import { ask } from '../../../lambda/ask/ask.ts';
import { assess } from '../../../lambda/assess/assess.ts';
import { notify } from '../../../lambda/notify/notify.ts';
import { post } from '../../../lambda/post/post.ts';
import { preflight } from '../../../lambda/preflight/preflight.ts';
import { prepare } from '../../../lambda/prepare/prepare.ts';
import { publish } from '../../../lambda/publish/publish.ts';
import { report } from '../../../lambda/report/report.ts';
import { settle } from '../../../lambda/settle/settle.ts';
import type { AskInput } from '../../../lambda/contract.ts';
import { synthesiseDefinition } from '../../../local/state-machine/definition.ts';
import type { Handler, Handlers } from '../../../local/state-machine/handlers.ts';
import { tasksOf } from '../../../local/state-machine/localise.ts';
import { runPolicyChange } from '../../../local/state-machine/run.ts';
import { memoryApprovals } from '../../fakes/memory-approvals.ts';
import { memoryChronicle } from '../../fakes/memory-chronicle.ts';
import { memoryDirectory } from '../../fakes/memory-directory.ts';
import { memoryLedger } from '../../fakes/memory-ledger.ts';
import { memoryMailer, memoryQuota, memoryTemplates } from '../../fakes/memory-mailer.ts';
import { memoryAccount, memoryCanary, memoryPreflights } from '../../fakes/memory-preflights.ts';
import { VirtualClock } from '../../fakes/virtual-clock.ts';
import { customerRows, fastQuota, policyId } from '../../steps/notice-setting.ts';
import { setting, terms } from '../../steps/setting.ts';

const ref = { policyId, version: 2 };
const audience = 120;
let definition: StateMachineDefinition;
beforeAll(() => {
  definition = synthesiseDefinition();
});

/** Where a run dies: at the nth thing it does, not done yet, or done and nobody has heard so. */
interface Death {
  readonly at: number;
  readonly isDone: boolean;
}

/** Whatever a run does goes through here: once it is dead, nothing is done until the next one starts. */
class Life {
  private count = 0;
  private isDead = false;
  private death: Death | null = null;

  start(death: Death | null): void {
    [this.count, this.isDead, this.death] = [0, false, death];
  }

  /** How many things were done. */
  get length(): number {
    return this.count;
  }

  async does<T>(act: () => Promise<T>): Promise<T> {
    const isLast = this.begin();
    const answer = await act();
    return isLast ? this.end() : answer;
  }

  waits(act: () => void): void {
    const isLast = this.begin();
    act();
    if (isLast) this.end();
  }

  private begin(): boolean {
    if (this.isDead) this.end();
    this.count += 1;
    const isLast = this.count === this.death?.at;
    return isLast && this.death?.isDone === false ? this.end() : isLast;
  }

  private end(): never {
    this.isDead = true;
    throw new Error('The run is dead.');
  }
}

/** A change that needs approval; its notice is paused at first, and SES loses an answer. A person answers when asked. */
async function world() {
  const life = new Life();
  const company = setting({
    policies: { terms: { name: { en: 'Terms of Service' }, approval: 'significant' } },
    sending: { feedback: 'off', segments: 2, skipChecks: ['canary'] },
  });
  const [clock, ledger] = [new VirtualClock(), memoryLedger()];
  const mailer = memoryMailer((_, nth) => (nth === 2 ? 'lose answer' : 'accept'));
  const ports = {
    ...company.ports,
    approvals: memoryApprovals(company.archive),
    pauses: { wait: async () => undefined, token: async () => null },
    ledger,
    evidence: ledger.evidence,
    chronicle: memoryChronicle(),
    directory: memoryDirectory(customerRows(audience)),
    mailer,
    templates: memoryTemplates(),
    quota: memoryQuota(fastQuota),
    account: memoryAccount('notices.tern.example'),
    preflights: memoryPreflights(),
    canary: memoryCanary(),
    clock,
    randomKey: () => new Uint8Array(32).fill(7),
  };
  await company.release(terms('We delete server logs after 30 days.'), clock.iso());
  const landed = await company.drop(terms('We delete server logs after 90 days.'));
  await ledger.direct(ref, { run: 'pause', by: 'Ada', reason: 'wait for the press' });
  const verdict = { verdict: 'approved', by: 'Ada', reason: '', at: clock.iso() } as const;
  const person = {
    approval: () => ports.approvals.answer(ref, verdict),
    pause: () => ledger.direct(ref, { run: 'run', by: 'Ada', reason: '' }),
  };
  const { bucket, version, ...object } = landed;
  const event = { detail: { bucket: { name: bucket }, object: { ...object, 'version-id': version } } };
  return { life, ports, clock, mailer, event, person };
}

type World = Awaited<ReturnType<typeof world>>;

function handlersOf({ life, ports, clock, person }: World): Handlers {
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- E is what the step reads
  const step = <E>(act: (event: E) => Promise<unknown>): Handler => {
    return (event) => life.does(() => clock.run(act(z.custom<E>().parse(event))));
  };
  return {
    publish: step((event: Parameters<typeof publish>[1]) => publish(ports, event)),
    assess: step((event: Parameters<typeof assess>[1]) => assess(ports, event)),
    approve: step((event: Parameters<typeof approve>[1]) => approve(ports, event)),
    ask: step(async (event: AskInput) => {
      await ask(ports, event);
      await person[event.question]();
    }),
    post: step((event: Parameters<typeof post>[1]) => post(ports, event)),
    preflight: step((event: Parameters<typeof preflight>[1]) => preflight(ports, event)),
    prepare: step((event: Parameters<typeof prepare>[1]) => prepare(ports, event)),
    notify: step((event: Parameters<typeof notify>[1]) =>
      notify(ports, event, { owner: randomUUID(), remaining: 900_000 }),
    ),
    settle: step((event: Parameters<typeof settle>[1]) => settle(ports, event)),
    report: step((event: Parameters<typeof report>[1]) => report(ports, event)),
  };
}

/** How an execution ended: its states in order, and the last one outside the Map with what that one was given. */
interface Execution {
  readonly states: readonly string[];
  readonly last: { readonly state: string; readonly input: unknown };
  readonly error: unknown;
}

async function execute(of: World, input: unknown, from = definition.StartAt): Promise<Execution> {
  const { clock, life } = of;
  const states: string[] = [];
  let last = { state: from, input };
  const run = runPolicyChange({
    definition: { ...definition, StartAt: from },
    input,
    clock: {
      now: () => new Date(clock.now()),
      advanceTo: (moment) =>
        life.waits(() => {
          clock.skew += Math.max(0, moment.getTime() - clock.now());
        }),
    },
    executionId: 'run-1',
    handlers: handlersOf(of),
    onState: ({ state, slice }, given) => {
      states.push(state);
      if (slice === null) last = { state, input: given };
    },
  });
  const error: unknown = await run.then(
    () => null,
    (reason: unknown) => reason,
  );
  return { states, last, error };
}

/** Each customer is mailed once, and the report adds up. */
async function expectOnce(of: World): Promise<void> {
  const mailed = of.mailer.accepted.map(({ id }) => id);
  expect([mailed.length, new Set(mailed).size]).toEqual([audience, audience]);
  const { state, totals } = await of.ports.archive.version(policyId, 2);
  expect(state).toBe('current');
  expect((totals?.accepted ?? 0) + (totals?.excepted ?? 0)).toBe(audience);
}

/** Somebody resumes the version or, when it was not recorded yet, the event comes again. */
async function executeAgain(of: World): Promise<Execution> {
  const isRecorded = (await of.ports.archive.versions(policyId)).length > 1;
  return execute(of, isRecorded ? { resume: ref } : of.event);
}

describe('scenario 21: a run that died goes on, and nobody is mailed twice', () => {
  test('it would have gone through every state that does something; another one mails nobody', async () => {
    const of = await world();
    const { states, error } = await execute(of, of.event);
    expect(error).toBeNull();
    const working = tasksOf(definition).map(([name]) => name);
    expect(working.filter((name) => !states.includes(name))).toEqual(['Resume']);
    await expectOnce(of);
    const { length } = of.mailer.calls;
    expect((await executeAgain(of)).states.at(-1)).toBe('Current');
    expect(of.mailer.calls).toHaveLength(length);
  });

  test('wherever it died: by a redrive, which dies one state later, and then by a second execution', async () => {
    const whole = await world();
    await execute(whole, whole.event);
    expect(whole.life.length).toBeGreaterThan(20);
    for (let at = 1; at <= whole.life.length; at += 1) {
      const of = await world();
      of.life.start({ at, isDone: false });
      const { last, error } = await execute(of, of.event);
      expect(error).toMatchObject({ message: 'The run is dead.' });
      of.life.start({ at: 2, isDone: true });
      const redriven = await execute(of, last.input, last.state);
      expect(redriven.states[0]).toBe(last.state);
      of.life.start(null);
      const again = await executeAgain(of);
      expect([at, again.states.at(-1), again.error]).toEqual([at, 'Current', null]);
      await expectOnce(of);
    }
  });
});
