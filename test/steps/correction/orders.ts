import { amendVersion } from '../../../cli/amend-version.ts';
import type { DirectionPorts } from '../../../cli/notice-ports.ts';
import { directNotice, liveNotice } from '../../../cli/direct-notice.ts';
import type { Amending } from '../../../lambda/core/amendment.ts';
import { ErrorName, NamedError } from '../../../lambda/core/errors.ts';
import type { LocalDate } from '../../../lambda/core/ids.ts';
import type { NoticeRef } from '../../../lambda/core/ledger/meta.ts';

/** What a person may say of a version and of its notice that is under way. */
export const orders = ['pause', 'unpause', 'stop', 'postpone', 'withdraw'] as const;
export type Order = (typeof orders)[number];

/** Who gives an order and when; `to`: the date of a postponement. */
export interface Ordering extends Amending {
  readonly to: LocalDate;
}

/**
 * Gives an order by the functions behind the commands. Returns whether it was obeyed; a refusal must say what to do
 * instead, and anything else that goes wrong is thrown.
 */
export async function give(
  ports: DirectionPorts,
  ref: NoticeRef,
  order: Order,
  { to, ...amending }: Ordering,
): Promise<boolean> {
  const direct = async (run: 'run' | 'pause' | 'stop') =>
    directNotice(ports, await liveNotice(ports.archive, ref), run, amending);
  const obey = {
    pause: () => direct('pause'),
    unpause: () => direct('run'),
    stop: () => direct('stop'),
    postpone: () => amendVersion(ports, ref, to, amending),
    withdraw: () => amendVersion(ports, ref, null, amending),
  } as const satisfies Record<Order, () => Promise<unknown>>;
  try {
    await obey[order]();
    return true;
  } catch (error) {
    const isRefusal =
      error instanceof NamedError &&
      (error.name === ErrorName.WrongState || error.name === ErrorName.BadDate);
    if (!isRefusal || !error.remedy.endsWith('.')) throw error;
    return false;
  }
}
