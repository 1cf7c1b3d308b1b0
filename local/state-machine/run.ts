import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import { StateMachine } from 'aws-local-stepfunctions';
import * as z from 'zod';
import type { VirtualClock } from './clock.ts';
import type { Handlers } from './handlers.ts';
import { bindHandlers } from './handlers.ts';
import { localise, tasksOf } from './localise.ts';
import { provideWithResolvers } from './with-resolvers.ts';

type Execution = ReturnType<StateMachine['run']>;

/** A state was entered. `policyId` and `version` are null before Publish has answered; `slice` counts inside a Map. */
export interface StateEntered {
  readonly state: string;
  readonly policyId: string | null;
  readonly version: number | null;
  readonly slice: number | null;
}

export interface PolicyChangeRun {
  readonly definition: StateMachineDefinition;
  /** An EventBridge event of S3, or `{resume: {policyId, version}}`. */
  readonly input: unknown;
  readonly handlers: Handlers;
  readonly clock: VirtualClock;
  readonly executionId: string;
  /** Called in order for each state, shortly after it was entered, with what it was given. */
  readonly onState?: (entered: StateEntered, input: unknown) => void;
}

/**
 * Runs the state machine to its end with handlers in place of Lambdas; waits move the clock and retries do not pause.
 * Returns the output of the last state. Throws what the step threw that failed the run.
 */
export async function runPolicyChange(run: PolicyChangeRun): Promise<unknown> {
  provideWithResolvers();
  const machine = localise(run.definition);
  const tasks = tasksOf(machine);
  const bound = bindHandlers(tasks, run.handlers, run.clock);
  // Checking the definition takes 0.3 s a run; the tests of the stack do it once.
  const execution = new StateMachine(machine, { validationOptions: { noValidate: true } }).run(
    z.json().parse(run.input),
    {
      overrides: {
        taskResourceLocalHandlers: bound.handlers,
        retryIntervalOverrides: Object.fromEntries(tasks.map(([name]) => [name, 0])),
      },
      context: contextOf(run),
    },
  );
  const [outcome] = await Promise.allSettled([execution.result, follow(execution, run.onState)]);
  if (outcome.status === 'fulfilled') return outcome.value;
  throw bound.originOf(outcome.reason);
}

/** `$$` as Step Functions fills it; a getter, because the time is that of the state being entered. */
function contextOf({ executionId, clock }: PolicyChangeRun): Record<string, unknown> {
  return {
    Execution: { Id: executionId },
    Task: { Token: executionId },
    State: {
      get EnteredTime(): string {
        return clock.now().toISOString();
      },
    },
  };
}

const ids = z.object({ policyId: z.string(), version: z.number() });

async function follow(execution: Execution, onState: PolicyChangeRun['onState']): Promise<void> {
  for await (const event of execution.eventLogs) {
    if (event.type !== 'StateEntered' || onState === undefined) continue;
    const known = ids.safeParse(event.state.input);
    const entered = {
      state: event.state.name,
      policyId: known.data?.policyId ?? null,
      version: known.data?.version ?? null,
      slice: event.index ?? null,
    };
    onState(entered, event.state.input);
  }
}
