import { heardValues } from './sample.ts';

/** What must stand in an event of SES, in the notation of EventBridge rules: one of the values of each list. */
export interface EventPattern {
  readonly source: readonly string[];
  readonly detail: {
    readonly eventType?: readonly string[];
    readonly mail: { readonly tags: Readonly<Record<string, readonly TagPattern[]>> };
  };
}
export type TagPattern = string | { readonly prefix: string };

/**
 * Ways of an event. undelivered: it counts against a notice, and makes an exception; heard: a mail has left of those
 * that are counted; all: of every mail of every batch, to be kept as evidence. The first two go to `feedback`, and no
 * event is both.
 */
export type EventRoute = 'undelivered' | 'heard' | 'all';

/**
 * Which events of a configuration set go which way.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function eventRoutes(configurationSet: string): Readonly<Record<EventRoute, EventPattern>> {
  const ours = { 'ses:configuration-set': [configurationSet] };
  const pattern = (tags: Readonly<Record<string, readonly TagPattern[]>>, eventType?: readonly string[]) => ({
    source: ['aws.ses'],
    detail: { ...(eventType !== undefined && { eventType }), mail: { tags: { ...ours, ...tags } } },
  });
  return {
    undelivered: pattern({}, ['Bounce', 'Complaint', 'Reject', 'Rendering Failure']),
    heard: pattern({ heard: heardValues }, ['Send']),
    // Every batch has a name that begins so; test mails are in none.
    all: pattern({ batch: [{ prefix: 'S' }] }),
  };
}
