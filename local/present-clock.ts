import type { VirtualClock } from './state-machine/clock.ts';

/** A run stopped where AWS would wait: at a moment in the future. Not an error of the system; taken up by `resume`. */
export class Parked extends Error {
  override readonly name = 'Parked';

  constructor(readonly until: Date) {
    super(`The run waits until ${until.toISOString()}.`);
  }
}

/** A clock that stands at `start` and never jumps: whatever would wait for a later moment throws Parked. */
export function presentClock(start: Date): VirtualClock {
  return {
    now: () => start,
    advanceTo: (moment) => {
      if (moment > start) throw new Parked(moment);
    },
  };
}
