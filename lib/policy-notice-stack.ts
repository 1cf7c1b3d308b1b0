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
    const { settings, customers, certificate, ...stack } = props;
    super(scope, id, { description: 'Tells customers when a policy they live under changes.', ...stack });
    this.notice = new PolicyNotice(this, 'PolicyNotice', { settings, customers, certificate });
    this.say(
      'DocumentsBucket',
      this.notice.documents.bucket.bucketName,
      'Drop a text under incoming/ to publish it.',
    );
    this.say('CustomersTable', this.notice.customers.table.tableName, 'Whom notices go to.');
    this.say(
      'StateMachine',
      this.notice.workflow.stateMachine.stateMachineArn,
      'Every published text is a run of it.',
    );
    this.say('Site', this.notice.site.domainName, `Point the name in ${settings.site.url} here.`);
  }

  private say(name: string, value: string, description: string): CfnOutput {
    return new CfnOutput(this, name, { value, description });
  }
}
