import { randomUUID } from 'node:crypto';
import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import { documentKeys } from '../lambda/core/documents.ts';
import type { Settings } from '../lambda/core/settings/settings.ts';
import { documentsFromEnvironment } from '../lambda/aws/documents.ts';
import type { Engines, EnginesOptions } from './engines.ts';
import { configurationSet, startEngines } from './engines.ts';
import { eventRoad } from './events/event-road.ts';
import { EvidenceStream } from './events/evidence-stream.ts';
import { FeedbackQueue } from './feedback-queue.ts';
import { loadHandlers } from './handlers.ts';
import type { VirtualClock } from './state-machine/clock.ts';
import { synthesiseDefinition } from './state-machine/definition.ts';
import type { Handler, Handlers } from './state-machine/handlers.ts';
import type { StateEntered } from './state-machine/run.ts';
import { runPolicyChange } from './state-machine/run.ts';

/** What a run needs beside its input: the time it starts at, and who watches. */
export interface RunOptions {
  readonly clock: VirtualClock;
  readonly onState?: (entered: StateEntered) => void;
}

/** The whole system on one machine: engines, deployed handlers, synthesised state machine. */
export interface Laptop {
  readonly engines: Engines;
  /** Drops a text as the user would (`aws s3 cp`), and runs what the bucket's event starts. */
  drop(name: string, bytes: Uint8Array, options: RunOptions): Promise<unknown>;
  /** Takes up a version whose run failed or waits. */
  resume(policyId: string, version: number, options: RunOptions): Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts everything on 127.0.0.1, its state under `dir`. One per process: the handlers are loaded once. */
export async function startLaptop(
  dir: string,
  settings: Settings,
  options: Pick<EnginesOptions, 'linkHere'> = {},
): Promise<Laptop> {
  const created: unknown[] = [];
  const queue = new FeedbackQueue(() => handlers.feedback);
  const stream = new EvidenceStream((key, bytes) =>
    documentsFromEnvironment().write(key, bytes, 'application/gzip'),
  );
  const onEvent = eventRoad(configurationSet, { undelivered: queue.add, heard: queue.add, all: stream.add });
  const engines = await startEngines({
    dir,
    settings,
    ...options,
    onObjectCreated: (event) => created.push(event),
    ses: { onEvent },
  });
  const handlers = await loadHandlers(engines.environment);
  const machine = {
    handlers: hearing(handlers, engines, [queue, stream]),
    definition: synthesiseDefinition(),
  };
  return {
    engines,
    drop: async (name, bytes, options) => {
      await documentsFromEnvironment().write(
        `${documentKeys.incoming}${name}`,
        bytes,
        'application/octet-stream',
      );
      return execute(machine, created.pop(), options);
    },
    resume: (policyId, version, options) => execute(machine, { resume: { policyId, version } }, options),
    stop: () => engines.stop(),
  };
}

/** The same handlers; before a step looks at what SES has said, all that it has said is there. */
function hearing(
  handlers: Handlers,
  { ses }: Engines,
  [queue, stream]: readonly [FeedbackQueue, EvidenceStream],
): Handlers {
  const after =
    (handler: Handler): Handler =>
    async (event) => {
      await ses.events.deliverAll();
      await queue.deliver();
      await stream.flush();
      return handler(event);
    };
  const { preflight, prepare, settle, report } = handlers;
  const listening = { preflight: after(preflight), prepare: after(prepare) };
  return { ...handlers, ...listening, settle: after(settle), report: after(report) };
}

interface Machine {
  readonly handlers: Handlers;
  readonly definition: StateMachineDefinition;
}

function execute(machine: Machine, input: unknown, options: RunOptions): Promise<unknown> {
  return runPolicyChange({ ...machine, ...options, input, executionId: `local:${randomUUID()}` });
}
