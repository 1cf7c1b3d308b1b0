import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { env } from '../lambda/steps.ts';
import { grantThroughTables } from './record-key.ts';
import { RecordTable } from './record-table.ts';
import type { StepFunction } from './step-function/step.ts';

/** The ledger: who was told of what, claimed before it was sent. Nobody may delete from it. */
export class Notices extends Construct {
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

  /** Reads what became of everybody, and lists whom it missed. */
  grantRecount(step: StepFunction): void {
    this.grant(step, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem');
  }

  /** Claims batches and writes what became of them. */
  grantWrite(step: StepFunction): void {
    this.grant(step, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem');
  }

  /** Writes down what was checked before a notice, and reads whether it goes on. */
  grantCheck(step: StepFunction): void {
    this.grant(step, 'dynamodb:GetItem', 'dynamodb:UpdateItem');
  }

  /** Notes on a paused notice what its run waits for. */
  grantAsk(step: StepFunction): void {
    this.grant(step, 'dynamodb:UpdateItem');
  }

  private grant(step: StepFunction, ...actions: string[]): void {
    step.addEnvironment(env.noticesTable, this.table.tableName);
    step.grantOn(this.table.tableArn, actions);
    grantThroughTables(this.key, step);
  }
}
