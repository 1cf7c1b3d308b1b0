import { Duration } from 'aws-cdk-lib';
import type { EventPattern as CdkEventPattern } from 'aws-cdk-lib/aws-events';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ConfigurationSet } from 'aws-cdk-lib/aws-ses';
import type { QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { EventPattern } from '../lambda/core/events/routes.ts';
import { eventRoutes } from '../lambda/core/events/routes.ts';
import { acknowledge } from './acknowledge.ts';
import { limits } from './step-function/limits.ts';
import type { StepFunction } from './step-function/step.ts';

export interface FeedbackProps {
  /** Takes the events in. */
  readonly step: StepFunction;
  /** Whose events; it must write them to the default bus. */
  readonly of: Pick<ConfigurationSet, 'configurationSetName'>;
}

/** What SES says of the notices it sent, on its way to the step `feedback`: rule, queue, and what was left over. */
export class Feedback extends Construct {
  /** Events that could not be taken in: of some customers nobody knows whether they were told. */
  readonly unheard: Queue;

  constructor(scope: Construct, id: string, { step, of }: FeedbackProps) {
    super(scope, id);
    this.unheard = new Queue(this, 'Unheard', { ...guarded, retentionPeriod: Duration.days(14) });
    const last = 'It is itself the dead letter queue of the events.';
    acknowledge(this.unheard, 'AwsSolutions-SQS3', last);
    acknowledge(this.unheard, 'Serverless-SQSRedrivePolicy', last);
    const queue = new Queue(this, 'Queue', {
      ...guarded,
      // Six times the timeout, as Lambda asks for.
      // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
      visibilityTimeout: Duration.minutes(6 * limits.feedback.timeout.toMinutes()),
      // A passing fault of DynamoDB or SES is over long before.
      deadLetterQueue: { queue: this.unheard, maxReceiveCount: 5 },
    });
    this.hear(of.configurationSetName, queue);
    const kept = 'A queue gives what failed too often to its own dead letter queue.';
    acknowledge(step, 'Serverless-LambdaEventSourceMappingDestination', kept);
    step.addEventSource(
      new SqsEventSource(queue, {
        // The more of a batch come together, the fewer writes they are.
        batchSize: 500,
        maxBatchingWindow: Duration.seconds(5),
        reportBatchItemFailures: true,
        // All of them write to the same minute: more would only wait for each other.
        maxConcurrency: 5,
      }),
    );
  }

  private hear(configurationSet: string, queue: Queue): void {
    const { heard, undelivered } = eventRoutes(configurationSet);
    const rules = [
      new Rule(this, 'Heard', {
        description: 'SES has sent a notice of those that are counted.',
        eventPattern: eventPattern(heard),
      }),
      new Rule(this, 'Undelivered', {
        description: 'SES could not bring a notice to its customer, or they want none.',
        eventPattern: eventPattern(undelivered),
      }),
    ];
    for (const rule of rules) rule.addTarget(new SqsQueue(queue, { deadLetterQueue: this.unheard }));
  }
}

/** The pattern of a route as the CDK takes it. */
export function eventPattern({ source, detail }: EventPattern): CdkEventPattern {
  return { source: [...source], detail };
}

/** The events name addresses: encrypted at rest and on the way. */
const guarded: QueueProps = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
