import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import { Choice, Condition, JsonPath, Map, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type {
  ApproveAnswer,
  PostAnswer,
  PreflightAnswer,
  PrepareAnswer,
  PublishAnswer,
} from '../../lambda/contract.ts';
import type { Invocables } from '../step-function/task.ts';
import { noticeRef } from '../step-function/task.ts';
import { questions } from './questions.ts';
import { tasks } from './states.ts';

const outcome = (is: PublishAnswer['outcome']) => Condition.stringEquals('$.outcome', is);
const standing = (is: PostAnswer['standing']) => Condition.stringEquals('$.posting.standing', is);
const approved = (is: ApproveAnswer['action']) => Condition.stringEquals('$.approval.action', is);
const checked = (is: PreflightAnswer['action']) => Condition.stringEquals('$.preflight.action', is);
const planned = (is: PrepareAnswer['action']) => Condition.stringEquals('$.plan.action', is);

/**
 * What happens between a published text and its taking effect, as a sentence. The state carries ids, dates and
 * counts: `{policyId, version, assessment, approval, posting, preflight, plan, totals}`. A choice without "otherwise"
 * fails the run when a step answers what nobody foresaw.
 */
export function policyChange(scope: Construct, functions: Invocables): IChainable {
  const all = tasks(scope, functions);
  const { publish, resume, assess, approve, post, preflight, prepare, send, settle, report, takeEffect } =
    all;
  const { askForApproval, askAPerson } = questions(scope, functions, all);
  const choice = (question: string) => new Choice(scope, question);
  const end = (name: string) => new Succeed(scope, name);
  const wait = (name: string, until: string) =>
    new Wait(scope, name, { time: WaitTime.timestampPath(until) });

  const inForce = choice('In force?')
    .when(standing('current'), end('Current'))
    .when(standing('superseded'), end('Superseded'))
    .when(standing('wait'), wait('Wait until effective date', '$.posting.until').next(takeEffect));
  takeEffect.next(inForce);

  const sendSlices = new Map(scope, 'Send slices', {
    itemsPath: '$.plan.slices',
    itemSelector: { ...noticeRef, slice: JsonPath.objectAt('$$.Map.Item.Value') },
    resultPath: JsonPath.DISCARD,
  }).itemProcessor(send);

  const whatNext = choice('What next?')
    .when(planned('send'), sendSlices.next(prepare))
    .when(planned('wait'), wait('Wait until planned time', '$.plan.until').next(prepare))
    .when(planned('ask'), askAPerson)
    .when(planned('settle'), settle.next(prepare))
    .when(planned('done'), report.next(takeEffect));
  prepare.next(whatNext);

  const isSesReady = choice('Is SES ready?')
    .when(checked('ready'), prepare)
    .when(checked('wait'), wait('Wait for the test mail', '$.preflight.until').next(preflight));
  preflight.next(isSesReady);

  const announce = choice('Announce?')
    .when(Condition.booleanEquals('$.posting.notify', true), preflight)
    .otherwise(inForce);
  post.next(announce);
  const isItApproved = choice('Approved?')
    .when(approved('post'), post)
    .when(approved('ask'), askForApproval)
    .when(approved('held'), end('Held'));
  approve.next(isItApproved);
  const approval = choice('Approval needed?')
    .when(Condition.booleanEquals('$.assessment.approval', true), approve)
    .otherwise(post);
  const isItNew = choice('Is it new?')
    .when(outcome('known'), end('Already known'))
    .when(outcome('recorded'), assess.next(approval));

  return choice('A new text?')
    .when(Condition.isPresent('$.resume'), resume.next(isItNew))
    .otherwise(publish.next(isItNew));
}
