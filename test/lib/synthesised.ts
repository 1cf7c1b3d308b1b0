import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { steps } from '../../lambda/steps.ts';
import type { Step } from '../../lambda/steps.ts';
import type { PolicyNoticeStackProps } from '../../lib/policy-notice-stack.ts';
import { PolicyNoticeStack } from '../../lib/policy-notice-stack.ts';
import { checkSecurity } from '../../lib/security-rules.ts';

const resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
export type Resource = z.infer<typeof resource>;

const template = z.object({ Resources: z.record(z.string(), resource) });
const findings = z.object({ pluginReports: z.array(z.unknown()) });

export interface Synthesised {
  readonly resources: Readonly<Record<string, Resource>>;
  /** What the rules of cdk-nag found and nobody explained. */
  readonly findings: readonly unknown[];
}

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) });
const flags = cdkJson.parse(JSON.parse(readFileSync(join(__dirname, '../../cdk.json'), 'utf8'))).context;

/** The template of the stack as `cdk synth` makes it, without bundling; held against the rules of cdk-nag if asked. */
export function synthesise(
  props: (app: App) => PolicyNoticeStackProps,
  { rules = false, context = flags } = {},
): Synthesised {
  const app = new App({
    context: { ...context, 'aws:cdk:bundling-stacks': [] },
    analyticsReporting: false,
    treeMetadata: false,
    // They take two seconds to load, and `cdk synth` runs them every time.
    builtinCloudFormationValidation: false,
  });
  if (rules) checkSecurity(app);
  const stack = new PolicyNoticeStack(app, 'policy-notice-dev', props(app));
  const assembly = app.synth();
  const { Resources } = template.parse(assembly.getStackByName(stack.stackName).template);
  const found = rules
    ? findings.parse(JSON.parse(readFileSync(join(assembly.directory, 'validation-report.json'), 'utf8')))
    : { pluginReports: [] };
  rmSync(assembly.directory, { recursive: true });
  return { resources: Resources, findings: found.pluginReports };
}

export function ofType({ resources }: Synthesised, type: string): [id: string, resource: Resource][] {
  return Object.entries(resources).filter(([, { Type }]) => Type === type);
}

const lambda = z.object({ Properties: z.object({ Description: z.string(), Role: z.unknown() }) });

/** The function of each step by logical id; a function that is no step's fails the test. */
export function stepsById(stack: Synthesised): ReadonlyMap<string, Step> {
  return new Map(
    ofType(stack, 'AWS::Lambda::Function').map(([id, one]) => {
      const { Description } = lambda.parse(one).Properties;
      const step = steps.find((name) => Description === `policy-notice: ${name}`);
      if (step === undefined) throw new Error(`${id} is the function of no step`);
      return [id, step];
    }),
  );
}

const oneOrMany = <T extends z.ZodType>(item: T) => z.union([z.array(item), item.transform((one) => [one])]);
const statement = z.object({
  Action: oneOrMany(z.string()),
  Resource: oneOrMany(z.unknown()),
  Effect: z.literal('Allow'),
  Condition: z.unknown().optional(),
});
const policy = z.object({
  Properties: z.object({
    PolicyDocument: z.object({ Statement: z.array(statement) }),
    Roles: z.array(z.object({ Ref: z.string() })),
  }),
});
export type Statement = z.infer<typeof statement>;

/** Everything the role of a step may do. */
export function statementsOf(stack: Synthesised, step: Step): Statement[] {
  const role = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) });
  const [id] = [...stepsById(stack)].find(([, name]) => name === step) ?? [];
  const [roleId] = role.parse(stack.resources[id ?? '']?.Properties['Role'])['Fn::GetAtt'];
  return ofType(stack, 'AWS::IAM::Policy')
    .map(([, one]) => policy.parse(one).Properties)
    .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === roleId))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

/** What the role of a step may do, sorted, without repetition. */
export function actionsOf(stack: Synthesised, step: Step): string[] {
  return [...new Set(statementsOf(stack, step).flatMap(({ Action }) => Action))].sort();
}
