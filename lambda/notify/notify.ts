import type { NotifyAnswer, NotifyInput } from '../contract.ts';
import { WrongState } from '../core/errors.ts';
import { parsePolicyId } from '../core/ids.ts';
import { Permit } from './permit.ts';
import type { Invocation, NotifyPorts } from './ports.ts';
import { SegmentWalk } from './segment.ts';
import { Tally } from './tally.ts';

/**
 * Walks the segments of one slice and mails whom it finds affected, each call claimed in the ledger before it is made.
 * Safe to run twice, at once or after a crash: it goes on from the ledger alone. Throws WrongState before `prepare`.
 */
export async function notify(
  ports: NotifyPorts,
  input: NotifyInput,
  invocation: Invocation,
): Promise<NotifyAnswer> {
  const { policyId, version, correction, slice } = input;
  const meta = await ports.ledger.meta({ policyId: parsePolicyId(policyId), version, correction });
  if (meta === null) throw notPrepared(policyId, version);
  const tally = new Tally();
  const assignment = { ...ports, meta, slice, owner: invocation.owner };
  const permit = new Permit(assignment, invocation.remaining);
  await ports.clock.sleep(slice.stagger);
  await permit.look();
  for (const segment of slice.segments) {
    if (permit.isStopped) break;
    await new SegmentWalk(assignment, permit, tally, segment).run();
  }
  const { accepted, refused, unknown } = tally;
  return { policyId, version, accepted, refused, unknown };
}

function notPrepared(policyId: string, version: number): WrongState {
  return new WrongState(
    `The notice of version ${version} of "${policyId}" has no META item.`,
    'Run prepare first: it fixes whom the notice goes to and in which words.',
  );
}
