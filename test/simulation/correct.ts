import { withdrawal } from '../../lambda/core/amendment.ts';
import { storeAssessment } from '../../lambda/core/assessment-file.ts';
import { TotalsDoNotAddUp } from '../../lambda/core/errors.ts';
import type { RecipientId } from '../../lambda/core/customer/recipient.ts';
import { report } from '../../lambda/report/report.ts';
import { assessmentOf, policyId } from '../steps/notice-setting.ts';
import { Life, Mortality, noFaults } from './mortality.ts';
import type { Ending } from './simulate.ts';
import { World, ref } from './world.ts';

const correction = 1;

/**
 * Plays a seed in which an announcement is withdrawn while it goes out, or afterwards, and holds the promise against it:
 * whoever was mailed the announcement gets the correction once or is listed in its report, and nobody else gets it.
 * Throws what was broken.
 */
export function correct(seed: number, size = 60): Promise<Ending> {
  const world = new World(seed, size, {});
  return world.clock.run(play(world));
}

async function play(world: World): Promise<Ending> {
  await storeAssessment(world.documents, assessmentOf(2));
  await world.openNotice();
  const life = world.random.chance(0.3) ? world.life() : Promise.resolve();
  await Promise.all([world.execution(), withdraw(world)]);
  world.faults = noFaults;
  // What a run left undone that ended before the withdrawal was told.
  await world.execution(correction);
  world.close();
  await life;
  const totals = await total(world).catch((error: unknown) => {
    if (error instanceof TotalsDoNotAddUp && world.joined > 0) return total(world);
    throw error;
  });
  await check(world);
  const sent = world.provider.corrected.size;
  if (totals.accepted + totals.excepted !== totals.audience) throw new Error('The totals do not add up.');
  await world.execution();
  await world.execution(correction);
  if (world.provider.corrected.size !== sent) throw new Error('A second run sent something.');
  return { accepted: totals.accepted, listed: totals.excepted, deaths: world.deaths, rounds: world.rounds };
}

/** At any moment of the announcement, by a person whose command may run in two processes at once. */
async function withdraw(world: World): Promise<void> {
  const { archive, clock, random } = world;
  await clock.sleep(random.below(random.pick([1_000, 60_000, 86_400_000])));
  const amending = { by: 'Ada', reason: 'A mistake.', at: clock.iso() };
  const record = await archive.version(policyId, 2);
  const versions = await archive.versions(policyId);
  await archive.amend(policyId, 2, withdrawal(versions, record, amending));
  const rival = random.chance(0.3) ? world.execution(correction) : null;
  await Promise.all([world.execution(correction), rival]);
}

function total(world: World) {
  const immortal = new Mortality(world.clock, world.random, noFaults, new Life());
  return report(world.ports(immortal), { ...world.input, correction });
}

/** Reads both ledgers without the code under test. */
async function check({ ledger, provider, settings }: World): Promise<void> {
  const proven = new Set<RecipientId>();
  const settled = new Set<RecipientId>();
  for (let segment = 0; segment < settings.sending.segments; segment += 1) {
    for await (const { ids, outcomes } of ledger.batches(ref, segment, 'all'))
      for (const [at, id] of ids.entries()) if (isAccepted(outcomes[at])) proven.add(id);
    const notice = { ...ref, correction };
    for await (const { ids, state } of ledger.batches(notice, segment, 'all'))
      for (const id of state === 'closed' ? [] : ids) settled.add(id);
    for await (const { id } of ledger.exceptions(notice, segment)) settled.add(id);
  }
  for (const [id, times] of provider.corrected) {
    if (times.length > 1) throw new Error(`Recipient ${id} was corrected ${times.length} times.`);
    if (!proven.has(id)) throw new Error(`Recipient ${id} was corrected, and never told.`);
  }
  for (const id of provider.accepted.keys()) {
    if (!settled.has(id)) throw new Error(`Recipient ${id} was told, and not corrected.`);
  }
}

function isAccepted(outcome: object | null | undefined): boolean {
  return outcome !== null && outcome !== undefined && 'messageId' in outcome;
}
