import { Annotations, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { RecordKey } from '../record-key.ts';

export interface PagerProps {
  readonly key: RecordKey;
  /** Gets a mail of each alarm, once they have confirmed the first one; absent: whoever subscribes to the topic. */
  readonly owner: string | undefined;
}

/** Where alarms go. */
export class Pager extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { key, owner }: PagerProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', {
      displayName: 'policy-notice',
      masterKey: key,
      enforceSSL: true,
    });
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');
    const ours = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: ours,
      }),
    );
    key.allowService(cloudWatch, ours);
    if (owner === undefined) this.warn();
    else this.subscribe(owner);
  }

  private subscribe(owner: string): void {
    this.topic.addSubscription(new EmailSubscription(owner));
    const mail = 'SNS repeats a mail by itself, and the alarm stays red in the console.';
    acknowledge(this.topic, 'Serverless-SNSRedrivePolicy', mail);
  }

  private warn(): void {
    Annotations.of(this).addWarningV2(
      'policy-notice:nobody-is-paged',
      'Nobody is told when a run fails: set "owner" in policy-notice.config.ts, or subscribe to the topic of the alarms.',
    );
  }
}
