import * as z from 'zod';
import { notation } from './notation.ts';

/** One action on one resource; `resource` with `<LogicalId.Arn>` for what is known only when deployed. */
export interface Permission {
  readonly action: string;
  readonly resource: string;
  readonly condition: unknown;
}

/** A role of the template by logical id, with the description of the function it is for, if it is for one. */
export interface RolePermissions {
  readonly role: string;
  readonly description: string | null;
  readonly permissions: readonly Permission[];
}

const oneOrMany = <T extends z.ZodType>(item: T) => z.union([z.array(item), item.transform((one) => [one])]);
const statement = z.object({
  Effect: z.literal('Allow'),
  Action: oneOrMany(z.string()),
  Resource: oneOrMany(z.unknown()),
  Condition: z.unknown().optional(),
});
const policy = z.object({
  Type: z.literal('AWS::IAM::Policy'),
  Properties: z.object({
    PolicyDocument: z.object({ Statement: z.array(statement) }),
    Roles: z.array(z.object({ Ref: z.string() })),
  }),
});
const role = z.object({
  Type: z.literal('AWS::IAM::Role'),
  // Rights from elsewhere would not be in this list.
  Properties: z.object({ ManagedPolicyArns: z.undefined().optional(), Policies: z.undefined().optional() }),
});
const lambda = z.object({
  Type: z.literal('AWS::Lambda::Function'),
  Properties: z.object({
    Description: z.string(),
    Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
  }),
});
const template = z.object({ Resources: z.record(z.string(), z.looseObject({ Type: z.string() })) });

/** Everything every role of a CloudFormation template may do. Throws ZodError for a policy it cannot read. */
export function permissionsOf(input: unknown): RolePermissions[] {
  const resources = Object.entries(template.parse(input).Resources);
  const of = (type: string) => resources.filter(([, { Type }]) => Type === type);
  const policies = of('AWS::IAM::Policy').map(([, one]) => policy.parse(one).Properties);
  const functions = of('AWS::Lambda::Function').map(([, one]) => lambda.parse(one).Properties);
  return of('AWS::IAM::Role').map(([id, one]) => {
    role.parse(one);
    const its = functions.find(({ Role }) => Role['Fn::GetAtt'][0] === id);
    const statements = policies
      .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === id))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    return { role: id, description: its?.Description ?? null, permissions: statements.flatMap(single) };
  });
}

function single({ Action, Resource, Condition }: z.infer<typeof statement>): Permission[] {
  return Action.flatMap((action) =>
    Resource.map((resource) => ({ action, resource: notation(resource), condition: Condition })),
  );
}
