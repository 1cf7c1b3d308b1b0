/** Time as the steps see it, so that tests and the laptop can have their own. Milliseconds throughout. */
export interface Clock {
  /** Wall clock, since the epoch: for what is written down. */
  now(): number;
  /** Since an arbitrary start, never backwards: for pacing and deadlines, because wall clocks jump. */
  elapsed(): number;
  sleep(milliseconds: number): Promise<void>;
}
