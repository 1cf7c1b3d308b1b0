import { correct } from './correct.ts';
import { realEngines } from './real-engines.ts';
import type { Ending } from './simulate.ts';
import { simulate, size } from './simulate.ts';

// The SDK's reminder to upgrade Node says nothing about a seed.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

const keys = ['accepted', 'listed', 'deaths', 'rounds', 'tripped'] as const;

function argument(name: string): number | null {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : Number(process.argv[at + 1]);
}

/**
 * `npm run simulate [-- --seed 42] [--seeds 10000] [--real | --correct]`: plays seeds from 1 or the one that is named,
 * prints what they came to, and fails on the first broken promise. `--real`: over HTTP and a DynamoDB engine, 100 seeds
 * unless told otherwise. `--correct`: announcements that are withdrawn, and their corrections.
 */
async function main(): Promise<void> {
  const flags = process.argv.filter((one) => one === '--real' || one === '--correct');
  const isReal = process.argv.includes('--real');
  const only = argument('seed');
  const many = isReal ? 100 : 10_000;
  const seeds = argument('seeds') ?? (only === null ? many : 1);
  const engines = isReal ? await realEngines() : null;
  const play = async (seed: number): Promise<Ending> =>
    process.argv.includes('--correct') ? correct(seed, size) : simulate(seed, size, await engines?.forSeed());
  const total = { accepted: 0, listed: 0, deaths: 0, rounds: 0, tripped: 0 };
  const started = performance.now();
  for (let seed = only ?? 1; seed < (only ?? 1) + seeds; seed += 1) {
    try {
      const ending = await play(seed);
      for (const key of keys) total[key] += ending[key];
    } catch (error) {
      process.stderr.write(
        `Seed ${seed} broke the promise. Replay: npm run simulate -- ${flags.join(' ')} --seed ${seed}\n`,
      );
      throw error;
    }
  }
  await engines?.stop();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `${seeds} seeds in ${seconds} s: ${JSON.stringify(total)}; nobody mailed twice, nobody lost.\n`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
