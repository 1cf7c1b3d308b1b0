import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Engine } from './engine.ts';

/** Where the bundle of the core lies; minified as for deployment. */
export function bundleEngine(): string {
  const outfile = join(mkdtempSync(join(tmpdir(), 'policy-notice-bench-')), 'engine.cjs');
  buildSync({
    entryPoints: [join(__dirname, 'engine.ts')],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

/** The core from a bundle. */
export async function loadEngine(bundle: string): Promise<Engine> {
  const loaded: { engine: Engine } = await import(bundle);
  return loaded.engine;
}
