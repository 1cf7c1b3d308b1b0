/** The time of a run on a laptop: it stands still while steps work and jumps over every wait. */
export interface VirtualClock {
  now(): Date;
  /** Moves on to a moment; one that has passed changes nothing, as a wait for it would end at once. */
  advanceTo(moment: Date): void;
}

/** A clock that starts at a moment, by default that of the machine. */
export function virtualClock(start: Date = new Date()): VirtualClock {
  let now = start;
  return {
    now: () => now,
    advanceTo: (moment) => {
      if (moment > now) now = moment;
    },
  };
}
