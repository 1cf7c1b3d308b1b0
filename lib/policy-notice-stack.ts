import type { StackProps } from 'aws-cdk-lib';
import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { PolicyNoticeProps } from './policy-notice.ts';
import { PolicyNotice } from './policy-notice.ts';

export type PolicyNoticeStackProps = PolicyNoticeProps & StackProps;

/** `PolicyNotice` as a stack of its own, with the addresses a person needs to use it. */
export class PolicyNoticeStack extends Stack {
  readonly notice: PolicyNotice;

  constructor(scope: Construct, id: string, props: PolicyNoticeStackProps) {
    const { settings, customers, certificate, identity, ...stack } = props;
    super(scope, id, { description: 'Tells customers when a policy they live under changes.', ...stack });
    this.notice = new PolicyNotice(this, 'PolicyNotice', { settings, customers, certificate, identity });
    this.say(
      'DocumentsBucket',
      this.notice.documents.bucket.bucketName,
      'Drop a text under incoming/ to publish it.',
    );
    this.say(
      'ArchiveTable',
      this.notice.archive.table.tableName,
      'What was published, decided and approved.',
    );
    this.say('NoticesTable', this.notice.notices.table.tableName, 'Who was told of what.');
    this.say('CustomersTable', this.notice.customers.table.tableName, 'Whom notices go to.');
    this.say(
      'StateMachine',
      this.notice.workflow.stateMachine.stateMachineArn,
      'Every published text is a run of it.',
    );
    this.say(
      'ConfigurationSet',
      this.notice.mail.configurationSet.configurationSetName,
      'Disable its sending to stop all notices at once.',
    );
    this.say('Alarms', this.notice.alarms.pager.topic.topicArn, 'Subscribe whoever is to be paged.');
    this.say('Site', this.notice.site.domainName, `Point the name in ${settings.site.url} here.`);
  }

  private say(name: string, value: string, description: string): CfnOutput {
    return new CfnOutput(this, name, { value, description });
  }
}
