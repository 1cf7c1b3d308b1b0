import {
  SFNClient,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';

/** Starts the state machine with a JSON input; used by the command, never by a step. Returns the execution's ARN. */
export async function startPolicyChange(stateMachineArn: string, input: object): Promise<string> {
  const client = new SFNClient({});
  const { executionArn } = await client.send(
    new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
  );
  return executionArn ?? '';
}

/**
 * Wakes the run that waits for a task token, so that it looks at what was recorded. Returns false when that run waits
 * no more: it has ended, or its time to wait was over. Used by the command, never by a step.
 */
export async function wake(token: string, client: SFNClient = new SFNClient({})): Promise<boolean> {
  try {
    // Nothing is said by the way: what was decided is on record, and the run reads it there.
    await client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
    return true;
  } catch (error) {
    if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist) return false;
    throw error;
  }
}
