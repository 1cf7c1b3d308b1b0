import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Grant, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** The key that encrypts texts, records and customers; it outlives the stack, as what it encrypts does. */
export class RecordKey extends Key {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'policy-notice: texts of policies, the record of notices, customers',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** Lets a service of AWS put something behind the key in our name, e.g. an alarm into an encrypted topic. */
  allowService(service: ServicePrincipal, conditions: Record<string, Record<string, string>>): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [service],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions,
      }),
    );
  }
}

/** What DynamoDB asks of the caller of an encrypted table, reading or writing, spelled out without wildcards. */
const forTables = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/** Lets the grantee use the key through DynamoDB, and in no other way. */
export function grantThroughTables(key: IKey, grantee: IGrantable): void {
  grantThrough('dynamodb', key, grantee, forTables);
}

/** Lets the grantee read, or read and write, encrypted objects through S3, and in no other way. */
export function grantThroughObjects(key: IKey, grantee: IGrantable, actions: readonly ObjectAction[]): void {
  grantThrough('s3', key, grantee, actions);
}
export type ObjectAction = 'kms:Decrypt' | 'kms:GenerateDataKey';

function grantThrough(service: string, key: IKey, grantee: IGrantable, actions: readonly string[]): void {
  const stack = Stack.of(key);
  Grant.addToPrincipal({
    grantee,
    actions: [...actions],
    resourceArns: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${stack.region}.${stack.urlSuffix}` } },
  }).assertSuccess();
}
