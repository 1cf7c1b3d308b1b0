import type { NoticeInput, PrepareAnswer } from '../contract.ts';
import { decisionNow } from '../core/amendment.ts';
import type { VersionRecord } from '../core/archive.ts';
import { PlanRefused, WrongState } from '../core/errors.ts';
import { parsePolicyId } from '../core/ids.ts';
import type { Control, Meta } from '../core/ledger/meta.ts';
import { hasRoom, roomToday, sharesOf } from '../core/pacing/plan.ts';
import { limitsNow } from './open-notice.ts';
import type { PreparePorts } from './ports.ts';
import type { NextStep } from './round.ts';
import { nextStep } from './round.ts';
import type { Undertaking } from './undertaking.ts';
import { announcementOf, correctionOf } from './undertaking.ts';
import { leaveToSend, listeningUntil } from './vigil.ts';

const quotaWaitMs = 60 * 60_000;

type Plan = Pick<PrepareAnswer, 'action' | 'until' | 'slices'>;
const done: Plan = { action: 'done', until: '', slices: [] };
const withdrawn = 'The version was withdrawn while its notice was prepared.';

/**
 * Plans the next round of a notice: send, wait, ask (it is paused), settle, or done. The first time it fixes the notice
 * as well. Keyed by the notice alone, so that a second execution goes on where the first one stands.
 * Throws WrongState before posting, PlanRefused when the plan cannot be carried out, with what to change.
 */
export async function prepare(ports: PreparePorts, input: NoticeInput): Promise<PrepareAnswer> {
  const policyId = parsePolicyId(input.policyId);
  const record = await ports.archive.version(policyId, input.version);
  const versions = await ports.archive.versions(policyId);
  const correction = input.correction ?? 0;
  const notice =
    correction === 0
      ? announcementOf(ports, versions, record)
      : await correctionOf(ports, versions, record, correction);
  const next = notice === null ? done : await plan(ports, notice, input.now);
  return { policyId, version: record.version, ...next };
}

async function plan(ports: PreparePorts, notice: Undertaking, now: string): Promise<Plan> {
  const { ledger } = ports;
  const { ref, record, overtaken } = notice;
  const found = await ledger.meta(ref);
  if (found === null && overtaken !== null) return done;
  const unquiet = found === null ? await notice.quieten(Date.parse(now)) : null;
  if (unquiet !== null) return answer(unquiet);
  const meta = sameContent(found ?? (await notice.open(now)), record);
  await beginOrStop(ports, notice, now);
  // Whom an announcement reached may not be known yet when its correction is opened.
  if (meta.expected === 0 && meta.corrects === undefined) return done;
  const control = await ledger.control(meta);
  const next = await nextStep(ledger, meta, control, Date.parse(now));
  // A pause that nobody ends is a plan that misses its date.
  if (next.action === 'ask') refuseTooLate(notice, Date.parse(now));
  if (next.action === 'done') return report(ports, meta, control, Date.parse(now));
  if (next.action !== 'send') return answer(next);
  const before = await notice.first(Date.parse(now));
  if (before !== null) return answer(before);
  refuseTooLate(notice, Date.parse(now));
  const leave = await leaveToSend(ports, meta, control, Date.parse(now));
  if (leave.action !== 'send') return answer(leave);
  return share(ports, control.rateCap, next.segments, leave.room, Date.parse(now));
}

async function beginOrStop({ ledger }: PreparePorts, notice: Undertaking, now: string): Promise<void> {
  const { ref, overtaken } = notice;
  if (overtaken === null && (await notice.begin(now))) return;
  await ledger.direct(ref, { run: 'stop', by: 'prepare', reason: overtaken ?? withdrawn });
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

function sameContent(meta: Meta, { policyId, version, hash }: VersionRecord): Meta {
  if (meta.contentHash === hash) return meta;
  throw new WrongState(
    `The notice of version ${version} of "${policyId}" was opened for another text.`,
    'Archive and ledger disagree: restore whichever was changed by hand before anybody is mailed.',
  );
}

function refuseTooLate({ record, deadline }: Undertaking, now: number): void {
  if (deadline === null || now < deadline) return;
  const { policyId, version } = record;
  throw new PlanRefused(
    `Version ${version} of "${policyId}" takes effect on ${decisionNow(record)?.effectiveDate}, and not everybody has been told.`,
    'Withdraw it, and publish it again with a later date; the report lists who was told.',
  );
}
