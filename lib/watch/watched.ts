import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';

/** What of the stack is watched. */
export interface Watched {
  readonly machine: StateMachine;
  /** Texts that could start no run. */
  readonly neverStarted: Queue;
  /** Events of SES that could not be taken in. */
  readonly unheard: Queue;
  /** The name of the configuration set that every notice goes through. */
  readonly configurationSet: string;
  /** The name of the stream that keeps what SES says of each mail; null where nothing is kept. */
  readonly evidence: string | null;
  /** The step that sends. */
  readonly sender: IFunction;
  /** The name of the table that it reads. */
  readonly customers: string;
}
