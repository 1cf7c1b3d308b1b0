import { rmSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import * as z from 'zod';
import type { RunStep } from '../../lambda/steps.ts';
import { Workflow } from '../../lib/workflow/workflow.ts';

const functionArn = (step: string): string => `arn:aws:lambda:eu-central-1:000000000000:function:${step}`;

/**
 * The definition of `PolicyChange` as CloudFormation would get it, with a function named after each step: the same
 * construct that is deployed, synthesised in this process without its neighbours. Takes well under a second.
 */
export function synthesiseDefinition(): StateMachineDefinition {
  // The built-in template rules take two seconds to load and are run by the tests of the whole stack.
  const app = new App({
    analyticsReporting: false,
    treeMetadata: false,
    builtinCloudFormationValidation: false,
  });
  const stack = new Stack(app, 'Local', { env: { account: '000000000000', region: 'eu-central-1' } });
  const named = (step: RunStep) => Function.fromFunctionArn(stack, step, functionArn(step));
  const { stateMachine } = new Workflow(stack, 'Workflow', {
    documents: Bucket.fromBucketName(stack, 'Documents', 'documents'),
    functions: {
      publish: named('publish'),
      assess: named('assess'),
      approve: named('approve'),
      ask: named('ask'),
      post: named('post'),
      preflight: named('preflight'),
      prepare: named('prepare'),
      notify: named('notify'),
      settle: named('settle'),
      report: named('report'),
    },
  });
  const assembly = app.synth();
  const assembled: unknown = assembly.getStackByName(stack.stackName).template;
  rmSync(assembly.directory, { recursive: true });
  return definitionOf(reference.parse(stack.resolve(stateMachine.stateMachineArn)).Ref, assembled);
}

const reference = z.object({ Ref: z.string() });
const template = z.object({ Resources: z.record(z.string(), z.unknown()) });
/** The only reference there is: the partition, in the resource of a state that waits for its task token. */
const partition = z.object({ Ref: z.literal('AWS::Partition') }).transform(() => 'aws');
const joined = z
  .object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.union([z.string(), partition]))]) })
  .transform(({ 'Fn::Join': [, parts] }) => parts.join(''));
const machine = z.object({ Properties: z.object({ DefinitionString: z.union([z.string(), joined]) }) });
/** The engine checks the rest itself. */
const definition = z.custom<StateMachineDefinition>(
  (value) => z.object({ StartAt: z.string() }).safeParse(value).success,
);

/** The definition of a state machine that refers to nothing else of its template. */
function definitionOf(logicalId: string, assembled: unknown): StateMachineDefinition {
  const { Properties } = machine.parse(template.parse(assembled).Resources[logicalId]);
  return definition.parse(JSON.parse(Properties.DefinitionString));
}
