import type { VersionRecord } from '../core/archive.ts';
import { addDays, startOfDay } from '../core/calendar/local-date.ts';
import { firstCeiling, stageMs } from '../core/breaker/ramp.ts';
import type { Scope } from '../core/customer/audience.ts';
import type { Directory } from '../core/customer/directory.ts';
import { concerns } from '../core/customer/reading.ts';
import type { Decision } from '../core/decision.ts';
import type { Control, Meta } from '../core/ledger/meta.ts';
import { refuseUnfeasible } from '../core/pacing/feasible.ts';
import type { Limits } from '../core/pacing/plan.ts';
import type { Notice } from '../core/notice/model.ts';
import { policySettings } from '../core/settings/settings.ts';
import type { PreparePorts } from './ports.ts';
import { announcement, storeTemplates } from './templates.ts';

const pageLimit = 1000;

/** Opens the announcement of a version: whom it concerns, counted, and in which words. */
export async function openNotice(
  ports: PreparePorts,
  record: VersionRecord,
  decision: Decision,
  now: string,
): Promise<Meta> {
  const { settings, randomKey } = ports;
  const { policyId, version, hash: contentHash } = record;
  const { segments, plannedDays } = settings.sending;
  const { audience } = policySettings(settings, policyId);
  const scope = { audience, cutoff: now };
  const expected = await countAffected(ports.directory, scope, segments);
  const ref = { policyId, version, contentHash };
  const until = endOfSending(decision, plannedDays);
  const compose = await announcement(ports, record, decision);
  return fix(ports, { ...ref, ...scope, segments, expected, key: randomKey() }, { now, until, compose });
}

/** What is worked out for each notice alone; the rest is the same for all. */
export type Draft = Omit<Meta, 'templates' | 'languages' | 'caps' | 'feedback'>;

/** When it is to be sent, and in which words. `until`: epoch milliseconds by which it must be out, or null. */
export interface Outline {
  readonly now: string;
  readonly until: number | null;
  readonly compose: (language: string) => Notice;
}

/**
 * Fixes a notice before its first mail: refuses what cannot be done in time, stores the templates, and only then writes
 * META. Of two that do this at once, the first write stands.
 */
export async function fix(
  ports: PreparePorts,
  draft: Draft,
  { now, until, compose }: Outline,
): Promise<Meta> {
  const { settings, ledger } = ports;
  const { expected, segments } = draft;
  const { maxRecipients, feedback, transport } = settings.sending;
  const ceiling = firstCeiling({ expected, feedback });
  if (expected > 0) {
    const limits = await limitsNow(ports, null);
    const start = Date.parse(now) + (ceiling === null ? 0 : 2 * stageMs);
    refuseUnfeasible(limits, expected, segments, { now: start, until, maxRecipients });
  }
  const templates = await storeTemplates(ports, draft, compose);
  if (transport === 'templated')
    await ledger.direct(draft, { transport, by: 'prepare', reason: 'by setting' });
  if (ceiling !== null) await ledger.direct(draft, { ceiling });
  const caps = { recipients: maxRecipients };
  return ledger.open({ ...draft, templates, languages: settings.languages, caps, feedback });
}

/** The account's quota and what of it we use. */
export async function limitsNow(
  { quota, settings }: PreparePorts,
  rateCap: Control['rateCap'],
): Promise<Limits> {
  const { headroom, reservePerDay } = settings.sending;
  return { quota: await quota.read(), headroom, reservePerDay, rateCap };
}

/** Notice periods count from the planned end of sending, so that is the time to be ready by. */
function endOfSending(decision: Decision, plannedDays: number): number | null {
  const { decidedOn, timeZone } = decision;
  const last = lastMoment(decision);
  const dayAfter = Date.parse(startOfDay(addDays(decidedOn, Math.ceil(plannedDays) + 1), timeZone));
  return last === null ? null : Math.min(last, dayAfter);
}

/** When the last mail must be out (epoch milliseconds): before the version takes effect, unless it did so at once. */
export function lastMoment({ postAs, effectiveDate, timeZone }: Decision): number | null {
  return postAs === 'upcoming' ? Date.parse(startOfDay(effectiveDate, timeZone)) : null;
}

async function countAffected(directory: Directory, scope: Scope, segments: number): Promise<number> {
  const counts = await Promise.all(
    [...Array(segments).keys()].map((segment) => countSegment(directory, scope, segment, segments)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function countSegment(
  directory: Directory,
  scope: Scope,
  segment: number,
  segments: number,
): Promise<number> {
  let count = 0;
  let after: string | null = null;
  do {
    const { rows, next } = await directory.page(segment, segments, after, pageLimit);
    count += rows.filter((row) => concerns(row, scope)).length;
    after = next;
  } while (after !== null);
  return count;
}
