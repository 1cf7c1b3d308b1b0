import { storeAssessment } from '../../lambda/core/assessment-file.ts';
import { concerns } from '../../lambda/core/customer/reading.ts';
import { recipientId } from '../../lambda/core/customer/recipient.ts';
import type { RecipientId } from '../../lambda/core/customer/recipient.ts';
import { TotalsDoNotAddUp } from '../../lambda/core/errors.ts';
import type { Meta } from '../../lambda/core/ledger/meta.ts';
import { report } from '../../lambda/report/report.ts';
import { assessmentOf } from '../steps/notice-setting.ts';
import { checkHearing } from './hearing.ts';
import { Life, Mortality, noFaults } from './mortality.ts';
import type { Engines } from './world.ts';
import { World, ref } from './world.ts';

/** The customers of a seed: it is replayed with as many as it was played. */
export const size = 40;

/** What a seed came to. */
export interface Ending {
  readonly accepted: number;
  readonly listed: number;
  readonly deaths: number;
  readonly rounds: number;
  /** How often the breaker has paused a notice. */
  readonly tripped: number;
}

/**
 * Plays one seed to its end and holds the promise against it: each affected customer is accepted once or listed, never
 * both and never neither; nobody is mailed twice; a second run sends nothing. Throws what was broken.
 */
export async function simulate(seed: number, customers = size, engines: Engines = {}): Promise<Ending> {
  const world = new World(seed, customers, engines);
  const directory = world.timed(await engines.directory?.(world.customers.rows));
  world.directory = directory ?? world.customers;
  return world.clock.run(play(world));
}

async function play(world: World): Promise<Ending> {
  await storeAssessment(world.documents, assessmentOf(2));
  if (world.random.chance(0.8)) await world.openNotice();
  // Only the customers in memory can be changed at any moment.
  const isAlive = world.random.chance(0.3) && world.directory === world.customers;
  const life = isAlive ? world.life() : Promise.resolve();
  await Promise.all([world.execution(), world.random.chance(0.3) ? second(world) : null]);
  world.close();
  await life;
  await world.quieten();
  // A joined customer is found by the recount, loudly, and listed; then the report passes.
  const totals = await total(world).catch((error: unknown) => {
    if (error instanceof TotalsDoNotAddUp && world.joined > 0) return total(world);
    throw error;
  });
  const meta = await world.ledger.meta(ref);
  if (meta === null) throw new Error('The notice was never opened.');
  const listed = await check(world, meta);
  await checkHearing(world, meta);
  if (totals.accepted + totals.excepted !== totals.audience) throw new Error('The totals do not add up.');
  const before = world.provider.sent;
  await world.execution();
  if (world.provider.sent !== before) throw new Error('A second run sent something.');
  world.overseer.complain();
  const { deaths, rounds, tripped } = world;
  return { accepted: totals.accepted, listed, deaths, rounds, tripped };
}

/** The same event twice, or a person who starts it again. */
async function second(world: World): Promise<void> {
  await world.clock.sleep(world.random.below(120_000));
  await world.execution();
}

function total(world: World) {
  const immortal = new Mortality(world.clock, world.random, noFaults, new Life());
  return report(world.ports(immortal), world.input);
}

/** Reads the ledger without the code under test: outcomes of batches, and exception items. Returns how many are listed. */
async function check(world: World, meta: Meta): Promise<number> {
  const accepted = new Set<RecipientId>();
  const listed = new Set<RecipientId>();
  for (let segment = 0; segment < meta.segments; segment += 1) {
    for await (const { ids, outcomes, state } of world.ledger.batches(meta, segment, 'all')) {
      for (const [position, id] of ids.entries()) {
        const outcome = outcomes[position] ?? null;
        if (state === 'held' && outcome === null) listed.add(id);
        if (outcome === null) continue;
        if ('messageId' in outcome) accepted.add(id);
        else if (['MessageRejected', 'InvalidParameterValue', 'Gone', 'Failed'].includes(outcome.code))
          listed.add(id);
      }
    }
    for await (const { id } of world.ledger.exceptions(meta, segment)) listed.add(id);
  }
  for (const [id, times] of world.provider.accepted) {
    if (times.length > 1) throw new Error(`Recipient ${id} was mailed ${times.length} times.`);
    if (!accepted.has(id) && !listed.has(id))
      throw new Error(`Recipient ${id} was mailed, and nobody knows.`);
  }
  for (const id of accepted) {
    if (!world.provider.accepted.has(id)) throw new Error(`Recipient ${id} counts as mailed, and was not.`);
  }
  for (const [customerId, row] of world.customers.rows) {
    if (!concerns({ customerId, row }, meta)) continue;
    const id = recipientId(meta.key, customerId);
    if (!accepted.has(id) && !listed.has(id)) throw new Error(`Customer ${customerId} was lost.`);
  }
  return listed.size;
}
