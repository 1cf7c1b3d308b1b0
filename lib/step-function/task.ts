import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { RetryProps } from 'aws-cdk-lib/aws-stepfunctions';
import {
  Errors,
  IntegrationPattern,
  JitterType,
  JsonPath,
  TaskInput,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { AskInput } from '../../lambda/contract.ts';
import type { RunStep } from '../../lambda/steps.ts';
import { ErrorName } from '../../lambda/core/errors.ts';
import { limits } from './limits.ts';

/** A function for each step of a run: those of the stack, or any that answer as they do. */
export type Invocables = Readonly<Record<RunStep, IFunction>>;

/** What a state hands to its step and keeps of the answer. */
export interface Exchange {
  /** The event; `now` and `execution` are added to it. */
  readonly event: Readonly<Record<string, unknown>>;
  /** The fields of the answer that stay in the state; none: the answer is dropped. */
  readonly keep: readonly string[];
  /** Where they stay, e.g. `$.plan`; absent: they replace the state. */
  readonly at?: string;
  /** What this step alone tries again, before the rules for all. */
  readonly retry?: RetryProps;
}

/** The version that the state is about; every step after `publish` gets it. */
export const versionRef = {
  policyId: JsonPath.stringAt('$.policyId'),
  version: JsonPath.numberAt('$.version'),
};

/** The notice that posting has asked for, of this version or of the one that it took back; every step of a notice gets it. */
export const noticeRef = {
  policyId: JsonPath.stringAt('$.policyId'),
  version: JsonPath.numberAt('$.posting.notice.version'),
  correction: JsonPath.numberAt('$.posting.notice.correction'),
};

/**
 * The state `name` that invokes a step. Only the named fields of the answer travel on, so a text that a step
 * answers by mistake never enters the execution's history.
 */
export function task(
  scope: Construct,
  name: string,
  step: RunStep,
  functions: Invocables,
  exchange: Exchange,
): LambdaInvoke {
  const { event, keep, at } = exchange;
  const invoke = new LambdaInvoke(scope, name, {
    lambdaFunction: functions[step],
    // The answer itself instead of an envelope of HTTP headers, which would fill the 256 KB of state.
    payloadResponseOnly: true,
    payload: TaskInput.fromObject({
      ...event,
      now: JsonPath.stateEnteredTime,
      execution: JsonPath.executionId,
    }),
    ...(keep.length === 0 ? { resultPath: JsonPath.DISCARD } : { resultSelector: selected(keep) }),
    ...(at !== undefined && { resultPath: at }),
    // Lambda ends a step at its own timeout; the minute more catches an invocation whose answer was lost.
    taskTimeout: Timeout.duration(limits[step].timeout.plus(Duration.minutes(1))),
    // Replaced by the first retrier below, which spreads its attempts.
    retryOnServiceExceptions: false,
  });
  if (exchange.retry !== undefined) invoke.addRetry(exchange.retry);
  return withRetries(invoke);
}

/** What a run asks a person, and how long it waits before it looks again. */
export interface Question {
  readonly question: AskInput['question'];
  readonly about: typeof versionRef | typeof noticeRef;
  readonly patience: Timeout;
}

/** The state `name` that gives its task token to `ask` and goes on when somebody completes it, or its patience ends. */
export function question(
  scope: Construct,
  name: string,
  functions: Invocables,
  { question, about, patience }: Question,
): LambdaInvoke {
  const invoke = new LambdaInvoke(scope, name, {
    lambdaFunction: functions.ask,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: TaskInput.fromObject({
      ...about,
      question,
      token: JsonPath.taskToken,
      now: JsonPath.stateEnteredTime,
      execution: JsonPath.executionId,
    }),
    // Whatever wakes it, the step that asked looks at what was recorded: nothing said here decides anything.
    resultPath: JsonPath.DISCARD,
    taskTimeout: patience,
    retryOnServiceExceptions: false,
  });
  // The end of patience is no fault: asking again with a new token would only put it off.
  invoke.addRetry({ errors: [Errors.TIMEOUT], maxAttempts: 0 });
  return withRetries(invoke);
}

function selected(fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, JsonPath.stringAt(`$.${field}`)]));
}

/** Every step may be repeated: it claims by conditional write before it acts. */
function withRetries(invoke: LambdaInvoke): LambdaInvoke {
  // Lambda could not run the step, or is busy: nothing of ours has failed, so wait up to about two minutes.
  invoke.addRetry({
    errors: [
      'Lambda.ClientExecutionTimeoutException',
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.TooManyRequestsException',
    ],
    interval: Duration.seconds(2),
    backoffRate: 2,
    maxAttempts: 6,
    jitterStrategy: JitterType.FULL,
  });
  // A named error says what a person has to change: trying the same again changes nothing. But settings may not fit
  // the code for the seconds in which a deployment replaces one after the other.
  const lasting = Object.values(ErrorName).filter((name) => name !== ErrorName.BadSettings);
  invoke.addRetry({ errors: lasting, maxAttempts: 0 });
  // Anything else may be a passing fault of S3, DynamoDB or SES that outlived the SDK's own retries: two more
  // tries, a minute apart, save a run at night from waiting for a person.
  invoke.addRetry({ errors: [Errors.ALL], interval: Duration.minutes(1), backoffRate: 2, maxAttempts: 2 });
  return invoke;
}
