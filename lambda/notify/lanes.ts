/** Runs a few tasks at a time, because one call after the other would wait for the network most of the time. */
export class Lanes {
  private readonly running = new Set<Promise<void>>();
  private faults: unknown[] = [];

  constructor(private readonly most: number) {}

  /** Starts the task as soon as a lane is free. A task that failed is reported by `idle`, and by the next `run`. */
  async run(task: () => Promise<void>): Promise<void> {
    while (this.running.size >= this.most) await Promise.race(this.running);
    this.complain();
    const lane: Promise<void> = task()
      .catch((error: unknown) => void this.faults.push(error))
      .finally(() => this.running.delete(lane));
    this.running.add(lane);
  }

  /**
   * Resolves when nothing is under way; throws the first fault. To be awaited in every case: a frozen Lambda thaws an
   * unawaited send in its next invocation.
   */
  async idle(): Promise<void> {
    await Promise.all(this.running);
    this.complain();
  }

  private complain(): void {
    if (this.faults.length > 0) throw this.faults[0];
  }
}
