import * as z from 'zod';
import type { RunStep } from '../../lambda/steps.ts';
import { runSteps } from '../../lambda/steps.ts';
import type { VirtualClock } from './clock.ts';
import { awaiting, clockResource } from './localise.ts';

/** What a Lambda is to the state machine: JSON in, JSON out. */
export type Handler = (event: unknown) => Promise<unknown>;
export type Handlers = Readonly<Record<RunStep, Handler>>;

type Json = z.infer<ReturnType<typeof z.json>>;

interface Bound {
  /** By state name. */
  readonly handlers: Record<string, (event: Json) => Promise<Json>>;
  /** The error itself that a step threw, where the engine gives only a copy with its name and message. */
  originOf(failure: unknown): unknown;
}

/** Gives every task state the handler of the step that its resource names. */
export function bindHandlers(
  tasks: readonly (readonly [name: string, resource: string])[],
  handlers: Handlers,
  clock: VirtualClock,
): Bound {
  const thrown = new Map<string, unknown>();
  const bound = tasks.map(([name, resource]) => {
    return [name, likeLambda(handlerOf(name, resource, handlers, clock), thrown)] as const;
  });
  return { handlers: Object.fromEntries(bound), originOf: (failure) => originOf(failure, thrown) };
}

function handlerOf(name: string, resource: string, handlers: Handlers, clock: VirtualClock): Handler {
  if (resource === clockResource) return waiting(clock);
  if (!resource.endsWith(awaiting)) return handlers[stepOf(name, resource)];
  return asking(handlers[stepOf(name, resource.slice(0, -awaiting.length))], clock);
}

function stepOf(state: string, resource: string): RunStep {
  const found = runSteps.find((step) => resource.endsWith(`:function:${step}`));
  if (found !== undefined) return found;
  throw new TypeError(`The state "${state}" invokes ${resource}, which is named after no step.`);
}

/** Passes copies, as the wire does, and keeps what the handler throws. */
function likeLambda(handler: Handler, thrown: Map<string, unknown>): (event: Json) => Promise<Json> {
  return async (event) => {
    try {
      const answer = await handler(structuredClone(event));
      return z.json().parse(JSON.parse(JSON.stringify(answer ?? null)));
    } catch (error) {
      if (error instanceof Error) thrown.set(error.name, error);
      throw error;
    }
  };
}

const pause = z.union([
  z.object({ until: z.iso.datetime({ offset: true }) }),
  z.object({ seconds: z.number() }),
]);

function waiting(clock: VirtualClock): Handler {
  return async (event) => {
    const asked = pause.parse(event);
    const moment = 'until' in asked ? asked.until : clock.now().getTime() + asked.seconds * 1000;
    clock.advanceTo(new Date(moment));
    return null;
  };
}

const question = z.object({ event: z.json(), seconds: z.number() });

/** Nobody can answer while a run on a laptop goes on: its patience ends, unless the clock stops the run here. */
function asking(handler: Handler, clock: VirtualClock): Handler {
  return async (event) => {
    const asked = question.parse(event);
    await handler(asked.event);
    clock.advanceTo(new Date(clock.now().getTime() + asked.seconds * 1000));
    throw new OutOfPatience();
  };
}

/** What Step Functions calls the end of a state's timeout. */
class OutOfPatience extends Error {
  override readonly name = 'States.Timeout';
}

function originOf(failure: unknown, thrown: ReadonlyMap<string, unknown>): unknown {
  const cause = failure instanceof Error ? failure.cause : undefined;
  return cause instanceof Error ? (thrown.get(cause.name) ?? cause) : failure;
}
