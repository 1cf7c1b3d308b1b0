import { Fail } from 'aws-cdk-lib/aws-stepfunctions';
import type { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { ErrorName } from '../../lambda/core/errors.ts';

/**
 * The ends a person has to answer, with their errors. Any other error fails the run under its own name: a title
 * for each would join every state to every end, and hide the way through.
 */
const failures = {
  'Text refused': [ErrorName.BadInput, ErrorName.BadDate],
  'Not approved': [ErrorName.NotApproved],
  'Preflight failed': [ErrorName.PreflightFailed],
  'Plan refused': [ErrorName.PlanRefused],
  'Totals do not add up': [ErrorName.TotalsDoNotAddUp],
  'Told too late': [ErrorName.ToldTooLate],
} as const satisfies Record<string, readonly ErrorName[]>;

/** Ends the run as failed, with the step's own error and message, when one of the states throws what the title names. */
export function failAs(scope: Construct, title: keyof typeof failures, ...states: LambdaInvoke[]): void {
  const end = new Fail(scope, title, { errorPath: '$.failure.Error', causePath: '$.failure.Cause' });
  for (const state of states) state.addCatch(end, { errors: [...failures[title]], resultPath: '$.failure' });
}
