import { AlreadyClaimed } from '../core/errors.ts';
import type { Batch } from '../core/ledger/batch.ts';
import { childrenOf, stateAfterSplit } from '../core/ledger/tail.ts';
import { actionOf, gravest, retriedPositions } from '../core/outcome/classes.ts';
import type { Mail } from '../core/outcome/mailer.ts';
import type { OpenBatches } from './open-batches.ts';
import type { Permit } from './permit.ts';
import type { Assignment } from './ports.ts';
import type { Tally } from './tally.ts';
import type { Transmission } from './transmit.ts';
import { transmit } from './transmit.ts';

/** What a delivery shares with the others of its segment. */
export interface Walk {
  readonly assignment: Assignment;
  readonly permit: Permit;
  readonly open: OpenBatches;
  readonly tally: Tally;
}

type Mails = readonly (Mail | null)[];

/**
 * Sends a claimed batch and writes down what became of it; then the same for the children that follow. Ends with the
 * batch recorded, or refused and open. When another sender has taken over, the segment counts as lost.
 */
export async function deliver(walk: Walk, batch: Batch, mails: Mails): Promise<void> {
  try {
    await attempt(walk, batch, mails);
  } catch (error) {
    if (!(error instanceof AlreadyClaimed)) throw error;
    walk.open.lose();
  }
}

/** Sends a refused batch again, once it is due and there is leave to; else it stays open. */
export async function redeliver(walk: Walk, batch: Batch, mails: Mails): Promise<void> {
  const { ledger, meta, owner, clock } = walk.assignment;
  walk.open.add(batch);
  if (batch.due > clock.now() || walk.open.isLost) return;
  if (!(await walk.permit.grant(present(mails)))) return;
  try {
    await attempt(walk, await ledger.reclaim(meta, batch, owner, clock.now()), mails);
  } catch (error) {
    if (!(error instanceof AlreadyClaimed)) throw error;
    walk.open.lose();
  }
}

async function attempt(walk: Walk, batch: Batch, mails: Mails): Promise<void> {
  const sent = await transmit(walk.assignment, walk.permit, batch, mails);
  const recorded = await record(walk, batch, sent, present(mails));
  await react(walk, sent);
  if (recorded.state === 'refused') return redeliver(walk, recorded, mails);
  for (const child of await split(walk.assignment, recorded)) {
    walk.open.add(child);
    const mailOf = new Map(batch.ids.map((id, position) => [id, mails[position] ?? null]));
    await redeliver(
      walk,
      child,
      child.ids.map((id) => mailOf.get(id) ?? null),
    );
  }
  walk.open.remove(batch);
}

/**
 * Writes the children of a split batch and returns them. The parent's outcome was written before, because after a
 * crash the children can be derived from it again, and the parent not from its children.
 */
export async function split({ ledger, meta, clock }: Assignment, batch: Batch): Promise<readonly Batch[]> {
  if (batch.state !== 'split') return [];
  const children = childrenOf(batch, clock.now());
  for (const child of children) await ledger.derive(meta, child);
  await ledger.finishSplit(meta, batch, stateAfterSplit(batch));
  return children;
}

async function record(walk: Walk, batch: Batch, sent: Transmission, mails: number): Promise<Batch> {
  const { ledger, meta } = walk.assignment;
  const state = stateAfter(batch, sent, mails);
  const outcomes = state === 'refused' || isRejected(sent, mails) ? batch.ids.map(() => null) : sent.outcomes;
  const recorded = await ledger.record(meta, batch, state, outcomes);
  walk.permit.refund(walk.tally.count(sent.outcomes, batch.key));
  return recorded;
}

function stateAfter(
  { key }: Batch,
  sent: Transmission,
  mails: number,
): 'done' | 'refused' | 'unknown' | 'split' {
  if (isRejected(sent, mails)) return 'split';
  const { soon, later } = retriedPositions(sent.outcomes, key);
  if (soon.length === sent.outcomes.length) return 'refused';
  if (soon.length + later.length > 0) return 'split';
  return sent.outcomes.includes(null) ? 'unknown' : 'done';
}

/** One bad address makes SES reject the whole call: it is cut in halves until that address is alone. */
function isRejected({ whole }: Transmission, mails: number): boolean {
  return whole !== null && actionOf(whole.code) === 'except' && mails > 1;
}

/** What the answer means for every further call. */
async function react({ assignment, permit }: Walk, { outcomes, whole }: Transmission): Promise<void> {
  if (outcomes.includes(null)) permit.unknown();
  else permit.answered();
  const code = gravest(outcomes);
  if (code === null) return;
  const { ledger, meta } = assignment;
  const reason = whole?.message ?? code;
  switch (actionOf(code)) {
    case 'slow':
      return permit.pacer.throttled();
    case 'wait':
      return permit.unreachable();
    case 'transport':
      await ledger.direct(meta, { transport: 'templated', by: 'notify', reason });
      return;
    case 'park':
      return void permit.stop();
    case 'pause':
      permit.stop();
      // Who paused it before has said why; SES refuses because of that.
      if ((await ledger.control(meta)).run === 'run')
        await ledger.direct(meta, { run: 'pause', by: 'notify', reason: `SES refuses to send (${reason}).` });
      return;
    case 'except':
    case 'later':
    case 'again':
  }
}

function present(mails: Mails): number {
  return mails.filter((mail) => mail !== null).length;
}
