import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The suites that hold a property. */
function suites(): string[] {
  return readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts') && !/^(browser|e2e)\//.test(path))
    .map((path) => join(__dirname, path))
    .filter((path) => readFileSync(path, 'utf8').includes("from 'fast-check'"));
}

/**
 * `npm run fuzz [-- <rounds>]`: every property again, each round with another seed (10 rounds unless told otherwise).
 * Stops at the first failure and prints how to replay it.
 */
function main(rounds: number): void {
  if (!Number.isInteger(rounds) || rounds < 1) {
    process.stderr.write('That is no number of rounds. Give a whole number from 1: npm run fuzz -- 20\n');
    process.exitCode = 2;
    return;
  }
  const found = suites();
  for (let round = 1; round <= rounds; round += 1) {
    const seed = randomInt(2 ** 31);
    process.stdout.write(`Round ${round} of ${rounds}, seed ${seed}, ${found.length} suites\n`);
    const { status, stderr } = spawnSync('npx', ['jest', ...found], {
      encoding: 'utf8',
      env: { ...process.env, FUZZ_SEED: String(seed) },
    });
    if (status === 0) continue;
    process.stderr.write(`${stderr}\nReplay: FUZZ_SEED=${seed} npx jest <the suite that failed>\n`);
    process.exitCode = 1;
    return;
  }
}

main(Number(process.argv[2] ?? 10));
