import { existsSync, readFileSync } from 'node:fs';
import { runLoop, runPages } from './peers.ts';
import { runSender } from './sender.ts';
import type { Contender, Done, Outcome, Task, Units } from './task.ts';

const runs: Readonly<Record<Contender, (task: Task) => Promise<Done & { readonly units: Units }>>> = {
  sender: runSender,
  loop: runLoop,
  page: runPages,
};
const megabyte = 1024 ** 2;
const sampleMs = 50;

/** One contender alone in its process, so that memory and processor time are its own. */
async function main(task: Task): Promise<void> {
  const samples: number[] = [];
  const sampler = setInterval(() => samples.push(process.memoryUsage.rss() / megabyte), sampleMs);
  const before = process.cpuUsage();
  const startedAt = performance.now();
  const done = await runs[task.who](task);
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(before);
  clearInterval(sampler);
  const outcome: Outcome = {
    ...done,
    seconds,
    processor: (user + system) / 1_000_000,
    peakMegabytes: highWaterMegabytes() ?? Math.max(0, ...samples),
    halfwayMegabytes: Math.max(0, ...samples.slice(0, Math.ceil(samples.length / 2))),
  };
  process.stdout.write(JSON.stringify(outcome), () => process.exit(0));
}

/**
 * The most this program ever had, as Linux keeps it; null elsewhere. Not `maxRSS` of getrusage: a child starts there
 * with what its parent had when it was forked.
 */
function highWaterMegabytes(): number | null {
  const status = '/proc/self/status';
  const kilobytes = existsSync(status) ? /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(status, 'utf8')) : null;
  return kilobytes === null ? null : Number(kilobytes[1]) / 1024;
}

void main(JSON.parse(process.argv[2] ?? '{}'));
