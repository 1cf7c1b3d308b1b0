import type { Meta } from '../ledger/meta.ts';
import type { Counts } from './minute.ts';
import { tripOf } from './breaker.ts';

const firstStage = 1_000;
const secondShare = 0.01;
/** Below it, everybody is told before the first stage could teach anything. */
const smallest = 10_000;
/** How long after the last mail of a stage bounces and complaints are waited for. */
export const stageMs = 15 * 60_000;
const wellHeard = 0.99;

/** Is a notice told to everybody at once? */
export function isSmall(expected: number): boolean {
  return expected < smallest;
}

/** Recipients whom a notice may be sent to before anything is known of it; null: all. */
export function firstCeiling({ expected, feedback }: Pick<Meta, 'expected' | 'feedback'>): number | null {
  return feedback === 'off' || isSmall(expected) ? null : firstStage;
}

/** The ceiling after this one: 1,000, then one in a hundred, then all. */
export function nextCeiling(ceiling: number, { expected }: Pick<Meta, 'expected'>): number | null {
  const second = Math.ceil(expected * secondShare);
  return ceiling < second ? second : null;
}

/** Why the next stage must not begin, or null. `accepted`: mails that are counted; `counts`: of everything so far. */
export function gateFault(accepted: number, counts: Counts): string | null {
  if (counts.heard < wellHeard * accepted)
    return `SES has told of ${counts.heard} of the first ${accepted} mails; 99 % are needed to go on.`;
  if (counts.unrendered > 0)
    return `${counts.unrendered} of the first ${accepted} mails could not be rendered by SES.`;
  return tripOf(counts);
}
