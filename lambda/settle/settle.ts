import type { NoticeInput, VersionRef } from '../contract.ts';
import { parsePolicyId } from '../core/ids.ts';
import type { Batch } from '../core/ledger/batch.ts';
import { childOf } from '../core/ledger/batch.ts';
import type { Chronicle, Seen } from '../core/events/chronicle.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import type { Meta, Transport } from '../core/ledger/meta.ts';
import type { Testimony } from '../core/ledger/settlement.ts';
import { isToSettle, ripeAfter, settlementOf } from '../core/ledger/settlement.ts';
import { batchesOf, neighboursOf, readingsOf, testimonyOn } from './testimony.ts';

/** What came of the batches of one time, and how mails are sent by now. */
interface Sightings {
  readonly seen: ReadonlyMap<string, Seen>;
  readonly transport: Transport;
}

/** What `settle` needs of the outside world. */
export interface SettlePorts {
  readonly ledger: Ledger;
  readonly chronicle: Chronicle;
}

/**
 * Decides every unknown batch that is old enough, from SES events if they are collected; what nobody can say is held
 * for a person. Each decision is written before the next batch is looked at. Resends nothing itself: a batch proven
 * not sent gets a child that waits for the next round.
 */
export async function settle(ports: SettlePorts, input: NoticeInput): Promise<VersionRef> {
  const { version, correction, now } = input;
  const policyId = parsePolicyId(input.policyId);
  const meta = await ports.ledger.meta({ policyId, version, correction });
  if (meta === null) return { policyId, version };
  // A correction goes to whoever its announcement reached: that is decided first.
  if (meta.corrects !== undefined) {
    const announcement = await ports.ledger.meta({ policyId, version: meta.corrects });
    if (announcement !== null) await settleAll(ports, announcement, Date.parse(now));
  }
  await settleAll(ports, meta, Date.parse(now));
  return { policyId, version };
}

async function settleAll({ ledger, chronicle }: SettlePorts, meta: Meta, now: number): Promise<void> {
  const doubts = await doubtsOf(ledger, meta, now - ripeAfter(meta.feedback));
  const { transport } = await ledger.control(meta);
  const readings = meta.feedback === 'off' ? [{ doubts, span: null }] : readingsOf(doubts);
  for (const { span, doubts: sameTime } of readings) {
    const seen = span === null ? null : await chronicle.seen(meta, batchesOf(sameTime), span);
    for (const batch of sameTime) await decide(ledger, meta, batch, seen && { seen, transport });
  }
}

/** Every unknown batch that is ripe. A claim that old belongs to a dead sender nobody has taken over from: it is parked. */
async function doubtsOf(ledger: Ledger, meta: Meta, ripe: number): Promise<Batch[]> {
  const doubts: Batch[] = [];
  for (const segment of Array(meta.segments).keys()) {
    for await (const batch of ledger.batches(meta, segment, 'open')) {
      if (!isToSettle(batch) || batch.claimedAt > ripe) continue;
      if (batch.state === 'claimed') await ledger.park(meta, batch);
      doubts.push({ ...batch, state: 'unknown' });
    }
  }
  return doubts;
}

/** The child is written before its parent is closed: a crash in between leaves the parent to be closed here. */
async function decide(ledger: Ledger, meta: Meta, batch: Batch, sightings: Sightings | null): Promise<void> {
  const child = childOf(batch, 'u', [...batch.ids.keys()]);
  if ((await ledger.batch(meta, child.key)) !== null)
    return ledger.settle(meta, batch, 'closed', batch.outcomes);
  const settlement = settlementOf(batch, sightings && (await testimony(ledger, meta, batch, sightings)));
  if (settlement.state !== 'again') return ledger.settle(meta, batch, settlement.state, settlement.outcomes);
  await ledger.derive(meta, child);
  await ledger.settle(meta, batch, 'closed', batch.outcomes);
}

async function testimony(
  ledger: Ledger,
  meta: Meta,
  batch: Batch,
  { seen, transport }: Sightings,
): Promise<Testimony> {
  const neighbours: Batch[] = [];
  for (const key of neighboursOf(batch.key)) {
    const neighbour = await ledger.batch(meta, key);
    if (neighbour !== null) neighbours.push(neighbour);
  }
  // Sent one by one, each mail may have been taken without the others; sent anew, some may have left, and nobody knows how many.
  const isWhole = transport === 'bulk' && batch.key.suffix === '' && batch.attempt === 1;
  const together = isWhole ? batch.ids.length : 1;
  return { ...testimonyOn(batch, neighbours, seen), together };
}
