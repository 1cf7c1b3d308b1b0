import { Stack } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { BadInput } from '../lambda/core/errors.ts';
import type { SettingsInput } from '../lambda/core/settings/settings.ts';
import { parseSettings } from '../lambda/core/settings/parse.ts';
import { Archive } from './archive.ts';
import type { CustomerTable } from './customers.ts';
import { Customers } from './customers.ts';
import { Documents } from './documents.ts';
import { Evidence } from './evidence.ts';
import { Feedback } from './feedback.ts';
import { Mail } from './mail.ts';
import { Notices } from './notices.ts';
import { RecordKey } from './record-key.ts';
import { Site } from './site/site.ts';
import type { StepFunctions } from './step-function/step.ts';
import { stepFunctions } from './step-function/step.ts';
import { Alarms } from './watch/alarms.ts';
import { Overview } from './watch/overview.ts';
import type { Watched } from './watch/watched.ts';
import { Workflow } from './workflow/workflow.ts';

export interface PolicyNoticeProps {
  /** What `policy-notice.config.ts` exports; defaults are filled in. */
  readonly settings: SettingsInput;
  /** Your own table of customers, with the key `customerId` (a string). Default: one is created. */
  readonly customers?: CustomerTable | undefined;
  /** For the host of `settings.site.url`, in us-east-1. Default: the site has CloudFront's own name. */
  readonly certificate?: ICertificate | undefined;
  /** `existing`: the sender's domain is in SES already, by another stack or by hand. Default: it is created. */
  readonly identity?: 'create' | 'existing' | undefined;
}

/**
 * Everything that tells customers when a policy changes: `new PolicyNotice(this, 'PolicyNotice', { settings })`, then
 * drop a text as `incoming/<policyId>.md` into `documents.bucket`.
 * Throws BadSettings naming every wrong path, BadInput for a second one in the same stack.
 */
export class PolicyNotice extends Construct {
  readonly archive: Archive;
  readonly notices: Notices;
  readonly customers: Customers;
  readonly documents: Documents;
  readonly site: Site;
  readonly mail: Mail;
  readonly workflow: Workflow;
  readonly feedback: Feedback;
  /** Null when nobody listens to events (`sending.feedback: 'off'`). */
  readonly evidence: Evidence | null;
  readonly alarms: Alarms;
  readonly overview: Overview;

  constructor(scope: Construct, id: string, props: PolicyNoticeProps) {
    super(scope, id);
    this.refuseSecond();
    const settings = parseSettings(props.settings);
    const key = new RecordKey(this, 'Key');
    this.archive = new Archive(this, 'Archive', key);
    this.notices = new Notices(this, 'Notices', key);
    this.customers = new Customers(this, 'Customers', { key, existing: props.customers });
    this.documents = new Documents(this, 'Documents', { key, records: settings.records });
    this.site = new Site(this, 'Site', { url: settings.site.url, certificate: props.certificate });
    this.mail = new Mail(this, 'Mail', { sender: settings.sender, identity: props.identity ?? 'create' });
    const { feedback, ...functions } = stepFunctions(this, settings);
    this.grant(functions);
    this.grantSending({ feedback, ...functions });
    this.workflow = new Workflow(this, 'Workflow', { functions, documents: this.documents.bucket });
    this.feedback = new Feedback(this, 'Events', { step: feedback, of: this.mail.configurationSet });
    this.evidence = settings.sending.feedback === 'off' ? null : this.keepEvidence();
    const watched = this.watched(functions.notify);
    this.alarms = new Alarms(this, 'Alarms', { ...watched, key, owner: settings.owner });
    this.overview = new Overview(this, 'Overview', { ...watched, alarms: this.alarms.all });
  }

  private keepEvidence(): Evidence {
    const { documents, feedback } = this;
    const { configurationSetName: configurationSet } = this.mail.configurationSet;
    return new Evidence(this, 'Evidence', { configurationSet, documents, unheard: feedback.unheard });
  }

  private refuseSecond(): void {
    const stack = Stack.of(this);
    const others = stack.node.findAll().filter((one) => one instanceof PolicyNotice && one !== this);
    if (others.length === 0) return;
    throw new BadInput(
      `The stack "${stack.stackName}" has a PolicyNotice already (${others.map(({ node }) => node.path).join(', ')}).`,
      'Give each a stack of its own: alarms, dashboard and metrics are named after the stack.',
    );
  }

  /** What says whether a promise to customers is kept. */
  private watched(sender: IFunction): Watched {
    const { stateMachine: machine, neverStarted } = this.workflow;
    const { unheard } = this.feedback;
    const { configurationSetName: configurationSet } = this.mail.configurationSet;
    const evidence = this.evidence?.stream.ref ?? null;
    const customers = this.customers.table.tableName;
    return { machine, neverStarted, unheard, evidence, configurationSet, sender, customers };
  }

  /** Who may do what: one line a permission, which also tells the step the address. */
  private grant({ publish, assess, approve, ask, post }: Omit<StepFunctions, 'feedback'>): void {
    const { archive, notices, documents, site } = this;

    documents.grantReadIncoming(publish);
    documents.grantRead(publish);
    documents.grantWrite(publish);
    archive.grantAppend(publish);

    documents.grantRead(assess);
    documents.grantWrite(assess);
    archive.grantAdvance(assess);

    archive.grantAdvance(approve);
    archive.grantAsk(ask);
    notices.grantAsk(ask);

    documents.grantRead(post);
    documents.grantWrite(post);
    archive.grantAdvance(post);
    site.grantPost(post);
  }

  /** The same for the steps that send, and those that count what came of it. */
  private grantSending({ preflight, prepare, notify, settle, report, feedback }: StepFunctions): void {
    const { archive, notices, customers, documents, mail } = this;

    archive.grantRead(preflight);
    notices.grantCheck(preflight);
    mail.grantCheck(preflight);

    documents.grantRead(prepare);
    documents.grantWrite(prepare);
    archive.grantAdvance(prepare);
    notices.grantWrite(prepare);
    customers.grantScan(prepare);
    mail.grantPrepare(prepare);

    notices.grantWrite(notify);
    customers.grantScan(notify);
    mail.grantSend(notify);

    notices.grantWrite(settle);
    documents.grantReadEvidence(settle);

    documents.grantWrite(report);
    archive.grantAdvance(report);
    notices.grantRecount(report);
    customers.grantScan(report);

    notices.grantWrite(feedback);
    mail.grantSwitch(feedback);
  }
}
