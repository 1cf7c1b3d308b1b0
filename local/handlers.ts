import { randomUUID } from 'node:crypto';
import type { Handlers } from './state-machine/handlers.ts';

/** What the Lambda runtime hands to a handler beside the event: who this invocation is, and the time it has left. */
function invocation(): { awsRequestId: string; getRemainingTimeInMillis: () => number } {
  const deadline = Date.now() + 900_000;
  return { awsRequestId: randomUUID(), getRemainingTimeInMillis: () => deadline - Date.now() };
}

/**
 * The entries of the deployed Lambdas, loaded into this process. They read the environment when they are loaded, so
 * it is set first; they are loaded once, so one process works for one set of engines.
 */
export async function loadHandlers(environment: Readonly<Record<string, string>>): Promise<Handlers> {
  Object.assign(process.env, environment);
  const [publish, assess, post, prepare, notify, settle, report] = await Promise.all([
    import('../lambda/publish/index.ts'),
    import('../lambda/assess/index.ts'),
    import('../lambda/post/index.ts'),
    import('../lambda/prepare/index.ts'),
    import('../lambda/notify/index.ts'),
    import('../lambda/settle/index.ts'),
    import('../lambda/report/index.ts'),
  ]);
  return {
    publish: like(publish.handler),
    assess: like(assess.handler),
    post: like(post.handler),
    prepare: like(prepare.handler),
    notify: like(notify.handler),
    settle: like(settle.handler),
    report: like(report.handler),
  };
}

/** The state machine knows JSON only; the event types are the contract's, kept by the definition's own test. */
function like(
  handler: (event: never, context: never) => Promise<unknown>,
): (event: unknown) => Promise<unknown> {
  return (event) => handler(event as never, invocation() as never);
}
