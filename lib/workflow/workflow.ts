import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { documentKeys } from '../../lambda/core/documents.ts';
import { acknowledge, acknowledgeWildcard } from '../acknowledge.ts';
import type { Invocables } from '../step-function/task.ts';
import { policyChange } from './policy-change.ts';

/** The bucket where texts land, as far as the workflow knows it. */
export type Landing = Pick<IBucket, 'bucketName'>;

export interface WorkflowProps {
  readonly functions: Invocables;
  /** Where texts land; it must send its events to EventBridge. */
  readonly documents: Landing;
}

/** The state machine `PolicyChange`, started by every text that lands under `incoming/`. */
export class Workflow extends Construct {
  readonly stateMachine: StateMachine;
  /** Texts for which EventBridge could start no run in a day of trying: published, as far as their author knows. */
  readonly neverStarted: Queue;

  constructor(scope: Construct, id: string, { functions, documents }: WorkflowProps) {
    super(scope, id);
    this.stateMachine = new StateMachine(this, 'PolicyChange', {
      comment: 'Compares a new text of a policy, dates it, posts it, and tells the customers it affects.',
      definitionBody: DefinitionBody.fromChainable(policyChange(this, functions)),
      stateMachineType: StateMachineType.STANDARD,
      tracingEnabled: true,
      // No timeout: a notice period may last nearly the year after which Step Functions itself ends a run.
      logs: { destination: this.logs(), level: LogLevel.ALL, includeExecutionData: false },
    });
    this.explain(functions);
    this.neverStarted = this.deadLetters();
    this.startBy(documents);
  }

  private logs(): LogGroup {
    return new LogGroup(this, 'Log', {
      // Longer than a run lasts with the usual 30 to 90 days of notice.
      retention: RetentionDays.SIX_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  private startBy(documents: Landing): void {
    const landed = new Rule(this, 'TextLanded', {
      description: 'A new text of a policy was dropped: start PolicyChange.',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [documents.bucketName] },
          object: { key: [{ prefix: documentKeys.incoming }] },
        },
      },
    });
    landed.addTarget(new SfnStateMachine(this.stateMachine, { deadLetterQueue: this.neverStarted }));
  }

  private deadLetters(): Queue {
    const queue = new Queue(this, 'NeverStarted', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // The longest there is: a person has to see it.
      retentionPeriod: Duration.days(14),
    });
    const last = 'It is itself the dead letter queue of the rule.';
    acknowledge(queue, 'AwsSolutions-SQS3', last);
    acknowledge(queue, 'Serverless-SQSRedrivePolicy', last);
    return queue;
  }

  /** Why the role of the state machine has wildcards, all of them put there by the CDK. */
  private explain(functions: Invocables): void {
    const { role } = this.stateMachine;
    acknowledgeWildcard(role, '*', 'X-Ray and the delivery of logs have no resources to name.');
    for (const { functionArn } of Object.values(functions))
      acknowledgeWildcard(
        role,
        `${functionArn}:*`,
        'Versions of a function that the machine may invoke anyway.',
      );
  }
}
