import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { notation } from './notation.ts';

/** Says why a finding of cdk-nag is right as it is; `rule` as cdk-nag prints it, e.g. `AwsSolutions-S1`. */
export function acknowledge(construct: IConstruct, rule: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: rule, reason });
}

/** The same of one wildcard in the resources of a policy below the construct: `*`, or an ARN that ends in it. */
export function acknowledgeWildcard(construct: IConstruct, arn: string, reason: string): void {
  const resource = notation(Stack.of(construct).resolve(arn));
  acknowledge(construct, `AwsSolutions-IAM5[Resource::${resource}]`, reason);
}
