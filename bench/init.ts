/**
 * How long the code of each step takes to start, beside a file of nothing but its SDK clients, made the same way and
 * started in turn with it: `npm run bench:init [-- --runs 11] [--only post]`. Every start is a process of its own.
 * Exits 1 when a step is larger than 1 MB or takes more than 1.5 times as long as its clients.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseSettings } from '../lambda/core/settings/parse.ts';
import type { Step } from '../lambda/steps.ts';
import { env, environment, steps } from '../lambda/steps.ts';
import { bundleSteps } from '../lib/step-function/bundle.ts';
import { settingsEnvironment } from '../lib/step-function/settings-environment.ts';
import settings from '../policy-notice.config.ts';
import { printTable, ratio, short } from './compare/measure.ts';
import { bundlePeer } from './init/peer.ts';

const largestBytes = 1_000_000;
const slowest = 1.5;

/** Prints how many milliseconds it takes to load the file it is given. */
const start =
  'const at = performance.now(); require(process.argv[1]); process.stdout.write(`${performance.now() - at}`)';

/** What Lambda gives a step before it starts: addresses, settings, and the SDK's own variables. */
function environmentOf(step: Step): Record<string, string> {
  const addresses = Object.fromEntries(environment[step].map((name) => [name, 'a-name']));
  return {
    ...addresses,
    ...(env.recordLock in addresses && { [env.recordLock]: 'GOVERNANCE 2557' }),
    ...settingsEnvironment(step, parseSettings(settings)),
    NODE_OPTIONS: '--enable-source-maps',
    POWERTOOLS_SERVICE_NAME: 'bench',
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}

function startMs(file: string, variables: Record<string, string>): number {
  const options = { env: variables, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', start, file], options);
  if (status === 0) return Number(stdout);
  throw new Error(`${file} does not start:\n${stderr.slice(-500)}`);
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** A file that can be started, and how large it is. */
interface Startable {
  readonly file: string;
  readonly bytes: number;
}

/** Writes the files of one piece of code into a folder of its own. */
function written(folder: string, files: Iterable<readonly [name: string, contents: Uint8Array]>): Startable {
  mkdirSync(folder);
  let bytes = 0;
  for (const [name, contents] of files) {
    writeFileSync(join(folder, name), contents);
    if (name === 'index.js') bytes = contents.length;
  }
  return { file: join(folder, 'index.js'), bytes };
}

/** Median milliseconds of both, started in turn. */
function startBoth(own: Startable, peer: Startable, step: Step, runs: number): readonly [number, number] {
  const variables = environmentOf(step);
  const times: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    times[0].push(startMs(own.file, variables));
    times[1].push(startMs(peer.file, variables));
  }
  return [median(times[0]), median(times[1])];
}

function main(): void {
  const options = { runs: { type: 'string', default: '11' }, only: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  const dir = mkdtempSync(join(tmpdir(), 'policy-notice-init-'));
  const files = bundleSteps();
  const rows: string[][] = [];
  for (const step of steps.filter((one) => values.only === undefined || one === values.only)) {
    const ours = files.filter((file) => file.step === step);
    const own = written(
      join(dir, step),
      ours.map(({ name, contents }) => [name, contents] as const),
    );
    const peer = written(join(dir, `${step}-clients`), bundlePeer(step));
    const [ms, peerMs] = startBoth(own, peer, step, Number(values.runs));
    const isKept = own.bytes <= largestBytes && ms <= slowest * peerMs;
    const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} KB`;
    rows.push([
      step,
      kilobytes(own.bytes),
      kilobytes(peer.bytes),
      `${short(ms)} ms`,
      `${short(peerMs)} ms`,
      ratio(ms, peerMs),
      isKept ? 'kept' : 'MISSED',
    ]);
  }
  rmSync(dir, { recursive: true });
  printTable(
    ['step', 'code', 'clients', 'start', 'clients', 'ratio', `<= 1 MB and ${slowest}x clients`],
    rows,
  );
  process.exitCode = rows.every((row) => row.at(-1) === 'kept') ? 0 : 1;
}

main();
