import type { PrepareAnswer, VersionInput } from '../contract.ts';
import type { VersionRecord } from '../core/archive.ts';
import type { Decision } from '../core/decision.ts';
import { PlanRefused, WrongState } from '../core/errors.ts';
import { parsePolicyId } from '../core/ids.ts';
import type { Control, Meta } from '../core/ledger/meta.ts';
import { hasRoom, roomToday, sharesOf } from '../core/pacing/plan.ts';
import { lastMoment, limitsNow, openNotice } from './open-notice.ts';
import { overtakenBy, stopEarlier } from './overtaken.ts';
import type { PreparePorts } from './ports.ts';
import type { NextStep } from './round.ts';
import { nextStep } from './round.ts';
import { leaveToSend, listeningUntil } from './vigil.ts';

const quotaWaitMs = 60 * 60_000;
/** A call takes at most 30 s; after this long the senders of an overtaken version are silent. */
const fallSilentMs = 60_000;

type Plan = Pick<PrepareAnswer, 'action' | 'until' | 'slices'>;
const done: Plan = { action: 'done', until: '', slices: [] };

/**
 * Plans the next round of a notice: send, wait, ask (it is paused), settle, or done. The first time it fixes the notice
 * as well. Keyed by policy and version alone, so that a second execution goes on where the first one stands.
 * Throws WrongState before posting, PlanRefused when the plan cannot be carried out, with what to change.
 */
export async function prepare(ports: PreparePorts, input: VersionInput): Promise<PrepareAnswer> {
  const policyId = parsePolicyId(input.policyId);
  const record = await ports.archive.version(policyId, input.version);
  return { policyId, version: record.version, ...(await plan(ports, record, decided(record), input.now)) };
}

async function plan(
  ports: PreparePorts,
  record: VersionRecord,
  decision: Decision,
  now: string,
): Promise<Plan> {
  if (!decision.notify) return done;
  const { ledger, archive } = ports;
  const versions = await archive.versions(record.policyId);
  const overtaken = overtakenBy(versions, record);
  const found = await ledger.meta(record);
  if (found === null && overtaken !== null) return done;
  const meta = sameContent(found ?? (await openNotice(ports, record, decision, now)), record);
  if (overtaken !== null) await ledger.direct(meta, { run: 'stop', by: 'prepare', reason: overtaken });
  await announce(ports, record, now);
  if (meta.expected === 0) return done;
  const control = await ledger.control(meta);
  const next = await nextStep(ledger, meta, control, Date.parse(now));
  // A pause that nobody ends is a plan that misses its date.
  if (next.action === 'ask') refuseTooLate(meta, decision, Date.parse(now));
  if (next.action === 'done') return report(ports, meta, control, Date.parse(now));
  if (next.action !== 'send') return answer(next);
  if (await stopEarlier(ledger, versions, record)) return wait(Date.parse(now) + fallSilentMs);
  refuseTooLate(meta, decision, Date.parse(now));
  const leave = await leaveToSend(ports, meta, control, Date.parse(now));
  if (leave.action !== 'send') return answer(leave);
  return share(ports, control.rateCap, next.segments, leave.room, Date.parse(now));
}

/** Done, once SES has said what it has to say of the last mails. */
async function report(ports: PreparePorts, meta: Meta, control: Control, now: number): Promise<Plan> {
  const until = await listeningUntil(ports, meta, control, now);
  return until === null ? done : wait(until);
}

function answer(next: Exclude<NextStep, { readonly action: 'send' }>): Plan {
  return next.action === 'wait' ? wait(next.until) : { ...done, action: next.action };
}

function wait(until: number): Plan {
  return { action: 'wait', until: new Date(until).toISOString(), slices: [] };
}

/** Slices for the segments still to walk, for `most` recipients in all, or a wait until the daily quota has room. */
async function share(
  ports: PreparePorts,
  rateCap: number | null,
  segments: readonly number[],
  most: number,
  now: number,
): Promise<Plan> {
  const limits = await limitsNow(ports, rateCap);
  const room = roomToday(limits);
  if (!hasRoom(limits, room)) return wait(now + quotaWaitMs);
  return { action: 'send', until: '', slices: sharesOf(limits, segments, Math.min(room, most)) };
}

/** Written before the first mail, so that a later version knows what customers have been told. */
async function announce(
  { archive }: PreparePorts,
  { policyId, version, state, announcedAt }: VersionRecord,
  now: string,
): Promise<void> {
  if (announcedAt === null) await archive.advance(policyId, version, [state], state, { announcedAt: now });
}

function decided({ policyId, version, decision }: VersionRecord): Decision {
  if (decision !== null) return decision;
  throw new WrongState(
    `Version ${version} of "${policyId}" has no decision.`,
    'Post it first: posting fixes dates and whether customers are told.',
  );
}

function sameContent(meta: Meta, { policyId, version, hash }: VersionRecord): Meta {
  if (meta.contentHash === hash) return meta;
  throw new WrongState(
    `The notice of version ${version} of "${policyId}" was opened for another text.`,
    'Archive and ledger disagree: restore whichever was changed by hand before anybody is mailed.',
  );
}

function refuseTooLate({ policyId, version }: Meta, decision: Decision, now: number): void {
  const until = lastMoment(decision);
  if (until === null || now < until) return;
  throw new PlanRefused(
    `Version ${version} of "${policyId}" takes effect on ${decision.effectiveDate}, and not everybody has been told.`,
    'Stop the run and publish again with a later date; the report lists who was told.',
  );
}
