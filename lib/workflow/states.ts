import { Duration } from 'aws-cdk-lib';
import type { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { JitterType, JsonPath } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type {
  ApproveAnswer,
  AssessAnswer,
  PostAnswer,
  PreflightAnswer,
  PrepareAnswer,
  PublishAnswer,
  ReportAnswer,
} from '../../lambda/contract.ts';
import type { RunStep } from '../../lambda/steps.ts';
import { ErrorName } from '../../lambda/core/errors.ts';
import type { Exchange, Invocables } from '../step-function/task.ts';
import { noticeRef, task, versionRef } from '../step-function/task.ts';
import { failAs } from './failures.ts';

/** Two runs read the same head and append the same number: the loser reads again, within seconds. */
const readAgain = {
  errors: [ErrorName.AlreadyClaimed],
  interval: Duration.seconds(1),
  maxAttempts: 5,
  backoffRate: 2,
  jitterStrategy: JitterType.FULL,
};

/** The event that S3 sends when an object has landed; bucket, key and version identify it. */
const landedObject = {
  bucket: JsonPath.stringAt('$.detail.bucket.name'),
  key: JsonPath.stringAt('$.detail.object.key'),
  version: JsonPath.stringAt("$.detail.object['version-id']"),
  sequencer: JsonPath.stringAt('$.detail.object.sequencer'),
};

/** Names fields of an answer of the contract. */
type Answer<T> = readonly (keyof T)[];

const recorded = {
  keep: ['policyId', 'version', 'outcome', 'why'] satisfies Answer<PublishAnswer>,
  retry: readAgain,
};
const posting = {
  event: versionRef,
  keep: ['notify', 'notice', 'effectiveDate', 'standing', 'until'] satisfies Answer<PostAnswer>,
  at: '$.posting',
};

/** What the map over slices hands to each sender beside the version. */
const shareOfNotice = {
  correction: JsonPath.numberAt('$.correction'),
  slice: JsonPath.objectAt('$.slice'),
};

/** One row a state: its name, its step, what it hands over and what it keeps of the answer. */
const exchanges = {
  publish: ['Publish', 'publish', { event: { object: landedObject }, ...recorded }],
  resume: ['Resume', 'publish', { event: { resume: JsonPath.objectAt('$.resume') }, ...recorded }],
  assess: [
    'Assess',
    'assess',
    {
      event: versionRef,
      keep: ['baseline', 'significance', 'approval'] satisfies Answer<AssessAnswer>,
      at: '$.assessment',
    },
  ],
  approve: [
    'Approve',
    'approve',
    { event: versionRef, keep: ['action', 'seconds'] satisfies Answer<ApproveAnswer>, at: '$.approval' },
  ],
  post: ['Post', 'post', posting],
  preflight: [
    'Preflight',
    'preflight',
    {
      event: noticeRef,
      keep: ['action', 'until'] satisfies Answer<PreflightAnswer>,
      at: '$.preflight',
      // Two runs of one version: the loser waits for the test mail of the winner.
      retry: readAgain,
    },
  ],
  prepare: [
    'Prepare',
    'prepare',
    { event: noticeRef, keep: ['action', 'until', 'slices'] satisfies Answer<PrepareAnswer>, at: '$.plan' },
  ],
  send: ['Send slice', 'notify', { event: { ...versionRef, ...shareOfNotice }, keep: [] }],
  settle: ['Settle', 'settle', { event: noticeRef, keep: [] }],
  report: [
    'Report',
    'report',
    {
      event: noticeRef,
      keep: ['audience', 'accepted', 'excepted'] satisfies Answer<ReportAnswer>,
      at: '$.totals',
    },
  ],
  takeEffect: ['Take effect', 'post', posting],
} as const satisfies Record<string, readonly [name: string, step: RunStep, exchange: Exchange]>;

/** The states of `PolicyChange` that do something. */
export type Tasks = Readonly<Record<keyof typeof exchanges, LambdaInvoke>>;

/** Makes them, each with its retries and the ends it fails to. */
export function tasks(scope: Construct, functions: Invocables): Tasks {
  const state = (of: keyof typeof exchanges): LambdaInvoke => {
    const [name, step, exchange] = exchanges[of];
    return task(scope, name, step, functions, exchange);
  };
  const all: Tasks = {
    publish: state('publish'),
    resume: state('resume'),
    assess: state('assess'),
    approve: state('approve'),
    post: state('post'),
    preflight: state('preflight'),
    prepare: state('prepare'),
    send: state('send'),
    settle: state('settle'),
    report: state('report'),
    takeEffect: state('takeEffect'),
  };
  failAs(scope, 'Text refused', all.publish, all.resume, all.assess, all.post);
  failAs(scope, 'Not approved', all.approve);
  failAs(scope, 'Preflight failed', all.preflight);
  failAs(scope, 'Plan refused', all.prepare);
  failAs(scope, 'Totals do not add up', all.report);
  failAs(scope, 'Told too late', all.report);
  return all;
}
