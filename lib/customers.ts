import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { env } from '../lambda/steps.ts';
import { grantThroughTables } from './record-key.ts';
import { RecordTable } from './record-table.ts';
import type { StepFunction } from './step-function/step.ts';

/** A table of customers, as far as we know it; every `ITable` fits. */
export type CustomerTable = Pick<ITable, 'tableName' | 'tableArn'> & {
  readonly encryptionKey?: IKey | undefined;
};

export interface CustomersProps {
  /** Encrypts the table when this construct creates it. */
  readonly key: IKey;
  /** The user's own table, with the key `customerId`; absent: one is created. */
  readonly existing?: CustomerTable | undefined;
}

/** The directory of customers. We only ever read it. */
export class Customers extends Construct {
  readonly table: CustomerTable;

  constructor(scope: Construct, id: string, { key, existing }: CustomersProps) {
    super(scope, id);
    this.table =
      existing ??
      new RecordTable(this, 'Table', {
        partitionKey: { name: 'customerId', type: AttributeType.STRING },
        encryptionKey: key,
      });
  }

  /** Walks all customers, segment by segment. On the table alone: its indexes are not ours to read. */
  grantScan(step: StepFunction): void {
    step.addEnvironment(env.customersTable, this.table.tableName);
    step.grantOn(this.table.tableArn, ['dynamodb:Scan']);
    if (this.table.encryptionKey !== undefined) grantThroughTables(this.table.encryptionKey, step);
  }
}
