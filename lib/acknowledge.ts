import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import * as z from 'zod';

/** Says why a finding of cdk-nag is right as it is; `rule` as cdk-nag prints it, e.g. `AwsSolutions-S1`. */
export function acknowledge(construct: IConstruct, rule: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: rule, reason });
}

/** The same of one wildcard in the resources of a policy below the construct: `*`, or an ARN that ends in it. */
export function acknowledgeWildcard(construct: IConstruct, arn: string, reason: string): void {
  const resource = notation(Stack.of(construct).resolve(arn));
  acknowledge(construct, `AwsSolutions-IAM5[Resource::${resource}]`, reason);
}

const reference = z.object({ Ref: z.string() });
const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });
const join = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) });

/** As cdk-nag writes what is known only when deployed: `<LogicalId.Arn>/versions/*`. */
function notation(resolved: unknown): string {
  const parsed = z.union([z.string(), reference, attribute, join]).parse(resolved);
  if (typeof parsed === 'string') return parsed;
  if ('Ref' in parsed) return `<${parsed.Ref}>`;
  if ('Fn::GetAtt' in parsed) return `<${parsed['Fn::GetAtt'].join('.')}>`;
  return parsed['Fn::Join'][1].map(notation).join('');
}
