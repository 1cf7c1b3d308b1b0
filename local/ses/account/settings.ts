/** What an SES account allows. Every value may be changed while the server runs; the next call obeys. */
export interface SesSettings {
  /** Recipients a second; Infinity = no limit. https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas.html */
  maxSendRate: number;
  /** Recipients that may go at once after a rest; undefined = one second's worth, at least 1. */
  burst: number | undefined;
  /**
   * What a bulk call beyond the rate meets. `refuse`: `AccountThrottled` for the destinations that do not fit.
   * `debt`: all are taken and the next calls wait, as documented for messages with many recipients. AWS does not say which.
   */
  bulkBeyondRate: 'refuse' | 'debt';
  /** Recipients in a rolling 24 hours; -1 = no limit (GetSendQuota). */
  max24HourSend: number;
  /** Only verified recipients and the simulator. https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html */
  sandbox: boolean;
  /** False = the whole account is paused (UpdateAccountSendingEnabled). */
  sendingEnabled: boolean;
  /** Identities count as verified as soon as they are asked for, as if somebody had clicked the link at once. */
  verifyAtOnce: boolean;
  /**
   * Calls a second of each action that does not send; AWS documents 1, a laptop rarely wants to wait, so Infinity.
   * https://docs.aws.amazon.com/ses/latest/dg/quotas.html
   */
  controlCallsPerSecond: number;
  /** Calls a second of SendBulkTemplatedEmail: 1 when the same page is read literally, Infinity as most people see it. */
  bulkCallsPerSecond: number;
  /** Bounces and complaints put the address on the suppression list of the account, and listed addresses are not mailed. */
  suppression: boolean;
  /** Milliseconds from acceptance to the outcome event (delivery, bounce …). */
  deliveryMilliseconds: number;
}

/** A production account on a laptop: everything allowed, nothing limited. */
export const defaultSettings: SesSettings = {
  maxSendRate: Infinity,
  burst: undefined,
  bulkBeyondRate: 'refuse',
  max24HourSend: -1,
  sandbox: false,
  sendingEnabled: true,
  verifyAtOnce: false,
  controlCallsPerSecond: Infinity,
  bulkCallsPerSecond: Infinity,
  suppression: true,
  deliveryMilliseconds: 0,
};

/** Says what is wrong with a setting before the server starts. Throws RangeError. */
export function checkSettings(settings: SesSettings): void {
  const atLeastZero = [
    'maxSendRate',
    'controlCallsPerSecond',
    'bulkCallsPerSecond',
    'deliveryMilliseconds',
  ] as const;
  for (const name of atLeastZero) {
    if (!(settings[name] >= 0))
      throw new RangeError(`SES setting ${name} is ${settings[name]}; use a number from 0.`);
  }
  if (!(settings.max24HourSend >= -1)) {
    throw new RangeError(
      `SES setting max24HourSend is ${settings.max24HourSend}; use -1 for no limit, or a number from 0.`,
    );
  }
}
