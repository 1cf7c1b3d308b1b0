import { noticeDue } from '../../lambda/core/amendment.ts';
import { addDays, parseLocalDate } from '../../lambda/core/calendar/local-date.ts';
import type { Order } from '../steps/correction/orders.ts';
import { give, orders } from '../steps/correction/orders.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';
import { ref } from './world.ts';

/** Orders in a row, of which the last withdraws the version: mostly that one alone, sometimes whatever comes to mind before. */
export function ordersOf(random: Random): readonly Order[] {
  const before = random.chance(0.6) ? [] : Array.from({ length: random.below(5) }, () => random.pick(orders));
  return random.chance(0.8) ? [...before, 'withdraw'] : [...before, 'stop', 'withdraw'];
}

/** Gives an order now. Returns whether it was obeyed. */
export function order(world: World, what: Order): Promise<boolean> {
  const { archive, ledger, provider, clock, random } = world;
  const ports = { archive, ledger, sending: provider.sending };
  const to = addDays(parseLocalDate(clock.iso().slice(0, 10)), random.below(90));
  return give(ports, ref, what, { by: 'Ada', reason: 'A mistake.', at: clock.iso(), to });
}

/** The run that a command starts: it posts, and sends the notice that is due. */
export async function followUp(world: World): Promise<void> {
  const versions = await world.archive.versions(ref.policyId);
  const due = noticeDue(versions, await world.archive.version(ref.policyId, ref.version));
  if (due !== null) await world.execution(due.correction);
}
