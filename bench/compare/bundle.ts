import { spawnSync } from 'node:child_process';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { bundle } from '../../lib/step-function/bundle.ts';
import type { Engine } from './engine.ts';
import { short } from './measure.ts';

const folder = mkdtempSync(join(tmpdir(), 'policy-notice-bench-'));
const starts = 11;
const start = 'const at = performance.now(); require(process.argv[1]); console.log(performance.now() - at);';

/** Where the bundle of the core that the other measurements run lies; made as for deployment. */
export function bundleEngine(): string {
  return bundled('engine');
}

/** The core from a bundle. */
export async function loadEngine(file: string): Promise<Engine> {
  const loaded: { engine: Engine } = await import(file);
  return loaded.engine;
}

/** Prints how large the core with its parsers and its classifier is, and how long it takes to load in a fresh process. */
export function benchCore(): void {
  const file = bundled('core');
  const times = Array.from({ length: starts }, () =>
    Number(spawnSync(process.execPath, ['-e', start, file], { encoding: 'utf8' }).stdout),
  );
  const median = times.toSorted((a, b) => a - b)[Math.floor(starts / 2)] ?? 0;
  const kilobytes = Math.round(statSync(file).size / 1000);
  console.log(
    `Core with parsers, rules and classifier: ${kilobytes} KB (target 450), loads in ${short(median)} ms (target 80).\n`,
  );
}

function bundled(name: string): string {
  const outfile = join(folder, `${name}.cjs`);
  buildSync({ ...bundle, entryPoints: [join(__dirname, `${name}.ts`)], outfile });
  return outfile;
}
