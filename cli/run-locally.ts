import { resolve } from 'node:path';
import type { Laptop, RunOptions } from '../local/laptop.ts';
import { startLaptop } from '../local/laptop.ts';
import { presentClock } from '../local/present-clock.ts';
import { paint } from './paint.ts';
import { releaseLines } from './release-lines.ts';
import { settings } from './settings.ts';
import type { Stop } from './watch-run.ts';
import { watchRun } from './watch-run.ts';

/** Starts the laptop in a folder, runs one thing with the clock standing at `now`, and prints what became of it. */
export async function runLocally(
  dir: string,
  now: Date,
  run: (laptop: Laptop, options: RunOptions) => Promise<unknown>,
): Promise<void> {
  const laptop = await startLaptop(resolve(dir), settings());
  try {
    const outcome = await watchRun(laptop, presentClock(now), null, (options) => run(laptop, options));
    const { policyId, version, known, parked } = outcome;
    const lines = known === null ? await releaseLines(policyId, version) : [`  nothing happened: ${known}`];
    if (parked !== null) lines.push(`  ${nextCommand(parked, `${policyId} ${version} --local`)}`);
    process.stdout.write(`${[paint('bold', `${policyId} version ${version}`), ...lines].join('\n')}\n`);
  } finally {
    await laptop.stop();
  }
}

/** What a run that waits waits for, and the command that takes it up. */
function nextCommand({ state, until }: Stop, which: string): string {
  const day = until.toISOString().slice(0, 10);
  if (state === 'Ask for approval')
    return `waits for approval until ${day}: policy-notice approve ${which} --by <your name>`;
  if (state === 'Ask a person')
    return `the notice is paused: policy-notice unpause ${which} --by <your name>`;
  return `waits until ${day}: policy-notice resume ${which} --on ${day}`;
}
