import type { VersionInput, VersionRef } from '../contract.ts';
import { parsePolicyId } from '../core/ids.ts';
import type { Batch } from '../core/ledger/batch.ts';
import { childOf } from '../core/ledger/batch.ts';
import type { Evidence, Ledger } from '../core/ledger/ledger.ts';
import type { Meta } from '../core/ledger/meta.ts';
import type { Testimony } from '../core/ledger/settlement.ts';
import { ripeAfter, settlementOf } from '../core/ledger/settlement.ts';

/** What `settle` needs of the outside world. */
export interface SettlePorts {
  readonly ledger: Ledger;
  readonly evidence: Evidence;
}

/** Batches of the same minutes whose events show whether the event pipeline works. */
const neighboursEachSide = 5;

/**
 * Decides every unknown batch that is old enough, from SES events if they are collected; what nobody can say is held
 * for a person. Resends nothing itself: a batch proven not sent gets a child that waits for the next round.
 */
export async function settle({ ledger, evidence }: SettlePorts, input: VersionInput): Promise<VersionRef> {
  const { policyId, version, now } = input;
  const meta = await ledger.meta({ policyId: parsePolicyId(policyId), version });
  if (meta === null) return { policyId, version };
  const ripe = Date.parse(now) - ripeAfter(meta.feedback);
  for (const segment of Array(meta.segments).keys()) {
    for await (const batch of ledger.batches(meta, segment, 'open')) {
      const isInDoubt = batch.state === 'unknown' || batch.state === 'claimed';
      if (!isInDoubt || batch.claimedAt > ripe) continue;
      // A claim that old belongs to a dead sender that nobody has taken over from.
      if (batch.state === 'claimed') await ledger.park(meta, batch);
      await decide(ledger, evidence, meta, { ...batch, state: 'unknown' });
    }
  }
  return { policyId, version };
}

/** The child is written before its parent is closed: a crash in between leaves the parent to be closed here. */
async function decide(ledger: Ledger, evidence: Evidence, meta: Meta, batch: Batch): Promise<void> {
  const child = childOf(batch, 'u', [...batch.ids.keys()]);
  if ((await ledger.batch(meta, child.key)) !== null)
    return ledger.settle(meta, batch, 'closed', batch.outcomes);
  const settlement = settlementOf(batch, await testimonyOf(ledger, evidence, meta, batch));
  if (settlement.state !== 'again') return ledger.settle(meta, batch, settlement.state, settlement.outcomes);
  await ledger.derive(meta, child);
  await ledger.settle(meta, batch, 'closed', batch.outcomes);
}

async function testimonyOf(
  ledger: Ledger,
  evidence: Evidence,
  meta: Meta,
  batch: Batch,
): Promise<Testimony | null> {
  if (meta.feedback === 'off') return null;
  const seen = await evidence.seen(meta, batch.key);
  return { seen, control: await positiveControl(ledger, evidence, meta, batch) };
}

/** The share of recipients of accepted batches nearby of whom events have arrived; null when there are none. */
async function positiveControl(
  ledger: Ledger,
  evidence: Evidence,
  meta: Meta,
  { key }: Batch,
): Promise<number | null> {
  let accepted = 0;
  let witnessed = 0;
  for (let seq = Math.max(1, key.seq - neighboursEachSide); seq <= key.seq + neighboursEachSide; seq += 1) {
    const neighbour = await ledger.batch(meta, { segment: key.segment, seq, suffix: '' });
    if (neighbour?.state !== 'done') continue;
    const seen = await evidence.seen(meta, neighbour.key);
    for (const [position, outcome] of neighbour.outcomes.entries()) {
      const id = neighbour.ids[position];
      if (outcome === null || 'code' in outcome || id === undefined) continue;
      accepted += 1;
      witnessed += seen.has(id) ? 1 : 0;
    }
  }
  return accepted === 0 ? null : witnessed / accepted;
}
