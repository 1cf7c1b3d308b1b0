import type { EventCount } from './event-log.ts';
import type { Sight } from './judge.ts';
import type { Contender, Outcome } from './task.ts';

/** One contender against one limit. `rate`: recipients a second, Infinity for none. */
export interface Result {
  readonly who: Contender;
  readonly rate: number;
  readonly customers: number;
  readonly outcome: Outcome;
  readonly sight: Sight;
  /** Null where nobody listened. */
  readonly events: EventCount | null;
}
