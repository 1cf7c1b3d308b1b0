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
  /** The step that sends. */
  readonly sender: IFunction;
  /** The names of the tables. */
  readonly ledger: string;
  readonly customers: string;
}
