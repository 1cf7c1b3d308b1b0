import { resolve } from 'node:path';
import type { Laptop, RunOptions } from '../local/laptop.ts';
import { startLaptop } from '../local/laptop.ts';
import { presentClock } from '../local/present-clock.ts';
import { paint } from './paint.ts';
import { releaseLines } from './release-lines.ts';
import { settings } from './settings.ts';
import { watchRun } from './watch-run.ts';

/** Starts the laptop in a folder, runs one thing with the clock standing at `now`, and prints what became of it. */
export async function runLocally(
  dir: string,
  now: Date,
  run: (laptop: Laptop, options: RunOptions) => Promise<unknown>,
): Promise<void> {
  const laptop = await startLaptop(resolve(dir), settings());
  try {
    const outcome = await watchRun(laptop, presentClock(now), 0, (options) => run(laptop, options));
    const { policyId, version, known, parkedUntil } = outcome;
    const lines = known === null ? await releaseLines(policyId, version) : [`  nothing happened: ${known}`];
    const day = parkedUntil?.toISOString().slice(0, 10);
    if (day !== undefined) {
      lines.push(`  waits until ${day}: policy-notice resume ${policyId} ${version} --local --on ${day}`);
    }
    process.stdout.write(`${[paint('bold', `${policyId} version ${version}`), ...lines].join('\n')}\n`);
  } finally {
    await laptop.stop();
  }
}
