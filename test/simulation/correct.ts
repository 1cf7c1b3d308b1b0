import { storeAssessment } from '../../lambda/core/assessment-file.ts';
import { TotalsDoNotAddUp } from '../../lambda/core/errors.ts';
import type { RecipientId } from '../../lambda/core/customer/recipient.ts';
import type { NoticeRef } from '../../lambda/core/ledger/meta.ts';
import { report } from '../../lambda/report/report.ts';
import { assessmentOf, policyId } from '../steps/notice-setting.ts';
import { checkHearing } from './hearing.ts';
import { Life, Mortality, noFaults } from './mortality.ts';
import { followUp, order, ordersOf } from './orders.ts';
import type { Ending } from './simulate.ts';
import { World, ref } from './world.ts';

/**
 * Plays a seed in which people pause, stop, postpone and at last withdraw what is being announced, or was, and holds the
 * promise against it: whoever was mailed the announcement gets each correction once at most, and the last one once or is
 * listed in its report; nobody else gets any. Throws what was broken.
 */
export function correct(seed: number, size = 60): Promise<Ending> {
  const world = new World(seed, size, {});
  return world.clock.run(play(world));
}

async function play(world: World): Promise<Ending> {
  await storeAssessment(world.documents, assessmentOf(2));
  await world.openNotice();
  const life = world.random.chance(0.3) ? world.life() : Promise.resolve();
  await Promise.all([world.execution(), command(world)]);
  world.faults = noFaults;
  // What a run left undone that ended before the last order was given.
  await followUp(world);
  world.close();
  await life;
  await world.quieten();
  const { amendments } = await world.archive.version(policyId, 2);
  const notice = { ...ref, correction: amendments.length };
  const totals = await total(world, notice).catch((error: unknown) => {
    if (error instanceof TotalsDoNotAddUp && world.joined > 0) return total(world, notice);
    throw error;
  });
  await check(world, notice);
  for (const { number } of amendments) await checkHearing(world, { ...ref, correction: number });
  await checkHearing(world, ref);
  if (totals.accepted + totals.excepted !== totals.audience) throw new Error('The totals do not add up.');
  const sent = world.provider.sent;
  await world.execution();
  await followUp(world);
  if (world.provider.sent !== sent) throw new Error('A second run sent something.');
  world.overseer.complain();
  const { deaths, rounds, tripped } = world;
  return { accepted: totals.accepted, listed: totals.excepted, deaths, rounds, tripped };
}

/** At any moment of the announcement, by a person whose command may run in two processes at once. */
async function command(world: World): Promise<void> {
  const { clock, random } = world;
  const runs: Promise<void>[] = [];
  for (const what of ordersOf(random)) {
    await clock.sleep(random.below(random.pick([1_000, 60_000, 86_400_000])));
    if (!(await order(world, what))) continue;
    runs.push(followUp(world));
    if (random.chance(0.2)) runs.push(followUp(world));
  }
  await Promise.all(runs);
}

function total(world: World, notice: NoticeRef) {
  const immortal = new Mortality(world.clock, world.random, noFaults, new Life());
  return report(world.ports(immortal), { ...world.input, ...notice });
}

/** Reads both ledgers without the code under test. */
async function check(world: World, notice: NoticeRef): Promise<void> {
  const { ledger, provider, settings } = world;
  const proven = new Set<RecipientId>();
  const settled = new Set<RecipientId>();
  for (let segment = 0; segment < settings.sending.segments; segment += 1) {
    for await (const { ids, outcomes } of ledger.batches(ref, segment, 'all'))
      for (const [at, id] of ids.entries()) if (isAccepted(outcomes[at])) proven.add(id);
    for await (const { ids, state } of ledger.batches(notice, segment, 'all'))
      for (const id of state === 'closed' ? [] : ids) settled.add(id);
    for await (const { id } of ledger.exceptions(notice, segment)) settled.add(id);
  }
  for (const [number, corrected] of provider.corrected) {
    for (const [id, times] of corrected) {
      if (times.length > 1)
        throw new Error(`Recipient ${id} got correction ${number} ${times.length} times.`);
      if (!proven.has(id)) throw new Error(`Recipient ${id} was corrected, and never told.`);
    }
  }
  if ((await ledger.control(notice)).run === 'stop') return;
  for (const id of provider.accepted.keys()) {
    if (!settled.has(id)) throw new Error(`Recipient ${id} was told, and not corrected.`);
  }
}

function isAccepted(outcome: object | null | undefined): boolean {
  return outcome !== null && outcome !== undefined && 'messageId' in outcome;
}
