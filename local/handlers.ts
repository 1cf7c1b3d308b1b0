import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import type { Step } from '../lambda/steps.ts';
import type { Handler } from './state-machine/handlers.ts';

/** What the Lambda runtime hands to a handler beside the event: who this invocation is, and the time it has left. */
function invocation(): Pick<Context, 'awsRequestId' | 'getRemainingTimeInMillis'> {
  const deadline = Date.now() + 900_000;
  return { awsRequestId: randomUUID(), getRemainingTimeInMillis: () => deadline - Date.now() };
}

/**
 * The entries of the deployed Lambdas, loaded into this process. They read the environment when they are loaded, so
 * it is set first; they are loaded once, so one process works for one set of engines.
 */
export async function loadHandlers(
  environment: Readonly<Record<string, string>>,
): Promise<Readonly<Record<Step, Handler>>> {
  Object.assign(process.env, environment);
  const [publish, assess, approve, ask, post, preflight, prepare, notify, settle, report, feedback] =
    await Promise.all([
      import('../lambda/publish/index.ts'),
      import('../lambda/assess/index.ts'),
      import('../lambda/approve/index.ts'),
      import('../lambda/ask/index.ts'),
      import('../lambda/post/index.ts'),
      import('../lambda/preflight/index.ts'),
      import('../lambda/prepare/index.ts'),
      import('../lambda/notify/index.ts'),
      import('../lambda/settle/index.ts'),
      import('../lambda/report/index.ts'),
      import('../lambda/feedback/index.ts'),
    ]);
  return {
    publish: like(publish.handler),
    assess: like(assess.handler),
    approve: like(approve.handler),
    ask: like(ask.handler),
    post: like(post.handler),
    preflight: like(preflight.handler),
    prepare: like(prepare.handler),
    notify: like(notify.handler),
    settle: like(settle.handler),
    report: like(report.handler),
    feedback: like(feedback.handler),
  };
}

/** As on the wire: an event is JSON whatever its type, and each step checks what it is given. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- E is what the check inside stands for
function like<E>(handler: (event: E, context: Context) => Promise<unknown>): Handler {
  return (event) => handler(z.custom<E>().parse(event), z.custom<Context>().parse(invocation()));
}
