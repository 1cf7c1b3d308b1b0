import { Stack } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { chronicleFolder, chroniclePrefix, gatheringSeconds } from '../lambda/core/events/chronicle.ts';
import { linePaths } from '../lambda/core/events/line.ts';
import { eventRoutes } from '../lambda/core/events/routes.ts';
import type { Documents } from './documents.ts';
import { eventPattern } from './feedback.ts';

export interface EvidenceProps {
  /** Whose events; it must write them to the default bus. */
  readonly configurationSet: string;
  /** Where they are kept. */
  readonly documents: Documents;
  /** Takes what the stream would not. */
  readonly unheard: Queue;
}

/**
 * What SES said of every single mail, without its address, as objects in the documents bucket: AWS moves it there by
 * itself, and no step can write any of it.
 */
export class Evidence extends Construct {
  readonly stream: CfnDeliveryStream;

  constructor(scope: Construct, id: string, { configurationSet, documents, unheard }: EvidenceProps) {
    super(scope, id);
    this.stream = this.streamTo(documents);
    const rule = new Rule(this, 'Kept', {
      description: 'SES says something of a notice, which is kept as evidence.',
      eventPattern: eventPattern(eventRoutes(configurationSet).all),
    });
    const ours = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    const assumedBy = new ServicePrincipal('events.amazonaws.com', { conditions: ours });
    const role = new Role(this, 'RuleRole', { assumedBy });
    const put = ['firehose:PutRecord', 'firehose:PutRecordBatch'];
    Grant.addToPrincipal({
      grantee: role,
      actions: put,
      resourceArns: [this.stream.attrArn],
    }).assertSuccess();
    // By hand, because the target of the CDK has no dead letter queue.
    rule.addTarget({
      bind: () => ({
        arn: this.stream.attrArn,
        role,
        input: RuleTargetInput.fromObject(line),
        deadLetterConfig: { arn: unheard.queueArn },
      }),
    });
    unheard.grantSendMessages(
      new ServicePrincipal('events.amazonaws.com', {
        conditions: { ArnEquals: { 'aws:SourceArn': rule.ruleArn } },
      }),
    );
  }

  private streamTo(documents: Documents): CfnDeliveryStream {
    // https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#firehose-assume-role
    const ours = { StringEquals: { 'sts:ExternalId': Stack.of(this).account } };
    const assumedBy = new ServicePrincipal('firehose.amazonaws.com', { conditions: ours });
    const role = new Role(this, 'StreamRole', { assumedBy });
    const granted = documents.grantKeepEvidence(role);
    const stream = new CfnDeliveryStream(this, 'Stream', {
      deliveryStreamType: 'DirectPut',
      deliveryStreamEncryptionConfigurationInput: { keyType: 'AWS_OWNED_CMK' },
      extendedS3DestinationConfiguration: {
        bucketArn: documents.bucket.bucketArn,
        roleArn: role.roleArn,
        prefix: chroniclePrefix,
        errorOutputPrefix: `${chronicleFolder}failed/!{firehose:error-output-type}/`,
        // The larger an object, the fewer there are to read; the sooner it is there, the sooner a doubt is settled.
        bufferingHints: { intervalInSeconds: gatheringSeconds, sizeInMBs: 64 },
        compressionFormat: 'GZIP',
        processingConfiguration: { enabled: true, processors: [oneLineEach] },
      },
    });
    granted.applyBefore(stream);
    return stream;
  }
}

/** The line of an event; each placeholder becomes what stands there, in quotes where it is a text. */
const line = Object.fromEntries(
  Object.entries(linePaths).map(([name, path]) => [name, EventField.fromPath(path)]),
);

/** Without it Firehose writes one record behind the other. https://docs.aws.amazon.com/firehose/latest/APIReference/API_Processor.html */
const oneLineEach = {
  type: 'AppendDelimiterToRecord',
  parameters: [{ parameterName: 'Delimiter', parameterValue: String.raw`\n` }],
};
