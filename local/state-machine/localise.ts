import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import * as z from 'zod';

type State = StateMachineDefinition['States'][string];
type WaitState = Extract<State, { Type: 'Wait' }>;
type TaskState = Extract<State, { Type: 'Task' }>;
type Machine = Pick<StateMachineDefinition, 'StartAt' | 'States'>;

/** The resource of the task that a wait becomes. */
export const clockResource = 'arn:aws:lambda:eu-central-1:000000000000:function:clock';

/** What the resource of a task ends in that waits for its task token. */
export const awaiting = '.waitForTaskToken';

/**
 * The same machine for a laptop: every wait is a task of the virtual clock, because real timers end at once when
 * they are longer than 24 days; the timeout of the whole run, such a timer too, is left out. A task that waits for its
 * token becomes one that is handed its event and, as `seconds`, how long it would wait.
 */
export function localise({ StartAt, States }: Machine): Machine {
  const local = Object.entries(States).map(([name, state]) => [name, localState(state)] as const);
  return { StartAt, States: Object.fromEntries(local) };
}

function localState(state: State): State {
  if (state.Type === 'Wait') return clockTask(state);
  if (state.Type === 'Task' && state.Resource.endsWith(awaiting)) return awaitingTask(state);
  if (state.Type === 'Map' && state.ItemProcessor !== undefined)
    return { ...state, ItemProcessor: localise(state.ItemProcessor) };
  return state;
}

function clockTask(state: WaitState): State {
  const { Type: _, TimestampPath, Timestamp, Seconds, SecondsPath, ...rest } = state;
  return {
    ...rest,
    Type: 'Task',
    Resource: clockResource,
    Parameters: {
      ...(Timestamp !== undefined && { until: Timestamp }),
      ...(TimestampPath !== undefined && { 'until.$': TimestampPath }),
      ...(Seconds !== undefined && { seconds: Seconds }),
      ...(SecondsPath !== undefined && { 'seconds.$': SecondsPath }),
    },
    ResultPath: null,
  };
}

const invocation = z.object({ FunctionName: z.string(), Payload: z.json() });

function awaitingTask(state: TaskState): State {
  const { TimeoutSeconds, TimeoutSecondsPath, Parameters, ...rest } = state;
  const { FunctionName, Payload } = invocation.parse(Parameters);
  return {
    ...rest,
    Resource: `${FunctionName}${awaiting}`,
    Parameters: {
      event: Payload,
      ...(TimeoutSeconds !== undefined && { seconds: TimeoutSeconds }),
      ...(TimeoutSecondsPath !== undefined && { 'seconds.$': TimeoutSecondsPath }),
    },
  };
}

/** Every task of a machine with its resource, those inside a Map too: state names are unique in the whole. */
export function tasksOf({ States }: Machine): readonly (readonly [name: string, resource: string])[] {
  return Object.entries(States).flatMap(([name, state]) => {
    if (state.Type === 'Task') return [[name, state.Resource] as const];
    if (state.Type === 'Map' && state.ItemProcessor !== undefined) return tasksOf(state.ItemProcessor);
    return [];
  });
}
