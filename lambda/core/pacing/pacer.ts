import type { Clock } from './clock.ts';

const decrease = 0.7;
const holdMs = 10_000;
const recoveryEveryMs = 10_000;
const recovery = 1.02;
/** Time lost between segments that may be made up: with calls of half a second's worth still inside SES's one-second bucket. */
const catchUpMs = 250;

/**
 * Lets recipients through at a steady rate (GCRA; a quarter of a second may be made up), because multi-recipient calls that come in bursts
 * put the account into debt. A throttle cuts the rate to 0.7, holds everything for 10 s, and the rate then grows back
 * by 2 % every 10 s: safe, because a throttled recipient is certainly not mailed.
 */
export class Pacer {
  private rate: number;
  private free: number;
  private heldUntil = -Infinity;
  private changedAt = -Infinity;

  /** `ceiling`: recipients a second, above 0. */
  constructor(
    private readonly clock: Clock,
    private readonly ceiling: number,
  ) {
    this.rate = ceiling;
    this.free = clock.elapsed();
  }

  /**
   * Resolves with true when `recipients` more may be sent, or with false, at once, when that would be after
   * `notAfter` (elapsed milliseconds of the clock).
   */
  async turn(recipients: number, notAfter = Infinity): Promise<boolean> {
    this.recover();
    const now = this.clock.elapsed();
    const start = Math.max(now, this.free, this.heldUntil);
    if (start > notAfter) return false;
    this.free = Math.max(this.free, now - catchUpMs, this.heldUntil) + (recipients * 1000) / this.rate;
    await this.clock.sleep(start - now);
    // A hold that began meanwhile voids every turn given out before, or they would all go at once when it ends.
    return this.clock.elapsed() < this.heldUntil ? this.turn(recipients, notAfter) : true;
  }

  /** SES said that we are too fast. Several calls in flight may say so at once; that counts once. */
  throttled(): void {
    const now = this.clock.elapsed();
    if (now < this.heldUntil) return;
    this.recover();
    this.rate *= decrease;
    this.changedAt = now + holdMs;
    this.hold(holdMs);
  }

  /** Nothing goes for so long. */
  hold(milliseconds: number): void {
    const until = this.clock.elapsed() + milliseconds;
    if (until <= this.heldUntil) return;
    this.heldUntil = until;
    this.free = until;
  }

  /** Recipients a second, now. */
  get pace(): number {
    this.recover();
    return this.rate;
  }

  private recover(): void {
    if (this.rate >= this.ceiling) return;
    const steps = Math.floor((this.clock.elapsed() - this.changedAt) / recoveryEveryMs);
    if (steps <= 0) return;
    this.rate = Math.min(this.ceiling, this.rate * recovery ** steps);
    this.changedAt += steps * recoveryEveryMs;
  }
}
