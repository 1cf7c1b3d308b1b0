import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { env } from '../lambda/steps.ts';
import { grantThroughTables } from './record-key.ts';
import { RecordTable } from './record-table.ts';
import type { StepFunction } from './step-function/step.ts';

/** The record of all versions of all policies. Nobody may delete from it. */
export class Archive extends Construct {
  readonly table: RecordTable;

  constructor(
    scope: Construct,
    id: string,
    private readonly key: IKey,
  ) {
    super(scope, id);
    this.table = new RecordTable(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      encryptionKey: key,
    });
  }

  /** Reads a version. */
  grantRead(step: StepFunction): void {
    this.allow(step, 'dynamodb:GetItem');
  }

  /** Reads versions and appends new ones. */
  grantAppend(step: StepFunction): void {
    this.grant(step, 'dynamodb:PutItem');
  }

  /** Reads versions, moves them on and fixes their decision. */
  grantAdvance(step: StepFunction): void {
    this.grant(step, 'dynamodb:UpdateItem');
  }

  /** Notes on a version what its run waits for. */
  grantAsk(step: StepFunction): void {
    this.allow(step, 'dynamodb:UpdateItem');
  }

  private grant(step: StepFunction, write: string): void {
    this.allow(step, 'dynamodb:GetItem', 'dynamodb:Query', write);
  }

  private allow(step: StepFunction, ...actions: string[]): void {
    step.addEnvironment(env.archiveTable, this.table.tableName);
    step.grantOn(this.table.tableArn, actions);
    grantThroughTables(this.key, step);
  }
}
