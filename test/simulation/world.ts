import { directNotice } from '../../cli/direct-notice.ts';
import type { PrepareAnswer } from '../../lambda/contract.ts';
import type { Directory } from '../../lambda/core/customer/directory.ts';
import { ErrorName, NamedError } from '../../lambda/core/errors.ts';
import type { Evidence, Ledger } from '../../lambda/core/ledger/ledger.ts';
import type { NoticeRef } from '../../lambda/core/ledger/meta.ts';
import type { Call, CallOutcome, Mailer, Quota } from '../../lambda/core/outcome/mailer.ts';
import type { FeedbackInput } from '../../lambda/feedback/feedback.ts';
import { feedback } from '../../lambda/feedback/feedback.ts';
import { notify } from '../../lambda/notify/notify.ts';
import { prepare } from '../../lambda/prepare/prepare.ts';
import { settle } from '../../lambda/settle/settle.ts';
import { memoryArchive } from '../fakes/memory-archive.ts';
import { memoryChronicle } from '../fakes/memory-chronicle.ts';
import { memoryDirectory } from '../fakes/memory-directory.ts';
import { memoryDocuments } from '../fakes/memory-documents.ts';
import { memoryLedger } from '../fakes/memory-ledger.ts';
import { memoryTemplates } from '../fakes/memory-mailer.ts';
import { memoryPreflights } from '../fakes/memory-preflights.ts';
import { VirtualClock } from '../fakes/virtual-clock.ts';
import { customerRow, decisionOn, noticeSettingsFor, policyId, recordOf } from '../steps/notice-setting.ts';
import { Events, fatesOf } from './events.ts';
import type { Faults } from './mortality.ts';
import { generators, InjectedFault, Life, Mortality, noFaults } from './mortality.ts';
import { Overseer } from './overseer.ts';
import { Provider } from './provider.ts';
import { garbage, Queue } from './queue.ts';
import { Random } from './random.ts';

/** Engines that replace those in memory; `wire` puts a real transport between the sender and the provider. */
export interface Engines {
  readonly ledger?: Ledger;
  readonly evidence?: Evidence;
  readonly directory?: (rows: ReadonlyMap<string, unknown>) => Promise<Directory>;
  readonly wire?: (react: (call: Call) => CallOutcome) => Mailer;
}

/** Made once, because parsing them takes longer than many a seed. */
const settings = {
  off: [1, 2, 3].map((segments) => noticeSettingsFor({ segments, feedback: 'off', plannedDays: 25 })),
  required: [1, 2, 3].map((segments) =>
    noticeSettingsFor({ segments, feedback: 'required', plannedDays: 25 }),
  ),
};
/** In force at once and without a notice period, because some seeds take days. */
const decision = decisionOn(2, { periods: [], postAs: 'current' });
export const ref = { policyId, version: 2 };
const lambdaTimeoutMs = 900_000;
const feedbackTimeoutMs = 120_000;
const mostActions = 1500;

/** One world: a notice, its customers, a provider, and whatever the seed makes go wrong. */
export class World {
  readonly random: Random;
  readonly clock = new VirtualClock();
  /** The customers as they are, whatever engine serves them. */
  readonly customers;
  directory: Directory;
  readonly ledger;
  readonly evidence;
  readonly chronicle = memoryChronicle();
  /** Between SES and `feedback`; null: no event ever gets there. */
  readonly queue: Queue | null;
  readonly events: Events;
  readonly overseer = new Overseer();
  readonly provider;
  readonly archive = memoryArchive([recordOf(1, { state: 'current' }), recordOf(2, { decision })]);
  readonly documents = memoryDocuments();
  readonly templates = memoryTemplates();
  readonly quota: Quota;
  readonly settings;
  readonly mailer: Mailer;
  faults: Faults;
  /** Customers who came into the audience behind the scan's back. */
  joined = 0;
  deaths = 0;
  rounds = 0;
  /** How often the breaker has paused a notice. */
  tripped = 0;
  private invocations = 0;
  private open = true;

  constructor(seed: number, size: number, engines: Engines) {
    this.random = new Random(seed);
    const memory = memoryLedger();
    this.ledger = this.timed(engines.ledger) ?? memory;
    this.evidence = this.timed(engines.evidence) ?? memory.evidence;
    this.customers = memoryDirectory(
      Array.from({ length: 1 + this.random.below(size) }, (_, n) => this.row(n)),
    );
    this.directory = this.customers;
    const feedback = this.random.chance(0.5) ? 'required' : 'off';
    const isHeard = feedback === 'required' && this.random.chance(0.7);
    this.queue = isHeard ? new Queue(this.clock, this.random, (records) => this.hear(records)) : null;
    if (this.random.chance(0.1)) this.queue?.add(garbage);
    const ways = { chronicle: this.random.chance(0.7) ? this.chronicle : null, queue: this.queue };
    this.events = new Events(this.clock, this.random, fatesOf(this.random), ways);
    const temper = { trouble: this.random.pick([0, 0.1, 0.4]) };
    this.provider = new Provider(this.clock, this.random, temper, this.events);
    this.mailer = this.timed(engines.wire?.((call) => this.reactOnWire(call))) ?? this.provider;
    const rates = [1, 10, 40, 1200];
    const steady = this.random.chance(0.5) ? this.random.pick(rates) : null;
    const perDay = this.random.chance(0.2) ? 40 : null;
    this.quota = {
      read: async () => {
        // An account whose rate changes from round to round reads stretches of other lengths when it resumes.
        const perSecond = steady ?? this.random.pick(rates);
        return { perDay, perSecond, sentLastDay: this.provider.sentLastDay };
      },
    };
    this.settings = this.random.pick(settings[feedback]);
    const rate = this.random.pick([0, 0.005, 0.02]);
    this.faults = { crash: rate, error: this.random.pick([0, rate]), stall: this.random.pick([0, rate / 3]) };
  }

  /** Fixes the notice as `prepare` would, without composing it: that takes longer than everything else in a seed. */
  async openNotice(): Promise<void> {
    const { segments, feedback } = this.settings.sending;
    await this.ledger.open({
      ...ref,
      contentHash: recordOf(2).hash,
      templates: { en: 'notice-en', de: 'notice-de' },
      languages: this.settings.languages,
      audience: {},
      cutoff: this.clock.iso(),
      caps: { recipients: 1_000_000 },
      segments,
      expected: this.customers.rows.size,
      key: new Uint8Array(32).fill(9),
      feedback,
    });
  }

  /** No virtual time passes while a real engine works. */
  timed<T extends object>(engine: T | undefined): T | undefined {
    if (engine === undefined) return undefined;
    return new Proxy(engine, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => {
          if (generators.has(String(name))) return this.streamed(() => member.apply(target, args));
          return this.clock.during(Promise.resolve(member.apply(target, args)));
        };
      },
    });
  }

  private async *streamed(open: () => AsyncIterable<unknown>): AsyncGenerator {
    const all: unknown[] = [];
    const collect = async (): Promise<void> => {
      for await (const one of open()) all.push(one);
    };
    await this.clock.during(collect());
    yield* all;
  }

  private reactOnWire(call: Call): CallOutcome {
    const outcome = this.provider.react(call);
    return outcome === 'hang' ? { kind: 'unknown', message: 'hang' } : outcome;
  }

  private row(n: number) {
    const { random } = this;
    const kinds: Record<string, unknown>[] = [
      { email: `poison${n}@mail.example` },
      { email: 'a,b@mail.example' },
      { status: 'closed' },
      { products: 'mail' },
      { name: `{{x}} <b>\r\nBcc: ${'w'.repeat(3000)}` },
      { locale: 'fr' },
    ];
    return customerRow(n, random.chance(0.15) ? random.pick(kinds) : {});
  }

  /** Runs a step as a Lambda: it may die, and it does in the end. Resolves to null then, or when it threw. */
  async invoke<T>(
    step: (mortal: Mortality, owner: string) => Promise<T>,
    timeoutMs = lambdaTimeoutMs,
  ): Promise<T | null> {
    const life = new Life();
    const mortality = new Mortality(this.clock, this.random, this.faults, life);
    this.invocations += 1;
    let answer: T | null = null;
    const work = step(mortality, `invocation-${this.invocations}`).then(
      (answered) => void (answer = answered),
      (error: unknown) => {
        const isOfRivals =
          error instanceof NamedError &&
          (error.name === ErrorName.WrongState || error.name === ErrorName.AlreadyClaimed);
        if (!isOfRivals && !(error instanceof InjectedFault)) throw error;
      },
    );
    void this.clock.sleep(timeoutMs).then(() => life.end());
    await Promise.race([work, life.death]);
    if (life.isOver) this.deaths += 1;
    life.end();
    return answer;
  }

  ports(mortality: Mortality) {
    return {
      archive: mortality.wrap(this.archive),
      documents: this.documents,
      ledger: mortality.wrap(this.ledger),
      evidence: mortality.wrap(this.evidence),
      chronicle: mortality.wrap(this.chronicle),
      directory: mortality.wrap(this.directory),
      mailer: mortality.wrap(this.mailer),
      preflights: memoryPreflights(),
      templates: this.templates,
      quota: this.quota,
      settings: this.settings,
      clock: mortality.wrapClock(),
      randomKey: () => new Uint8Array(32).fill(9),
    };
  }

  /** The step `feedback`, and its entry: what it gives back by name comes again, and everything when it fails. */
  private async hear(records: FeedbackInput): Promise<readonly string[] | null> {
    const answer = await this.invoke((mortal) => {
      const { ledger, evidence, preflights } = this.ports(mortal);
      const sending = mortal.wrap(this.provider.sending);
      return feedback({ ledger, evidence, preflights, sending }, records);
    }, feedbackTimeoutMs);
    this.tripped += answer?.tripped ?? 0;
    return answer === null ? null : answer.unread;
  }

  /** Lets every event arrive and be taken in, without further faults; what was put aside is given back. */
  async quieten(): Promise<void> {
    this.faults = noFaults;
    while (!this.events.isQuiet || this.queue?.isQuiet === false) await this.clock.sleep(60_000);
    if (this.queue?.redrive() === true) await this.quieten();
  }

  get input() {
    return { ...ref, now: this.clock.iso() };
  }

  /** The state machine; a step that failed is asked again, as by a person who redrives the execution. */
  async execution(correction = 0): Promise<void> {
    for (let actions = 0; actions < mostActions; actions += 1) {
      const input = { ...this.input, correction };
      const plan: PrepareAnswer | null = await this.invoke((mortal) => prepare(this.ports(mortal), input));
      if (plan?.action === 'done') return;
      if (plan?.action === 'send') await this.round(plan, correction);
      if (plan?.action === 'settle')
        await this.invoke((mortal) => settle(this.ports(mortal), { ...this.input, correction }));
      if (plan?.action === 'wait') await this.wait(Date.parse(plan.until), correction);
      if (plan?.action === 'ask') await this.wait(this.clock.now() + 3_600_000, correction);
    }
    throw new Error(`No end after ${mostActions} actions.`);
  }

  private async round({ slices }: PrepareAnswer, correction: number): Promise<void> {
    this.rounds += 1;
    const input = { ...this.input, correction };
    await Promise.all(
      slices.map((slice) =>
        this.invoke((mortal, owner) => {
          const ports = this.ports(mortal);
          const mailer = this.overseer.watch(this.ledger, { ...ref, correction }, slice, ports.mailer);
          return notify({ ...ports, mailer }, { ...input, slice }, { owner, remaining: lambdaTimeoutMs });
        }),
      ),
    );
  }

  private async wait(until: number, correction: number): Promise<void> {
    await this.clock.sleep(until - this.clock.now());
    await this.unpause({ ...ref, correction });
    if (this.random.chance(0.3)) this.provider.temper = { ...this.provider.temper, trouble: 0.05 };
  }

  /** `unpause`, by a person. */
  async unpause(notice: NoticeRef): Promise<void> {
    const { run } = await this.ledger.control(notice);
    if (run !== 'pause') return;
    const ports = { archive: this.archive, ledger: this.ledger, sending: this.provider.sending };
    await directNotice(ports, notice, 'run', { by: 'a person', reason: 'looked' });
  }

  /** Customers go on living while they are mailed. */
  async life(): Promise<void> {
    const { random, clock } = this;
    const { rows } = this.customers;
    while (this.open) {
      await clock.sleep(random.below(20_000));
      const customerId = random.pick([...rows.keys()]);
      const n = rows.size + 1000;
      switch (random.below(6)) {
        case 0:
          if (rows.size > 1) rows.delete(customerId);
          break;
        case 1:
          rows.set(`c-${n}`, customerRow(n, { createdAt: clock.iso() }));
          break;
        case 2:
          rows.set(customerId, { ...customerRow(n), customerId, status: 'closed' });
          break;
        case 3:
          rows.set(customerId, { ...customerRow(n), customerId, email: `moved${n}@mail.example` });
          this.joined += 1;
          break;
        case 4:
          rows.set(customerId, { ...customerRow(n), customerId, email: 'broken' });
          this.joined += 1;
          break;
        default:
          await clock.sleep(3_600_000);
      }
    }
  }

  close(): void {
    this.open = false;
  }
}
