import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../core/pacing/clock.ts';

/** Real time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  sleep: async (milliseconds) => {
    if (milliseconds > 0) await setTimeout(milliseconds);
  },
};
