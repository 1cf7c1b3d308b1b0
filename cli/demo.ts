import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { directoryImportFromEnvironment } from '../lambda/aws/directory-import.ts';
import { readCustomers } from '../lambda/core/customer/import.ts';
import { claimFolder } from '../local/folder-claim.ts';
import type { Laptop } from '../local/laptop.ts';
import { startLaptop } from '../local/laptop.ts';
import type { VirtualClock } from '../local/state-machine/clock.ts';
import { virtualClock } from '../local/state-machine/clock.ts';
import { rowsOf } from './customers.ts';
import { readBytes } from './files.ts';
import { paint } from './paint.ts';
import { releaseLines } from './release-lines.ts';
import { settings } from './settings.ts';
import { watchRun } from './watch-run.ts';

const dir = join('.local', 'demo');
const example = resolve(__dirname, '../examples/northbeam');

/** The story, one publish after the other, a day apart. */
const story = [
  { title: 'The first version', file: 'privacy-policy.v1.md' },
  { title: 'A minor edit', file: 'privacy-policy.v2.md' },
  { title: 'The same text again', file: 'privacy-policy.v2.md' },
  { title: 'A significant change', file: 'privacy-policy.v3.md' },
] as const;

/** `demo`: a hosting company changes its privacy policy, on this machine, with 1,000 customers. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('the whole flow on this machine: a company with 1,000 customers changes its privacy policy')
    .option('--serve', 'keep inbox and site up until Ctrl-C')
    .action(demo);
}

async function demo(options: { readonly serve?: boolean }): Promise<void> {
  // Claimed for a moment: a demo that is kept up in another terminal must not lose its files to this one.
  claimFolder(dir)();
  rmSync(dir, { recursive: true, force: true });
  const laptop = await startLaptop(dir, settings(), { linkHere: true });
  try {
    const affected = await importExample();
    const clock = virtualClock();
    for (const [index, part] of story.entries()) await tell(laptop, clock, affected, index + 1, part);
    end(laptop, options.serve === true);
    if (options.serve === true) await untilInterrupted();
  } finally {
    await laptop.stop();
  }
}

async function importExample(): Promise<number> {
  const { customers } = readCustomers(rowsOf(join(example, 'customers.csv')));
  await directoryImportFromEnvironment().put(customers);
  const affected = customers.filter(({ status }) => status === 'active').length;
  const closed = customers.length - affected;
  print(paint('bold', `${settings().company.name}: ${customers.length} customers, ${closed} of them closed`));
  return affected;
}

async function tell(
  laptop: Laptop,
  clock: VirtualClock,
  affected: number,
  number: number,
  part: (typeof story)[number],
): Promise<void> {
  print(
    `\n${paint(['bold', 'inverse'], ` ${number} `)} ${paint('bold', part.title)}  ${paint('dim', part.file)}`,
  );
  const before = clock.now();
  const bytes = readBytes(join(example, part.file));
  const outcome = await watchRun(laptop, clock, affected, (options) =>
    laptop.drop('privacy-policy.md', bytes, options),
  );
  if (outcome.known !== null) return print(`  nothing happens: ${outcome.known}`);
  for (const line of await releaseLines(outcome.policyId, outcome.version)) print(line);
  const days = Math.round((clock.now().getTime() - before.getTime()) / 86_400_000);
  if (days > 0)
    print(
      paint(
        'green',
        `  ${days} days later: version ${outcome.version} has taken effect and is the current page`,
      ),
    );
  clock.advanceTo(new Date(clock.now().getTime() + 86_400_000));
}

function end(laptop: Laptop, served: boolean): void {
  const { inbox, site } = laptop.engines.urls;
  print('');
  print(`inbox  ${served ? inbox : join(dir, 'mail')}`);
  print(`site   ${served ? site : join(dir, 'site')}`);
  if (!served) print(paint('dim', 'To read both in a browser: npm run demo -- --serve'));
}

async function untilInterrupted(): Promise<void> {
  print(paint('dim', 'Ctrl-C ends it.'));
  await new Promise<void>((done) => process.once('SIGINT', () => done()));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
