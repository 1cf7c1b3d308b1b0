import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Step } from '../../../lambda/steps.ts';

const root = resolve(__dirname, '../../..');

/** The IAM actions of what the SDK exports and we import. */
const actionsOfImport: Readonly<Record<string, readonly string[]>> = {
  GetCommand: ['dynamodb:GetItem'],
  QueryCommand: ['dynamodb:Query'],
  paginateQuery: ['dynamodb:Query'],
  ScanCommand: ['dynamodb:Scan'],
  paginateScan: ['dynamodb:Scan'],
  PutCommand: ['dynamodb:PutItem'],
  UpdateCommand: ['dynamodb:UpdateItem'],
  DeleteCommand: ['dynamodb:DeleteItem'],
  BatchGetCommand: ['dynamodb:BatchGetItem'],
  BatchWriteCommand: ['dynamodb:BatchWriteItem'],
  GetObjectCommand: ['s3:GetObject'],
  // s3:ListBucket, which goes with every reading anyway.
  paginateListObjectsV2: [],
  PutObjectCommand: ['s3:PutObject'],
  DeleteObjectCommand: ['s3:DeleteObject'],
  StartExecutionCommand: ['states:StartExecution'],
  SendBulkTemplatedEmailCommand: ['ses:SendBulkTemplatedEmail'],
  SendTemplatedEmailCommand: ['ses:SendTemplatedEmail'],
  CreateTemplateCommand: ['ses:CreateTemplate'],
  GetTemplateCommand: ['ses:GetTemplate'],
  TestRenderTemplateCommand: ['ses:TestRenderTemplate'],
  GetSendQuotaCommand: ['ses:GetSendQuota'],
  SendEmailCommand: ['ses:SendEmail'],
  DescribeConfigurationSetCommand: ['ses:DescribeConfigurationSet'],
  GetAccountSendingEnabledCommand: ['ses:GetAccountSendingEnabled'],
  GetIdentityDkimAttributesCommand: ['ses:GetIdentityDkimAttributes'],
  GetIdentityVerificationAttributesCommand: ['ses:GetIdentityVerificationAttributes'],
  UpdateConfigurationSetSendingEnabledCommand: ['ses:UpdateConfigurationSetSendingEnabled'],
};

const imports = /^import (?!type )(?:\{([^}]*)\}|[\w* ]+) from '([^']+)'/gm;

/** Every file that the entry of a step loads, itself first. */
function reachable(step: Step): string[] {
  const found: string[] = [`lambda/${step}/index.ts`];
  for (const file of found) {
    for (const [, , target = ''] of readFileSync(join(root, file), 'utf8').matchAll(imports)) {
      if (!target.startsWith('.') || !target.endsWith('.ts')) continue;
      const path = relative(root, resolve(root, dirname(file), target));
      if (!found.includes(path)) found.push(path);
    }
  }
  return found;
}

/** What of the SDK a file imports that makes a call. An unknown one fails the test that asks. */
function callsIn(file: string): string[] {
  return [...readFileSync(join(root, file), 'utf8').matchAll(imports)]
    .filter(([, , target = '']) => target.startsWith('@aws-sdk/'))
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
    .filter((name) => /^paginate|Command$/.test(name));
}

/** The IAM actions of every SDK call that the code of a step can reach, sorted. */
export function actionsReached(step: Step): string[] {
  const actions = reachable(step)
    .flatMap(callsIn)
    .flatMap((name) => {
      const known = actionsOfImport[name];
      if (known === undefined) throw new Error(`${name} has no IAM action in test/lib/promises/sdk-calls.ts`);
      return known;
    });
  return [...new Set(actions)].sort();
}

/** The files outside the adapters that a step loads and that call a method of a port. */
export function callersOf(step: Step, method: RegExp): string[] {
  return reachable(step).filter(
    (file) => !file.startsWith('lambda/aws/') && method.test(readFileSync(join(root, file), 'utf8')),
  );
}
