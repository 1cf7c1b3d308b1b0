import type { Clock } from '../../lambda/core/pacing/clock.ts';

/**
 * A clock that stands still while anything can happen and leaps to the next sleeper when nothing can. `run` drives it:
 * the same program and the same answers give the same times. Real I/O is announced with `during`, so that no time
 * passes while it is under way.
 */
export class VirtualClock implements Clock {
  private readonly sleepers: { readonly at: number; readonly order: number; readonly wake: () => void }[] =
    [];
  private time = 0;
  private order = 0;
  private busy = 0;
  /** Added to the wall clock only, as when a clock is set. */
  skew = 0;

  constructor(private readonly start = Date.UTC(2026, 0, 5, 9)) {}

  now(): number {
    return Math.floor(this.start + this.time + this.skew);
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }

  elapsed(): number {
    return this.time;
  }

  async sleep(milliseconds: number): Promise<void> {
    if (milliseconds <= 0) return;
    await new Promise<void>((wake) => {
      this.order += 1;
      this.sleepers.push({ at: this.time + milliseconds, order: this.order, wake });
    });
  }

  async during<T>(io: Promise<T>): Promise<T> {
    this.busy += 1;
    try {
      return await io;
    } finally {
      this.busy -= 1;
    }
  }

  /** Lets time pass until `work` is over. Throws when nothing could ever finish it. */
  async run<T>(work: Promise<T>): Promise<T> {
    let isOver = false;
    const over = (): void => {
      isOver = true;
    };
    work.then(over, over);
    for (;;) {
      await new Promise(setImmediate);
      if (isOver) return work;
      if (this.busy > 0) continue;
      this.wakeNext();
    }
  }

  private wakeNext(): void {
    let first = 0;
    for (let i = 1; i < this.sleepers.length; i += 1) {
      const [one, best] = [this.sleepers[i]!, this.sleepers[first]!];
      if (one.at < best.at || (one.at === best.at && one.order < best.order)) first = i;
    }
    const [sleeper] = this.sleepers.splice(first, 1);
    if (sleeper === undefined)
      throw new Error('Nothing sleeps and nothing is under way: the work can never end.');
    this.time = Math.max(this.time, sleeper.at);
    sleeper.wake();
  }
}
