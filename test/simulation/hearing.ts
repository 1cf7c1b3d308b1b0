import { signs } from '../../lambda/core/breaker/minute.ts';
import type { Sign } from '../../lambda/core/breaker/minute.ts';
import { minuteOf } from '../../lambda/core/breaker/minute.ts';
import { noticePartition } from '../../lambda/core/ledger/keys.ts';
import type { NoticeRef } from '../../lambda/core/ledger/meta.ts';
import type { Happened } from '../steps/feedback/ses-events.ts';
import type { Queued } from './events.ts';
import { garbage } from './queue.ts';
import type { World } from './world.ts';

/** What an event counts as, and whether it lists its customer. */
const meaning: Partial<Record<Happened, { readonly sign: Sign | null }>> = {
  bounce: { sign: 'bounced' },
  suppressed: { sign: null },
  complaint: { sign: 'complained' },
  reject: { sign: 'rejected' },
  renderingFailure: { sign: 'unrendered' },
};
const byEvents = new Set(['bounced', 'complained', 'refused', 'unrendered', 'suppressed']);

/** A correction also lists whom its announcement did not reach. */
const ofAnother = 'the announcement: ';

/**
 * Holds what `feedback` wrote down of a notice against the events that came to its queue: each bad one lists its
 * customer and counts once, and no other does. Reads the ledger without the code under test. Throws what is wrong.
 */
export async function checkHearing(world: World, notice: NoticeRef): Promise<void> {
  if (world.queue === null) return;
  if (world.queue.dead.some(({ body }) => body !== garbage))
    throw new Error('An event was put aside for good.');
  const queued = world.events.queued.filter((one) => noticePartition(one.notice) === noticePartition(notice));
  await checkListed(world, notice, queued);
  const counted = { heard: 0, bounced: 0, complained: 0, rejected: 0, unrendered: 0 };
  for await (const minute of world.evidence.minutes(notice))
    for (const what of ['heard', ...signs] as const) counted[what] += minute[what];
  for (const sign of signs) {
    const ofSign = queued.filter(({ what }) => meaning[what]?.sign === sign);
    const { size } = new Set(ofSign.map(({ at, id }) => `${minuteOf(at)} ${id}`));
    if (counted[sign] !== size) throw new Error(`${size} were ${sign}, and ${counted[sign]} are counted.`);
  }
  const { size } = new Set(queued.map(({ batch, id }) => `${batch} ${id}`));
  // Whoever dies between writing down and counting takes the count along.
  if (counted.heard > size || counted.heard < size - world.queue.inVain)
    throw new Error(`${size} mails were heard of, and ${counted.heard} are counted.`);
}

async function checkListed(world: World, notice: NoticeRef, queued: readonly Queued[]): Promise<void> {
  const bad = new Set(queued.filter(({ what }) => meaning[what] !== undefined).map(({ id }) => id));
  const listed = new Set<string>();
  for (let segment = 0; segment < world.settings.sending.segments; segment += 1)
    for await (const { id, kind, cause } of world.ledger.exceptions(notice, segment))
      if (byEvents.has(kind) && !cause.startsWith(ofAnother)) listed.add(id);
  for (const id of bad)
    if (!listed.has(id)) throw new Error(`Recipient ${id} was not reached, and nobody knows.`);
  for (const id of listed) if (!bad.has(id)) throw new Error(`Recipient ${id} is listed for no event.`);
}
