import { PlanRefused } from '../errors.ts';
import type { Limits } from './plan.ts';
import { roomToday, sharesOf, usableRate } from './plan.ts';

/** How long a plan takes (milliseconds) and how many history events its execution gets. */
export interface Forecast {
  readonly milliseconds: number;
  readonly events: number;
}

/** A sender stops 45 s before Lambda's 15 minutes are over, and starting and resuming takes a few seconds. */
const roundMs = 14 * 60_000;
const dayMs = 24 * 60 * 60_000;
const quotaWaitMs = 60 * 60_000;

/** Step Functions history: Prepare 5, Choice 2, Map 4, and 7 for each sender; a wait is Prepare 5, Choice 2, Wait 2. */
const roundEvents = 11;
const senderEvents = 7;
const waitEvents = 9;

const mostEvents = 20_000;

/** The time and events that mailing `recipients` costs from here. */
export function forecast(limits: Limits, recipients: number, segments: number): Forecast {
  const byRate = (recipients / usableRate(limits)) * 1000;
  const days = daysOfQuota(limits, recipients);
  const senders = sharesOf(limits, [...Array(segments).keys()], Infinity).length;
  const waits = Math.ceil((days * dayMs) / quotaWaitMs);
  const rounds = Math.ceil(byRate / roundMs) + waits;
  return {
    milliseconds: Math.max(byRate, days * dayMs),
    events: rounds * (roundEvents + senders * senderEvents) + waits * waitEvents,
  };
}

/** Whole windows of 24 hours to wait for; 0 when today's room is enough. */
function daysOfQuota(limits: Limits, recipients: number): number {
  const beyondToday = recipients - roomToday(limits);
  if (beyondToday <= 0 || limits.quota.perDay === null) return 0;
  const perDay = limits.quota.perDay - limits.reservePerDay;
  if (perDay > 0) return Math.ceil(beyondToday / perDay);
  throw new PlanRefused(
    `The account may send ${limits.quota.perDay} mails a day and ${limits.reservePerDay} are reserved for other mail.`,
    'Lower sending.reservePerDay in policy-notice.config.ts, or ask AWS for a higher daily quota.',
  );
}

/** What a plan has to stay within. `until`: epoch milliseconds by which the last mail must be out, null for no such time. */
export interface Bounds {
  readonly now: number;
  readonly until: number | null;
  readonly maxRecipients: number;
}

/** Throws PlanRefused, saying what to change, for a plan over its cap, past its date, or too long for one execution. */
export function refuseUnfeasible(limits: Limits, recipients: number, segments: number, bounds: Bounds): void {
  if (recipients > bounds.maxRecipients) {
    throw new PlanRefused(
      `${recipients} customers are affected, more than the ${bounds.maxRecipients} that the settings allow.`,
      'Check the audience of the policy, or raise sending.maxRecipients in policy-notice.config.ts.',
    );
  }
  const { milliseconds, events } = forecast(limits, recipients, segments);
  const hours = (milliseconds / 3_600_000).toFixed(1);
  if (bounds.until !== null && bounds.now + milliseconds > bounds.until) {
    throw new PlanRefused(
      `Mailing ${recipients} customers takes ${hours} hours, past the planned end ${new Date(bounds.until).toISOString()}.`,
      'Raise sending.plannedDays (the effective date moves with it), ask AWS for a higher send rate and daily quota, raise sending.headroom, or publish with a later date.',
    );
  }
  if (events <= mostEvents) return;
  throw new PlanRefused(
    `Mailing ${recipients} customers takes ${hours} hours and ${events} history events, over the limit of ${mostEvents}.`,
    'Ask AWS for a higher send rate and daily quota, or raise sending.headroom.',
  );
}
