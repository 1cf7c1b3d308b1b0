import { CfnOutput, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { IEmailIdentity } from 'aws-cdk-lib/aws-ses';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { env } from '../lambda/steps.ts';
import { canaryRecipient } from '../lambda/core/settings/checks.ts';
import type { Settings } from '../lambda/core/settings/settings.ts';
import type { StepFunction } from './step-function/step.ts';

/** What the names of our templates begin with. */
export const templatePrefix = 'notice-';

/** Opens and clicks are nobody's business; the rest says whether a customer was told. */
const whatBecameOfIt = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.RENDERING_FAILURE,
  EmailSendingEvent.DELIVERY_DELAY,
];

/** Whether the account, its identity and the configuration set may send, and how much. */
const whatIsAsked = [
  'ses:DescribeConfigurationSet',
  'ses:GetAccountSendingEnabled',
  'ses:GetIdentityDkimAttributes',
  'ses:GetIdentityVerificationAttributes',
  'ses:GetSendQuota',
];

export interface MailProps {
  readonly sender: Settings['sender'];
  /** `existing`: the domain is in SES already, and stays as it is. */
  readonly identity: 'create' | 'existing';
}

/** The right to send notices: the sender's domain, and the configuration set that every notice goes through. */
export class Mail extends Construct {
  readonly identity: IEmailIdentity;
  readonly configurationSet: ConfigurationSet;
  private readonly sender: Settings['sender'];

  constructor(scope: Construct, id: string, { sender, identity }: MailProps) {
    super(scope, id);
    this.sender = sender;
    const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      // It would hold back mail to addresses it doubts, and a customer would silently not be told.
      disableAutoValidation: true,
    });
    this.configurationSet.addEventDestination('Events', {
      // The default bus is the only one that SES writes to.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: whatBecameOfIt,
    });
    this.identity =
      identity === 'existing'
        ? EmailIdentity.fromEmailIdentityName(this, 'Identity', domain)
        : this.newIdentity(domain);
  }

  private newIdentity(domain: string): EmailIdentity {
    // Bounces come back to a domain of the sender, so that SPF is aligned too.
    const mailFromDomain = `bounce.${domain}`;
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domain),
      configurationSet: this.configurationSet,
      mailFromDomain,
    });
    const { region } = Stack.of(this);
    this.listDnsRecords([
      ...identity.dkimRecords.map(({ name, value }) => `${name} CNAME ${value}`),
      `${mailFromDomain} MX 10 feedback-smtp.${region}.amazonses.com`,
      `${mailFromDomain} TXT "v=spf1 include:amazonses.com ~all"`,
    ]);
    return identity;
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

  /** Reads whether the account may send, and sends to the mailbox simulator. It can reach no customer. */
  grantCheck(step: StepFunction): void {
    const set = this.configurationSet.configurationSetName;
    step.addEnvironment(env.configurationSet, set);
    const conditions = {
      StringEquals: { 'ses:FromAddress': this.sender.address },
      'ForAllValues:StringEquals': { 'ses:Recipients': canaryRecipient },
      // Of no recipients at all, anything is true.
      Null: { 'ses:Recipients': 'false' },
    };
    step.grantOn(this.identity.emailIdentityArn, ['ses:SendEmail'], { conditions });
    step.grantOn(this.arnOf('configuration-set', set), ['ses:SendEmail'], { conditions });
    step.grantOn('*', whatIsAsked, { why: 'These calls of SES v1 know no resources.' });
  }

  /** Writes and tries templates, and reads the quota. It can send nothing. */
  grantPrepare(step: StepFunction): void {
    step.addEnvironment(env.configurationSet, this.configurationSet.configurationSetName);
    const why = 'These calls of SES v1 know no resources.';
    const actions = ['ses:CreateTemplate', 'ses:GetTemplate', 'ses:TestRenderTemplate', 'ses:GetSendQuota'];
    step.grantOn('*', actions, { why });
  }

  /**
   * Switches sending off, and on again where a person has stopped the notice meanwhile, for every notice at once. It
   * can send nothing.
   */
  grantSwitch(step: StepFunction): void {
    step.addEnvironment(env.configurationSet, this.configurationSet.configurationSetName);
    const why = 'This call of SES v1 knows no resources.';
    step.grantOn('*', ['ses:UpdateConfigurationSetSendingEnabled'], { why });
  }

  private arnOf(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
  }

  private listDnsRecords(records: readonly string[]): void {
    for (const [index, value] of records.entries()) {
      const record = new CfnOutput(this, `DnsRecord${index + 1}`, { value });
      record.description =
        'Add this record to your DNS: it proves that you may send, and signs what you send.';
    }
  }
}
