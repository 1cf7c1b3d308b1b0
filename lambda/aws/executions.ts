import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';

/** Starts the state machine with a JSON input; used by the command, never by a step. Returns the execution's ARN. */
export async function startPolicyChange(stateMachineArn: string, input: object): Promise<string> {
  const client = new SFNClient({});
  const { executionArn } = await client.send(
    new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
  );
  return executionArn ?? '';
}
