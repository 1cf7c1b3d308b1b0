import { addDays, todayIn } from '../calendar/local-date.ts';
import type { Decision } from '../decision.ts';
import { isAnnounced } from '../significance.ts';
import { decideAnnounced } from './announced.ts';
import type { DecideInput, Deciding, Settled } from './deciding.ts';
import { readPromise } from './promise.ts';
import { requestOf } from './request.ts';
import { decideBaseline, decideQuiet, decideReplacing } from './unannounced.ts';

/**
 * Fixes when a version takes effect and whether customers are told, with the arithmetic in sentences. Pure: the same
 * input gives the same decision. Throws BadDate when the publisher newly wrote a date that has passed.
 */
export function decide(input: DecideInput): Decision {
  const today = todayIn(input.timeZone, input.now);
  const deciding: Deciding = {
    ...input,
    today,
    sendingEnds: addDays(today, Math.ceil(input.sendingDays)),
    requested: input.baseline ? null : requestOf(input, today),
    promise: readPromise(input.document),
  };
  const settled = settle(deciding);
  return {
    policyId: input.policyId,
    version: input.version,
    decidedOn: today,
    timeZone: input.timeZone,
    significance: input.significance,
    previousEffectiveDate: input.baseline ? input.sourceDate : input.previousPosted,
    requestedDate: deciding.requested,
    postAs: settled.effectiveDate > today ? 'upcoming' : 'current',
    ...settled,
  };
}

function settle(input: Deciding): Settled {
  if (input.baseline) return decideBaseline(input);
  if (input.keepsDate !== undefined && input.keepsDate !== null)
    return decideReplacing(input, input.keepsDate);
  return isAnnounced(input.significance) ? decideAnnounced(input) : decideQuiet(input);
}
