import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import type { Running } from '../../local/http-server.ts';
import { listen } from '../../local/http-server.ts';

/** A call to Step Functions: its name, and what it was given. */
export interface StepFunctionsCall {
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Step Functions as far as the command calls it. Tokens in `gone` belong to runs that have ended. */
export interface StepFunctionsWire extends Running {
  readonly calls: StepFunctionsCall[];
  readonly gone: Set<unknown>;
}

const call = z.record(z.string(), z.unknown());

/** Answers StartExecution and SendTaskSuccess over HTTP (AWS JSON 1.0), for the real SDK. */
export async function startStepFunctions(): Promise<StepFunctionsWire> {
  const calls: StepFunctionsCall[] = [];
  const gone = new Set<unknown>();
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const action = String(request.headers['x-amz-target']).replace('AWSStepFunctions.', '');
      const input = call.parse(body);
      calls.push({ action, input });
      const isGone = gone.has(input['taskToken']);
      response.writeHead(isGone ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(isGone ? refusal : answers[action]));
    });
  });
  return { ...(await listen(server)), calls, gone };
}

const refusal = { __type: 'TaskTimedOut', message: 'Task Timed Out: Provided task does not exist anymore' };
const answers: Readonly<Record<string, object>> = {
  SendTaskSuccess: {},
  StartExecution: { executionArn: 'arn:aws:states:eu-central-1:000000000000:execution:x:1', startDate: 0 },
};
