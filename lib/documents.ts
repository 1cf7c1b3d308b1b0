import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { Grant, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { LifecycleRule } from 'aws-cdk-lib/aws-s3';
import { Bucket, BucketEncryption, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { env } from '../lambda/steps.ts';
import { documentKeys } from '../lambda/core/documents.ts';
import { chronicleFolder } from '../lambda/core/events/chronicle.ts';
import type { Settings } from '../lambda/core/settings/settings.ts';
import { acknowledgeWildcard } from './acknowledge.ts';
import { guarded } from './guarded-bucket.ts';
import { grantThroughObjects } from './record-key.ts';
import type { StepFunction } from './step-function/step.ts';

export interface DocumentsProps {
  readonly key: IKey;
  /** How long records are kept from deletion. */
  readonly records: Settings['records'];
}

/** Texts of policies with their assessments and reports; a text dropped under `incoming/` starts a run. */
export class Documents extends Construct {
  readonly bucket: Bucket;
  private readonly key: IKey;
  private readonly lock: string;

  constructor(scope: Construct, id: string, { key, records }: DocumentsProps) {
    super(scope, id);
    this.key = key;
    // Every year has a quarter of a leap day; a part of a day is a whole one.
    this.lock = `${records.lock.toUpperCase()} ${Math.ceil(records.years * 365.25)}`;
    this.bucket = new Bucket(this, 'Bucket', {
      ...guarded,
      versioned: true,
      // Only a new bucket can have it; what is locked, and for how long, is said object by object.
      objectLockEnabled: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }, forgetEvidence],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.announceObjects();
    this.logAccess();
  }

  /** Reads what was dropped, exactly the version the event names. */
  grantReadIncoming(step: StepFunction): void {
    this.grantGet(step, documentKeys.incoming, 's3:GetObject', 's3:GetObjectVersion');
  }

  grantRead(step: StepFunction): void {
    this.grantGet(step, documentKeys.versions, 's3:GetObject');
  }

  /** Writes records, each locked from the moment it is there. */
  grantWrite(step: StepFunction): void {
    step.addEnvironment(env.recordLock, this.lock);
    this.grant(step, documentKeys.versions, 's3:PutObject', 's3:PutObjectRetention');
    grantThroughObjects(this.key, step, ['kms:GenerateDataKey']);
  }

  /** Reads what AWS wrote of the events of SES. */
  grantReadEvidence(step: StepFunction): void {
    this.grantGet(step, chronicleFolder, 's3:GetObject');
  }

  /** Lets a service add objects to the folder of evidence through this role; it can read and replace none of them. */
  grantKeepEvidence(role: Role): Grant {
    const arn = this.bucket.arnForObjects(`${chronicleFolder}*`);
    acknowledgeWildcard(
      role,
      arn,
      'An object for each few minutes of sending; the folder is as narrow as it gets.',
    );
    grantThroughObjects(this.key, role, ['kms:Decrypt', 'kms:GenerateDataKey']);
    const ofBucket = ['s3:GetBucketLocation', 's3:ListBucketMultipartUploads'];
    Grant.addToPrincipal({
      grantee: role,
      actions: ofBucket,
      resourceArns: [this.bucket.bucketArn],
    }).assertSuccess();
    return Grant.addToPrincipal({
      grantee: role,
      actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
      resourceArns: [arn],
    });
  }

  private grantGet(step: StepFunction, prefix: string, ...actions: string[]): void {
    this.grant(step, prefix, ...actions);
    grantThroughObjects(this.key, step, ['kms:Decrypt']);
    // Without it S3 says "forbidden" of an object that is not there, and a step could not tell the two apart.
    step.grantOn(this.bucket.bucketArn, ['s3:ListBucket']);
  }

  private grant(step: StepFunction, prefix: string, ...actions: string[]): void {
    step.addEnvironment(env.documentsBucket, this.bucket.bucketName);
    const why = 'Policies and their versions come after the deployment; the folder is as narrow as it gets.';
    step.grantOn(this.bucket.arnForObjects(`${prefix}*`), actions, { why });
  }

  /** Through the L1: the property of the L2 adds a custom resource with a Lambda of its own. */
  private announceObjects(): void {
    cfn(this.bucket).notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }

  /** Who read or wrote which text. Through the L1 too: what the L2 does depends on a feature flag of the app. */
  private logAccess(): void {
    const log = new Bucket(this, 'AccessLog', {
      ...guarded,
      encryption: BucketEncryption.S3_MANAGED,
      // A year, and a month to look back on it.
      lifecycleRules: [{ expiration: Duration.days(400) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const ours = {
      ArnLike: { 'aws:SourceArn': this.bucket.bucketArn },
      StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
    };
    log.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [log.arnForObjects('*')],
        conditions: ours,
      }),
    );
    cfn(this.bucket).loggingConfiguration = { destinationBucketName: log.bucketName };
  }
}

/** Its ids lead to customers for as long as the ledger is kept, which counts 13 months. */
const forgetEvidence: LifecycleRule = {
  prefix: chronicleFolder,
  expiration: Duration.days(400),
  noncurrentVersionExpiration: Duration.days(1),
};

function cfn(bucket: Bucket): CfnBucket {
  const child = bucket.node.defaultChild;
  if (child instanceof CfnBucket) return child;
  throw new TypeError('A Bucket is made of a CfnBucket.');
}
