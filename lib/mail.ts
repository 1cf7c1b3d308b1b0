import { CfnOutput, Stack } from 'aws-cdk-lib';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { env } from '../lambda/contract.ts';
import type { Settings } from '../lambda/core/settings/settings.ts';
import type { StepFunction } from './step-function/step.ts';

/** What the names of our templates begin with. */
export const templatePrefix = 'notice-';

/** The right to send notices: the sender's domain, and the configuration set that every notice goes through. */
export class Mail extends Construct {
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;

  constructor(
    scope: Construct,
    id: string,
    private readonly sender: Settings['sender'],
  ) {
    super(scope, id);
    const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      // It would hold back mail to addresses it doubts, and a customer would silently not be told.
      disableAutoValidation: true,
    });
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domain),
      configurationSet: this.configurationSet,
      // Bounces come back to a domain of the sender, so that SPF is aligned too.
      mailFromDomain: `bounce.${domain}`,
    });
    this.listDnsRecords();
  }

  /** Sends by a notice's template, from the sender's address alone. It can write no template. */
  grantSend(step: StepFunction): void {
    const set = this.configurationSet.configurationSetName;
    step.addEnvironment(env.configurationSet, set);
    const why = 'Each notice has a template of its own, which comes after the deployment.';
    const conditions = { StringEquals: { 'ses:FromAddress': this.sender.address } };
    const actions = ['ses:SendBulkTemplatedEmail', 'ses:SendTemplatedEmail'];
    step.grantOn(this.identity.emailIdentityArn, actions, { conditions });
    step.grantOn(this.arnOf('configuration-set', set), actions, { conditions });
    step.grantOn(this.arnOf('template', `${templatePrefix}*`), actions, { conditions, why });
  }

  /** Writes and tries templates, and reads the quota. It can send nothing. */
  grantPrepare(step: StepFunction): void {
    step.addEnvironment(env.configurationSet, this.configurationSet.configurationSetName);
    const why = 'These calls of SES v1 know no resources.';
    const actions = ['ses:CreateTemplate', 'ses:GetTemplate', 'ses:TestRenderTemplate', 'ses:GetSendQuota'];
    step.grantOn('*', actions, { why });
  }

  private arnOf(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
  }

  private listDnsRecords(): void {
    this.identity.dkimRecords.forEach(({ name, value }, i) => {
      const record = new CfnOutput(this, `Dkim${i + 1}`, { value: `${name} CNAME ${value}` });
      record.description =
        'Add this record to your DNS: it proves that you may send, and signs what you send.';
    });
  }
}
