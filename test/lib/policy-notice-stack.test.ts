import { rmSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { App, Stack } from 'aws-cdk-lib';
import { StateMachine } from 'aws-local-stepfunctions';
import * as z from 'zod';
import type { Step } from '../../lambda/steps.ts';
import { environment, steps } from '../../lambda/steps.ts';
import { ErrorName } from '../../lambda/core/errors.ts';
import type { EventPattern } from '../../lambda/core/events/routes.ts';
import { linePaths } from '../../lambda/core/events/line.ts';
import { eventRoutes } from '../../lambda/core/events/routes.ts';
import { synthesiseDefinition } from '../../local/state-machine/definition.ts';
import { PolicyNotice } from '../../lib/policy-notice.ts';
import settings from '../../policy-notice.config.ts';
import { alarmPromises } from './promises/alarms.ts';
import { permissionPromises } from './promises/permissions.ts';
import type { Resource, Synthesised } from './synthesised.ts';
import { actionsOf, ofType, statementsOf, stepsById, synthesise } from './synthesised.ts';

let stack: Synthesised;
beforeAll(() => {
  stack = synthesise(() => ({ settings }), { rules: true });
});

permissionPromises(() => stack);
alarmPromises(() => stack);

/** The resource of a type of which there is one. */
function theOnly(type: string): Resource {
  const [first, ...others] = ofType(stack, type).map(([, one]) => one);
  if (first === undefined || others.length > 0) throw new Error(`${others.length + 1} of ${type}`);
  return first;
}

/** The rule for events of a source. */
function ruleOn(source: string): Resource['Properties'] | undefined {
  return rulesOn(source)[0];
}

function rulesOn(source: string): Resource['Properties'][] {
  const rules = ofType(stack, 'AWS::Events::Rule').map(([, { Properties }]) => Properties);
  return rules.filter(({ EventPattern }) => JSON.stringify(EventPattern).includes(`"${source}"`));
}

describe('the deployed stack', () => {
  test('has no finding of cdk-nag that nobody has explained', () => {
    expect(stack.findings).toEqual([]);
  });

  test('gives each step the variables of its contract and no more', () => {
    const given = Object.fromEntries(
      [...stepsById(stack)].map(([id, step]) => [
        step,
        variablesOf(id).filter((name) => !['NODE_OPTIONS', 'POWERTOOLS_SERVICE_NAME'].includes(name)),
      ]),
    );
    const promised = Object.fromEntries(steps.map((step) => [step, [...environment[step]].sort()]));
    expect(given).toEqual(promised);
  });

  test('runs every step on Node 24 and arm64, traced, with logs in JSON that do not stay for ever', () => {
    for (const id of stepsById(stack).keys()) {
      expect(stack.resources[id]?.Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: expect.any(String) } },
      });
    }
    for (const [, group] of ofType(stack, 'AWS::Logs::LogGroup'))
      expect(group.Properties).toEqual({ RetentionInDays: 180 });
  });

  test('holds no function but the steps: nothing of the CDK runs in the account', () => {
    expect([...stepsById(stack).values()].sort()).toEqual([...steps].sort());
  });
});

function variablesOf(id: string): string[] {
  const shape = z.object({ Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }) });
  return Object.keys(shape.parse(stack.resources[id]?.Properties).Environment.Variables).sort();
}

describe('least privilege', () => {
  const everyStep = [
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    'xray:PutTelemetryRecords',
    'xray:PutTraceSegments',
  ];
  const tableKey = [
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:GenerateDataKeyWithoutPlaintext',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
  ];
  const documents = ['s3:GetObject', 's3:ListBucket', 's3:PutObject', 's3:PutObjectRetention'];
  const reading = ['dynamodb:GetItem', 'dynamodb:Query'];

  test.each<[Step, string[]]>([
    ['publish', [...documents, 's3:GetObjectVersion', ...reading, 'dynamodb:PutItem']],
    ['assess', [...documents, ...reading, 'dynamodb:UpdateItem']],
    ['approve', [...reading, 'dynamodb:UpdateItem']],
    ['ask', ['dynamodb:UpdateItem']],
    ['post', [...documents, 's3:DeleteObject', ...reading, 'dynamodb:UpdateItem']],
    [
      'preflight',
      [
        'dynamodb:GetItem',
        'dynamodb:UpdateItem',
        'ses:SendEmail',
        'ses:DescribeConfigurationSet',
        'ses:GetAccountSendingEnabled',
        'ses:GetIdentityDkimAttributes',
        'ses:GetIdentityVerificationAttributes',
        'ses:GetSendQuota',
      ],
    ],
    [
      'prepare',
      [
        ...documents,
        ...reading,
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:Scan',
        'ses:CreateTemplate',
        'ses:GetTemplate',
        'ses:TestRenderTemplate',
        'ses:GetSendQuota',
      ],
    ],
    [
      'notify',
      [
        ...reading,
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:Scan',
        'ses:SendBulkTemplatedEmail',
        'ses:SendTemplatedEmail',
      ],
    ],
    ['settle', [...reading, 'dynamodb:PutItem', 'dynamodb:UpdateItem', 's3:GetObject', 's3:ListBucket']],
    [
      'report',
      [
        's3:PutObject',
        's3:PutObjectRetention',
        ...reading,
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:Scan',
      ],
    ],
    [
      'feedback',
      [
        ...reading,
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'ses:UpdateConfigurationSetSendingEnabled',
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:GetQueueUrl',
        'sqs:ReceiveMessage',
      ],
    ],
  ])('%s may do exactly what it does', (step, own) => {
    expect(actionsOf(stack, step)).toEqual([...new Set([...everyStep, ...tableKey, ...own])].sort());
  });

  test('only notify may send mail to customers, and only from the address of the settings, by templates of notices', () => {
    const sending = steps.filter((step) =>
      actionsOf(stack, step).some((action) => /^ses:Send\w*Templated/.test(action)),
    );
    expect(sending).toEqual(['notify']);
    const granted = statementsOf(stack, 'notify').filter(({ Action }) =>
      Action.includes('ses:SendBulkTemplatedEmail'),
    );
    expect(granted).not.toHaveLength(0);
    for (const { Condition } of granted)
      expect(Condition).toEqual({ StringEquals: { 'ses:FromAddress': settings.sender.address } });
    const kinds = granted
      .flatMap(({ Resource }) => Resource)
      .map((arn) => /:(identity|configuration-set|template\/notice-\*)/.exec(JSON.stringify(arn))?.[1]);
    expect(new Set(kinds)).toEqual(new Set(['configuration-set', 'identity', 'template/notice-*']));
  });

  test('beside it only preflight may send, from the same address, to the mailbox simulator and nobody else', () => {
    const free = steps.filter((step) =>
      actionsOf(stack, step).some((action) => /^ses:Send(Raw|Bounce|Custom)?Email/.test(action)),
    );
    expect(free).toEqual(['preflight']);
    const granted = statementsOf(stack, 'preflight').filter(({ Action }) => Action.includes('ses:SendEmail'));
    for (const { Action, Condition } of granted) {
      expect(Action).toEqual(['ses:SendEmail']);
      expect(Condition).toEqual({
        StringEquals: { 'ses:FromAddress': settings.sender.address },
        'ForAllValues:StringEquals': { 'ses:Recipients': 'success@simulator.amazonses.com' },
        Null: { 'ses:Recipients': 'false' },
      });
    }
    const kinds = granted
      .flatMap(({ Resource }) => Resource)
      .map((arn) => /:(identity|configuration-set|template)/.exec(JSON.stringify(arn))?.[1]);
    expect(kinds).toHaveLength(2);
    expect(new Set(kinds)).toEqual(new Set(['configuration-set', 'identity']));
  });

  test('the step that sends cannot write what is sent, and the step that writes it cannot send', () => {
    expect(actionsOf(stack, 'notify')).not.toContain('ses:CreateTemplate');
    expect(actionsOf(stack, 'prepare').filter((action) => action.startsWith('ses:Send'))).toEqual([]);
  });

  test('only feedback may switch sending off, and it can send nothing', () => {
    const may = (action: RegExp) =>
      steps.filter((step) => actionsOf(stack, step).some((one) => action.test(one)));
    expect(may(/UpdateConfigurationSetSendingEnabled/)).toEqual(['feedback']);
    expect(may(/^ses:Send/)).not.toContain('feedback');
    expect(may(/^sqs:/)).toEqual(['feedback']);
  });

  test('nobody may delete a record, an action is never a wildcard, and "*" is granted only where nothing can be named', () => {
    const all = steps.flatMap((step) => statementsOf(stack, step));
    const actions = all.flatMap(({ Action }) => Action);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    expect(actions.filter((action) => /^dynamodb:.*(Delete|BatchWrite|PartiQL)/.test(action))).toEqual([]);
    const everywhere = all.filter(({ Resource }) => Resource.includes('*')).flatMap(({ Action }) => Action);
    expect([...new Set(everywhere)].sort()).toEqual([
      'ses:CreateTemplate',
      'ses:DescribeConfigurationSet',
      'ses:GetAccountSendingEnabled',
      'ses:GetIdentityDkimAttributes',
      'ses:GetIdentityVerificationAttributes',
      'ses:GetSendQuota',
      'ses:GetTemplate',
      'ses:TestRenderTemplate',
      'ses:UpdateConfigurationSetSendingEnabled',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
  });

  test('the key is used through the service that needs it, never directly', () => {
    const uses = steps
      .flatMap((step) => statementsOf(stack, step))
      .filter(({ Action }) => Action.some((one) => one.startsWith('kms:')));
    expect(uses.length).toBeGreaterThan(0);
    for (const { Condition } of uses)
      expect(JSON.stringify(Condition)).toMatch(/kms:ViaService.*(dynamodb|s3)\./);
  });
});

describe('what must not be lost', () => {
  test('stays when the stack is deleted, under ids that no refactoring may change', () => {
    const kept = Object.entries(stack.resources).filter(
      ([, { DeletionPolicy }]) => DeletionPolicy === 'Retain',
    );
    expect(Object.fromEntries(kept.map(([id, { Type }]) => [id, Type]))).toEqual({
      PolicyNoticeKey4CCAAC58: 'AWS::KMS::Key',
      PolicyNoticeArchiveTableD033A7AC: 'AWS::DynamoDB::Table',
      PolicyNoticeNoticesTable507D3CDA: 'AWS::DynamoDB::Table',
      PolicyNoticeCustomersTable832EDB9E: 'AWS::DynamoDB::Table',
      PolicyNoticeDocumentsBucketAA6C682F: 'AWS::S3::Bucket',
      PolicyNoticeDocumentsAccessLog443013CC: 'AWS::S3::Bucket',
      PolicyNoticeSiteBucket4D2F691D: 'AWS::S3::Bucket',
    });
    for (const [, { UpdateReplacePolicy }] of kept) expect(UpdateReplacePolicy).toBe('Retain');
  });

  test('every table is encrypted with the rotating key, restorable, and guarded against deletion', () => {
    for (const [, { Properties }] of ofType(stack, 'AWS::DynamoDB::Table')) {
      expect(Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        DeletionProtectionEnabled: true,
      });
    }
    expect(stack.resources['PolicyNoticeKey4CCAAC58']?.Properties).toMatchObject({ EnableKeyRotation: true });
  });

  test('archive and ledger are keyed by pk and sk, customers by customerId', () => {
    const keys = ofType(stack, 'AWS::DynamoDB::Table').map(([id, { Properties }]) => [
      id,
      Properties['KeySchema'],
    ]);
    const pkSk = [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ];
    expect(Object.fromEntries(keys)).toEqual({
      PolicyNoticeArchiveTableD033A7AC: pkSk,
      PolicyNoticeNoticesTable507D3CDA: pkSk,
      PolicyNoticeCustomersTable832EDB9E: [{ AttributeName: 'customerId', KeyType: 'HASH' }],
    });
  });

  test('texts are versioned, lockable from the first day, and encrypted with the key', () => {
    expect(stack.resources['PolicyNoticeDocumentsBucketAA6C682F']?.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockEnabled: true,
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
        ],
      },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
  });

  test('what a step writes as a record is locked, by an administrator to be undone or by nobody, as the settings say', () => {
    const lockOf = (one: Synthesised): string[] => [
      ...new Set(
        [...JSON.stringify(one.resources).matchAll(/"RECORD_LOCK":"([^"]*)"/g)].map(([, lock = '']) => lock),
      ),
    ];
    expect(lockOf(stack)).toEqual(['GOVERNANCE 2557']);
    const records = { lock: 'compliance', years: 10 } as const;
    expect(lockOf(synthesise(() => ({ settings: { ...settings, records } })))).toEqual(['COMPLIANCE 3653']);
  });

  test('no bucket is public, and none answers without TLS', () => {
    const buckets = ofType(stack, 'AWS::S3::Bucket');
    for (const [, { Properties }] of buckets)
      expect(Properties['PublicAccessBlockConfiguration']).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    const refusing = ofType(stack, 'AWS::S3::BucketPolicy').filter(([, { Properties }]) => {
      const text = JSON.stringify(Properties);
      return text.includes('"Effect":"Deny"') && text.includes('{"Bool":{"aws:SecureTransport":"false"}}');
    });
    expect(refusing).toHaveLength(buckets.length);
  });
});

const inputs = z.array(
  z.object({ InputTransformer: z.object({ InputPathsMap: z.record(z.string(), z.string()) }) }),
);

describe('what SES says of notices', () => {
  test('is heard of our configuration set alone, and queued; what cannot be delivered is kept', () => {
    const queue = { 'Fn::GetAtt': [expect.stringMatching(/^PolicyNoticeEventsQueue/), 'Arn'] };
    const unheard = { 'Fn::GetAtt': [expect.stringMatching(/^PolicyNoticeEventsUnheard/), 'Arn'] };
    const set = { Ref: expect.stringMatching(/^PolicyNoticeMailConfigurationSet/) };
    const stream = { 'Fn::GetAtt': [expect.stringMatching(/^PolicyNoticeEvidenceStream/), 'Arn'] };
    const { heard, undelivered, all } = eventRoutes('');
    const rule = ({ source, detail }: EventPattern, Arn: object) => {
      const tags = { ...detail.mail.tags, 'ses:configuration-set': [set] };
      return expect.objectContaining({
        EventPattern: { source, detail: { ...detail, mail: { tags } } },
        Targets: [expect.objectContaining({ Arn, DeadLetterConfig: { Arn: unheard } })],
      });
    };
    const rules = rulesOn('aws.ses');
    expect(rules).toHaveLength(3);
    for (const one of [rule(heard, queue), rule(undelivered, queue), rule(all, stream)])
      expect(rules).toContainEqual(one);
    const { Properties } = theOnly('AWS::Lambda::EventSourceMapping');
    expect(Properties).toMatchObject({
      EventSourceArn: queue,
      FunctionName: { Ref: expect.stringMatching(/^PolicyNoticeFeedback/) },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    const queues = ofType(stack, 'AWS::SQS::Queue').map(([, one]) => one.Properties);
    expect(queues).toContainEqual(
      expect.objectContaining({
        RedrivePolicy: { deadLetterTargetArn: unheard, maxReceiveCount: 5 },
        VisibilityTimeout: 6 * 120,
      }),
    );
    for (const one of queues) expect(one).toMatchObject({ SqsManagedSseEnabled: true });
  });

  test('is kept as lines without an address, encrypted, for as long as the ledger, by a service that can read none', () => {
    const [input] = rulesOn('aws.ses').flatMap(({ Targets }) => inputs.safeParse(Targets).data ?? []);
    expect(Object.values(input?.InputTransformer.InputPathsMap ?? {}).toSorted()).toEqual(
      Object.values(linePaths).toSorted(),
    );
    expect(theOnly('AWS::KinesisFirehose::DeliveryStream').Properties).toMatchObject({
      DeliveryStreamEncryptionConfigurationInput: { KeyType: 'AWS_OWNED_CMK' },
      ExtendedS3DestinationConfiguration: {
        Prefix: 'evidence/!{timestamp:yyyy/MM/dd/HH/mm}/',
        CompressionFormat: 'GZIP',
        BufferingHints: { IntervalInSeconds: 300 },
      },
    });
    const readers = steps.filter((step) => JSON.stringify(statementsOf(stack, step)).includes('/evidence/*'));
    expect(readers).toEqual(['settle']);
  });

  test('is not collected at all when nobody listens', () => {
    const silent = synthesise(() => ({ settings: { ...settings, sending: { feedback: 'off' } } }));
    expect(ofType(silent, 'AWS::KinesisFirehose::DeliveryStream')).toEqual([]);
    const alarms = ofType(silent, 'AWS::CloudWatch::Alarm').map(
      ([, { Properties }]) => Properties['Namespace'],
    );
    expect(alarms).not.toContain('AWS/Firehose');
  });
});

describe('what customers meet', () => {
  test('mail leaves encrypted or not at all, unopened and unclicked by us, and SES holds none back', () => {
    const { Properties } = theOnly('AWS::SES::ConfigurationSet');
    expect(Properties).toMatchObject({
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
    expect(Properties).not.toHaveProperty('TrackingOptions');
    expect(JSON.stringify(Properties)).toContain('"ConditionThresholdEnabled":"DISABLED"');
  });

  test('what becomes of a notice is told to EventBridge, and whether it is opened or clicked to nobody', () => {
    const { Properties } = theOnly('AWS::SES::ConfigurationSetEventDestination');
    expect(Properties['EventDestination']).toMatchObject({
      Enabled: true,
      EventBridgeDestination: { EventBusArn: expect.anything() },
      MatchingEventTypes: [
        'send',
        'reject',
        'bounce',
        'complaint',
        'delivery',
        'renderingFailure',
        'deliveryDelay',
      ],
    });
  });

  test('the sender is the domain of the settings, with bounces under it', () => {
    const { Properties } = theOnly('AWS::SES::EmailIdentity');
    expect(Properties).toMatchObject({
      EmailIdentity: 'notices.northbeam.example.com',
      MailFromAttributes: { MailFromDomain: 'bounce.notices.northbeam.example.com' },
    });
  });

  test('the site is read through CloudFront alone, over HTTPS, compressed, with HTTP/3 and strict headers', () => {
    const { Properties } = theOnly('AWS::CloudFront::Distribution');
    expect(Properties['DistributionConfig']).toMatchObject({
      HttpVersion: 'http2and3',
      DefaultCacheBehavior: {
        Compress: true,
        ViewerProtocolPolicy: 'redirect-to-https',
        FunctionAssociations: [{ EventType: 'viewer-request' }],
        ResponseHeadersPolicyId: expect.anything(),
      },
      Origins: [{ OriginAccessControlId: expect.anything() }],
    });
    const headers = theOnly('AWS::CloudFront::ResponseHeadersPolicy');
    expect(JSON.stringify(headers.Properties)).toContain("default-src 'none'");
    const policyOfSite = JSON.stringify(
      ofType(stack, 'AWS::S3::BucketPolicy').map(([, one]) => one.Properties),
    );
    expect(policyOfSite).toContain('cloudfront.amazonaws.com');
  });
});

const machineProperties = z.object({
  DefinitionString: z.object({
    'Fn::Join': z.tuple([
      z.literal(''),
      z.array(
        z.union([
          z.string(),
          z.object({ Ref: z.literal('AWS::Partition') }).transform(() => 'aws'),
          z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
        ]),
      ),
    ]),
  }),
});

/** The definition as deployed, each function under the ARN that the local runner gives it. */
function deployedDefinition(): string {
  const { Properties } = theOnly('AWS::StepFunctions::StateMachine');
  const stepOf = stepsById(stack);
  return machineProperties
    .parse(Properties)
    .DefinitionString['Fn::Join'][1].map((part) =>
      typeof part === 'string'
        ? part
        : `arn:aws:lambda:eu-central-1:000000000000:function:${stepOf.get(part['Fn::GetAtt'][0])}`,
    )
    .join('');
}

describe('the state machine PolicyChange', () => {
  test('is valid, and as deployed what runs on a laptop', () => {
    const local = synthesiseDefinition();
    expect(JSON.parse(deployedDefinition())).toEqual(local);
    expect(() => new StateMachine(local)).not.toThrow();
  });

  test('stays in the part of the language that every engine of ours runs alike', () => {
    const text = deployedDefinition();
    for (const word of [
      'QueryLanguage',
      'Assign',
      'ItemReader',
      'ItemBatcher',
      'ResultWriter',
      '"Mode":"DISTRIBUTED"',
      '"IsPresent":false',
      '{%',
      '"ResultPath":"$"',
    ])
      expect(text).not.toContain(word);
  });

  test('retries no named error but a lost race, because the same input fails the same way', () => {
    const retriers = [
      ...deployedDefinition().matchAll(/\{"ErrorEquals":(\[[^\]]*\])[^}]*"MaxAttempts":(\d+)/g),
    ];
    const named = new Set<string>(Object.values(ErrorName));
    const retried = retriers
      .filter(([, , attempts]) => Number(attempts) > 0)
      .flatMap(([, errors]) => z.array(z.string()).parse(JSON.parse(errors ?? '[]')))
      .filter((error) => named.has(error));
    expect(new Set(retried)).toEqual(new Set([ErrorName.AlreadyClaimed]));
    const ending = retriers.filter(([, , attempts]) => attempts === '0');
    expect(ending).toHaveLength(11 + 2 * 2);
    // Tried again by the last retrier: they may not fit for the seconds of a deployment.
    expect(ending.some(([, errors]) => errors?.includes(ErrorName.BadSettings))).toBe(false);
  });

  test('ends by name where a person has to act, with the error of the step', () => {
    const { States } = synthesiseDefinition();
    const caught = Object.entries(States).flatMap(([name, state]) =>
      'Catch' in state
        ? (state.Catch ?? []).map(({ ErrorEquals, Next }) => `${name}: ${ErrorEquals.join(', ')} -> ${Next}`)
        : [],
    );
    expect(new Set(caught)).toEqual(
      new Set([
        'Publish: BadInput, BadDate -> Text refused',
        'Resume: BadInput, BadDate -> Text refused',
        'Assess: BadInput, BadDate -> Text refused',
        'Post: BadInput, BadDate -> Text refused',
        'Approve: NotApproved -> Not approved',
        'Ask for approval: States.Timeout, AlreadyClaimed -> Approve',
        'Ask a person: States.Timeout, AlreadyClaimed -> Prepare',
        'Preflight: PreflightFailed -> Preflight failed',
        'Prepare: PlanRefused -> Plan refused',
        'Report: TotalsDoNotAddUp -> Totals do not add up',
        'Report: ToldTooLate -> Told too late',
      ]),
    );
    for (const end of [
      'Text refused',
      'Not approved',
      'Preflight failed',
      'Plan refused',
      'Totals do not add up',
      'Told too late',
    ])
      expect(States[end]).toEqual({
        Type: 'Fail',
        ErrorPath: '$.failure.Error',
        CausePath: '$.failure.Cause',
      });
  });

  test('waits for people by task tokens that its log never shows, for as long as the step says or an hour', () => {
    const { States } = synthesiseDefinition();
    const waiting = Object.entries(States).filter(
      ([, state]) => state.Type === 'Task' && state.Resource.endsWith('.waitForTaskToken'),
    );
    expect(Object.fromEntries(waiting)).toMatchObject({
      'Ask for approval': { TimeoutSecondsPath: '$.approval.seconds', ResultPath: null, Next: 'Approve' },
      'Ask a person': { TimeoutSeconds: 3600, ResultPath: null, Next: 'Prepare' },
    });
    for (const [, state] of waiting) expect(JSON.stringify(state)).toContain('"token.$":"$$.Task.Token"');
    expect(JSON.stringify(States).match(/Task\.Token/g)).toHaveLength(waiting.length);
  });

  test('is traced, and its log has every event but no content', () => {
    const { Properties } = theOnly('AWS::StepFunctions::StateMachine');
    expect(Properties).toMatchObject({
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
      StateMachineType: 'STANDARD',
    });
  });

  test('starts when a text lands under incoming/, and a start that fails is kept for a person to see', () => {
    const Properties = ruleOn('aws.s3');
    expect(Properties).toMatchObject({
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: {
          bucket: { name: [{ Ref: 'PolicyNoticeDocumentsBucketAA6C682F' }] },
          object: { key: [{ prefix: 'incoming/' }] },
        },
      },
      Targets: [{ DeadLetterConfig: { Arn: expect.anything() } }],
    });
  });

  test('reads as it always has', () => {
    expect(JSON.stringify(JSON.parse(deployedDefinition()), null, 2)).toMatchSnapshot();
  });
});

describe('PolicyNotice in an app of somebody else', () => {
  test('reads their own table of customers and creates none', () => {
    const own = 'arn:aws:dynamodb:eu-central-1:111122223333:table/accounts';
    const theirs = synthesise((app) => ({
      settings,
      customers: Table.fromTableArn(new Stack(app, 'theirs'), 'Accounts', own),
    }));
    expect(ofType(theirs, 'AWS::DynamoDB::Table').map(([id]) => id)).not.toContain(
      'PolicyNoticeCustomersTable832EDB9E',
    );
    const scans = statementsOf(theirs, 'notify').filter(({ Action }) => Action.includes('dynamodb:Scan'));
    expect(scans.flatMap(({ Resource }) => Resource)).toEqual([own]);
  });

  test('sends from a domain that another stack has in SES already, and leaves it as it is', () => {
    const second = synthesise(() => ({ settings, identity: 'existing' }));
    expect(ofType(second, 'AWS::SES::EmailIdentity')).toEqual([]);
    const sending = statementsOf(second, 'notify').filter(({ Action }) =>
      Action.includes('ses:SendBulkTemplatedEmail'),
    );
    expect(JSON.stringify(sending)).toContain(':identity/notices.northbeam.example.com');
  });

  test('is put into an empty app by itself, and pages nobody without saying so', () => {
    const app = new App({
      context: { 'aws:cdk:bundling-stacks': [] },
      analyticsReporting: false,
      treeMetadata: false,
      builtinCloudFormationValidation: false,
    });
    const { owner: _, ...ownerless } = settings;
    const notice = new PolicyNotice(new Stack(app, 'Theirs'), 'PolicyNotice', { settings: ownerless });
    const assembly = app.synth();
    const { template, messages } = assembly.getStackByName('Theirs');
    rmSync(assembly.directory, { recursive: true });
    expect(Object.keys(template)).toContain('Resources');
    expect(messages.map(({ entry }) => entry.data)).toEqual([
      expect.stringContaining('Nobody is told when a run fails: set "owner"'),
    ]);
    expect(notice.workflow.stateMachine.stateMachineArn).toBeDefined();
  });

  test('is refused a second time in the same stack, whose alarms and dashboard would have the same names', () => {
    const stack = new Stack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }), 'Theirs');
    const put = (id: string) => new PolicyNotice(stack, id, { settings });
    expect(put('First').node.path).toBe('Theirs/First');
    expect(() => put('Second')).toThrow('The stack "Theirs" has a PolicyNotice already (Theirs/First).');
  });

  test('needs no feature flag of the CDK', () => {
    expect(() => synthesise(() => ({ settings }), { context: {} })).not.toThrow();
  });

  test('is refused with every wrong path when the settings are wrong', () => {
    const wrong = { ...settings, sender: { ...settings.sender, address: 'Northbeam <privacy@example.com>' } };
    expect(() => synthesise(() => ({ settings: wrong }))).toThrow(/sender\.address/);
  });
});
