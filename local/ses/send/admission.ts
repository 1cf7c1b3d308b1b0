import type { Account } from '../account/account.ts';
import { simulation, type Address } from '../account/addresses.ts';
import { throttled } from '../protocol/error.ts';

/** Why a message may not go now. */
export type Refusal = 'rate' | 'daily';

/**
 * Simulator mail is "limited by your maximum sending rate, but doesn't affect your daily sending limits":
 * https://docs.aws.amazon.com/ses/latest/DeveloperGuide/mailbox-simulator.html
 */
function countingDaily(addresses: readonly Address[]): number {
  return addresses.filter((address) => simulation(address.mailbox) === undefined).length;
}

/** Counts one message against quota and rate, or says which of them refuses it; a refused one costs nothing. */
export function admit(account: Account, addresses: readonly Address[]): Refusal | undefined {
  const daily = countingDaily(addresses);
  if (!account.quota.allows(daily, account.settings.max24HourSend)) return 'daily';
  if (!account.rate.take(addresses.length)) return 'rate';
  account.quota.record(daily);
  return undefined;
}

/** Like `admit`, for calls that are taken or refused as a whole. Throws Throttling. */
export function admitOrThrow(account: Account, addresses: readonly Address[]): void {
  const refusal = admit(account, addresses);
  if (refusal !== undefined) throw throttled(refusal);
}

/**
 * One verdict for each message of a bulk call, in order. When not one of them may go, the whole call is throttled:
 * https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html
 */
export function admitEach(
  account: Account,
  batch: readonly (readonly Address[])[],
): readonly (Refusal | undefined)[] {
  const verdicts =
    account.settings.bulkBeyondRate === 'debt'
      ? inDebt(account, batch)
      : batch.map((one) => admit(account, one));
  const first = verdicts[0];
  if (first !== undefined && verdicts.every((verdict) => verdict !== undefined)) throw throttled(first);
  return verdicts;
}

/** The rate is asked once for the whole call, the daily quota for each message. */
function inDebt(account: Account, batch: readonly (readonly Address[])[]): readonly (Refusal | undefined)[] {
  const limit = account.settings.max24HourSend;
  let room = limit < 0 ? Infinity : limit - account.quota.used();
  const verdicts = batch.map((addresses): Refusal | undefined => {
    const daily = countingDaily(addresses);
    if (daily > room) return 'daily';
    room -= daily;
    return undefined;
  });
  const going = batch.filter((_, index) => verdicts[index] === undefined).flat();
  if (going.length === 0) return verdicts;
  if (!account.rate.take(going.length)) throw throttled('rate');
  account.quota.record(countingDaily(going));
  return verdicts;
}
