import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Step } from '../../lambda/steps.ts';
import type { Settings } from '../../lambda/core/settings/settings.ts';
import { acknowledge, acknowledgeWildcard } from '../acknowledge.ts';
import { StepCode } from './code.ts';
import { limits } from './limits.ts';
import { settingsEnvironment } from './settings-environment.ts';

export interface StepFunctionProps {
  readonly settings: Settings;
  /** That of all steps, because they are bundled together. */
  readonly code: StepCode;
}

/** One step: `lambda/<step>/index.ts` with a role that can do nothing until something is granted. */
export class StepFunction extends LambdaFunction {
  private readonly stepRole: Role;

  constructor(scope: Construct, id: string, step: Step, { settings, code }: StepFunctionProps) {
    const logGroup = new LogGroup(scope, `${id}Log`, {
      // Longer than a run lasts with the usual 30 to 90 days of notice.
      retention: RetentionDays.SIX_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Its own role, because the usual one may write to every log group of the account.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    super(scope, id, {
      code: code.of(step),
      handler: 'index.handler',
      description: `policy-notice: ${step}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: limits[step].memory,
      timeout: limits[step].timeout,
      environment: {
        // Stack traces in the words of the source.
        NODE_OPTIONS: '--enable-source-maps',
        // Tells the metrics and log lines of two stacks apart.
        POWERTOOLS_SERVICE_NAME: Stack.of(scope).stackName,
        ...settingsEnvironment(step, settings),
      },
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      role,
    });
    logGroup.grantWrite(role);
    acknowledgeWildcard(role, '*', 'X-Ray has no resources to name.');
    acknowledge(
      this,
      'Serverless-LambdaDLQ',
      'Whoever invokes it, Step Functions or a queue, waits for the answer: no event can be left over.',
    );
    this.stepRole = role;
  }

  /** Grants exactly the actions on exactly the resource; `why` it ends in a wildcard, where it does. */
  grantOn(arn: string, actions: readonly string[], { why, conditions }: Permission = {}): void {
    Grant.addToPrincipal({
      grantee: this,
      actions: [...actions],
      resourceArns: [arn],
      ...(conditions !== undefined && { conditions }),
    }).assertSuccess();
    if (why !== undefined) acknowledgeWildcard(this.stepRole, arn, why);
  }
}

/** What there is to say of a permission beyond actions and resource. */
export interface Permission {
  readonly why?: string;
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Every step has its function, because permissions, retries and failures differ. */
export type StepFunctions = Readonly<Record<Step, StepFunction>>;

/** Throws BadSettings when the settings are too long for a function. */
export function stepFunctions(scope: Construct, settings: Settings): StepFunctions {
  const code = new StepCode();
  const made = (id: string, step: Step) => new StepFunction(scope, id, step, { settings, code });
  return {
    publish: made('Publish', 'publish'),
    assess: made('Assess', 'assess'),
    approve: made('Approve', 'approve'),
    ask: made('Ask', 'ask'),
    post: made('Post', 'post'),
    preflight: made('Preflight', 'preflight'),
    prepare: made('Prepare', 'prepare'),
    notify: made('Notify', 'notify'),
    settle: made('Settle', 'settle'),
    report: made('Report', 'report'),
    feedback: made('Feedback', 'feedback'),
  };
}
