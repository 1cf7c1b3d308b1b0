import type { NoticeInput, PreflightAnswer } from '../contract.ts';
import type { Archive } from '../core/archive.ts';
import { PreflightFailed } from '../core/errors.ts';
import { parsePolicyId } from '../core/ids.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import type { NoticeRef } from '../core/ledger/meta.ts';
import { actionOf } from '../core/outcome/classes.ts';
import type { CanaryStep } from '../core/preflight/canary.ts';
import { canaryPatienceMs, canaryStep } from '../core/preflight/canary.ts';
import type { CheckPorts } from '../core/preflight/checks.ts';
import { faultsOf, listed } from '../core/preflight/checks.ts';
import type { CanaryMailer, Preflights } from '../core/preflight/preflights.ts';

/** What `preflight` needs of the outside world. */
export interface PreflightPorts extends CheckPorts {
  readonly archive: Pick<Archive, 'version'>;
  readonly ledger: Pick<Ledger, 'control'>;
  readonly preflights: Preflights;
  readonly canary: CanaryMailer;
}

const minute = 60_000;
/** When a test mail that SES puts off is tried again. The daily quota frees slowly. */
const putOff = new Map([
  ['slow', minute],
  ['wait', minute],
  ['transport', minute],
  ['park', 60 * minute],
]);

/**
 * Asks SES, before the first customer is mailed, whether a notice can leave, and sends a test mail whose event must come
 * back as those of customers' mails will. Answers `ready`, or when to ask again. One test mail goes out a notice, a
 * further one only when it was lost; a notice that is finished or stopped needs none.
 * Throws PreflightFailed with everything a person has to repair, AlreadyClaimed when two ask at once.
 */
export async function preflight(ports: PreflightPorts, input: NoticeInput): Promise<PreflightAnswer> {
  const { version, correction = 0, now } = input;
  const policyId = parsePolicyId(input.policyId);
  const notice = { policyId, version, correction };
  const until = (await isOver(ports, notice)) ? null : await check(ports, notice, now);
  if (until === null) return { policyId, version, action: 'ready', until: '' };
  return { policyId, version, action: 'wait', until: new Date(until).toISOString() };
}

/** Nobody will be mailed any more: what is left of the run must not wait for SES. */
async function isOver({ archive, ledger }: PreflightPorts, notice: NoticeRef): Promise<boolean> {
  const { totals, amendments } = await archive.version(notice.policyId, notice.version);
  const told = amendments.find(({ number }) => number === notice.correction) ?? { totals };
  return told.totals !== null || (await ledger.control(notice)).run === 'stop';
}

/** Until when to wait before it is asked again (epoch milliseconds), or null: all is well. */
async function check(ports: PreflightPorts, notice: NoticeRef, now: string): Promise<number | null> {
  const { preflights, settings } = ports;
  const skipped = settings.sending.skipChecks;
  const { canary } = await preflights.read(notice);
  const step = skipped.includes('canary') ? goOn : canaryStep(canary, Date.parse(now));
  // While it is on its way nothing else is asked: SES takes each of these calls once a second.
  if (step.action === 'wait') return step.until;
  const faults = await faultsOf(ports);
  if (step.action === 'give up') {
    await preflights.lose(notice, step.attempt);
    faults.push(`canary: ${unheard}`);
  }
  if (faults.length > 0) throw failed(notice, faults);
  if (step.action === 'send') return send(ports, notice, step.attempt, Date.parse(now));
  await preflights.pass(notice, { at: now, skipped });
  return null;
}

const goOn: CanaryStep = { action: 'go on' };

const unheard = `the event "Send" of a test mail has not come back within ${canaryPatienceMs / minute} minutes, so nobody would learn what becomes of customers' mails: look at the rule and the queues of SES events and at the log of the step "feedback" (docs/runbook.md#preflight-failed)`;

/** Noted first: whoever repeats this sends no second one. An unknown outcome is waited for like an accepted one. */
async function send(
  { preflights, canary }: PreflightPorts,
  notice: NoticeRef,
  attempt: number,
  now: number,
): Promise<number> {
  await preflights.claim(notice, { attempt, sentAt: now });
  const outcome = await canary.send(notice, attempt);
  // At once: where events come at once, nobody waits.
  if (outcome.kind !== 'refused') return now;
  await preflights.lose(notice, attempt);
  const later = putOff.get(actionOf(outcome.code));
  if (later !== undefined) return now + later;
  throw failed(notice, [
    `canary: SES refuses a test mail to its simulator (${outcome.code}: ${outcome.message}): repair what it names`,
  ]);
}

function failed({ policyId, version }: NoticeRef, faults: readonly string[]): PreflightFailed {
  return new PreflightFailed(
    `Nobody has been mailed of version ${version} of "${policyId}", because SES is not ready:\n${listed(faults)}\n`,
    'Repair all of it, then resume this version.',
  );
}
