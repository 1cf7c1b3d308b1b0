import type { BatchKey, PositionOutcome } from '../ledger/batch.ts';

/**
 * What a definite "no" asks for. except: list the recipient; again: send again; slow: the same, at a lower rate;
 * wait: the same, after a while; transport: the same, one mail a call; later: once more in ten minutes;
 * park: stop until the daily quota has room; pause: stop every sender until a person has looked.
 */
export type RefusalAction = 'except' | 'again' | 'slow' | 'wait' | 'transport' | 'later' | 'park' | 'pause';

/**
 * Every code that SES v1 documents for a destination or a whole call, and ours: the meanings of `Throttling`, a server
 * that could not be reached, a call refused for a reason that is no recipient's (access denied, expired token), a
 * recipient whose turn did not come, and one who left the directory before the mail was sent.
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_BulkEmailDestinationStatus.html
 */
export const refusals = {
  AccountThrottled: 'slow',
  TransientFailure: 'slow',
  MaximumSendingRateExceeded: 'slow',
  Unreachable: 'wait',
  NotTried: 'again',
  AccountDailyQuotaExceeded: 'park',
  AccountSendingPaused: 'pause',
  AccountSuspended: 'pause',
  ConfigurationSetSendingPaused: 'pause',
  MailFromDomainNotVerified: 'pause',
  TemplateDoesNotExist: 'pause',
  ConfigurationSetDoesNotExist: 'pause',
  InvalidSendingPoolName: 'pause',
  CallRefused: 'pause',
  MessageRejected: 'except',
  InvalidParameterValue: 'except',
  Gone: 'except',
  Failed: 'later',
  ApiRateExceeded: 'transport',
} as const satisfies Record<string, RefusalAction>;
export type RefusalCode = keyof typeof refusals;

/** Of a code in the answer about one destination; one that we do not know is listed, not tried again. */
export function actionOf(code: string): RefusalAction {
  return isKnown(code) ? refusals[code] : 'except';
}

/** The code of a whole call in our words: one that SES does not document there is a fault of ours, so a person looks. */
export function wholeCallCode(code: string): RefusalCode {
  return isKnown(code) ? code : 'CallRefused';
}

function isKnown(code: string): code is RefusalCode {
  return Object.hasOwn(refusals, code);
}

/** Does the position go to a child batch? `Failed` does once: in its second batch it is final. */
export function isRetried(code: string, { suffix }: BatchKey): boolean {
  const action = actionOf(code);
  return action === 'later' ? !suffix.includes('f') : action !== 'except';
}

/** Positions that go to each kind of child of a batch with these outcomes. */
export function retriedPositions(
  outcomes: readonly PositionOutcome[],
  key: BatchKey,
): { readonly soon: readonly number[]; readonly later: readonly number[] } {
  const retried = [...outcomes.entries()].flatMap(([position, outcome]) =>
    outcome !== null && 'code' in outcome && isRetried(outcome.code, key)
      ? [{ position, code: outcome.code }]
      : [],
  );
  const isLater = ({ code }: { code: string }): boolean => actionOf(code) === 'later';
  return {
    soon: retried.filter((one) => !isLater(one)).map(({ position }) => position),
    later: retried.filter(isLater).map(({ position }) => position),
  };
}

const severity: readonly RefusalAction[] = [
  'except',
  'later',
  'again',
  'wait',
  'slow',
  'transport',
  'park',
  'pause',
];

/** The code whose action weighs most for the sender as a whole, or null when nothing was refused. */
export function gravest(outcomes: readonly PositionOutcome[]): string | null {
  const codes = outcomes.flatMap((outcome) => (outcome !== null && 'code' in outcome ? [outcome.code] : []));
  const weight = (code: string): number => severity.indexOf(actionOf(code));
  return codes.toSorted((a, b) => weight(b) - weight(a))[0] ?? null;
}
