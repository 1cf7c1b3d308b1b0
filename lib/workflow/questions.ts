import { Duration } from 'aws-cdk-lib';
import { Errors, JsonPath, Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import type { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { ErrorName } from '../../lambda/core/errors.ts';
import type { Invocables } from '../step-function/task.ts';
import { noticeRef, question, versionRef } from '../step-function/task.ts';

/** The states that wait for a person. */
export interface Questions {
  readonly askForApproval: LambdaInvoke;
  readonly askAPerson: LambdaInvoke;
}

/** Makes them; each goes back to the step that asked, whether it was answered or not. */
export function questions(
  scope: Construct,
  functions: Invocables,
  { approve, prepare }: { readonly approve: LambdaInvoke; readonly prepare: LambdaInvoke },
): Questions {
  const askForApproval = question(scope, 'Ask for approval', functions, {
    question: 'approval',
    about: versionRef,
    patience: Timeout.at('$.approval.seconds'),
  });
  const askAPerson = question(scope, 'Ask a person', functions, {
    question: 'pause',
    about: noticeRef,
    // Every hour the pause is counted, so that a forgotten one raises an alarm, and held against the effective date.
    patience: Timeout.duration(Duration.hours(1)),
  });
  lookAgain(askForApproval, approve);
  lookAgain(askAPerson, prepare);
  return { askForApproval, askAPerson };
}

/** AlreadyClaimed: the answer came while the question was being put. */
function lookAgain(asking: LambdaInvoke, step: LambdaInvoke): void {
  asking.addCatch(step, {
    errors: [Errors.TIMEOUT, ErrorName.AlreadyClaimed],
    resultPath: JsonPath.DISCARD,
  });
  asking.next(step);
}
