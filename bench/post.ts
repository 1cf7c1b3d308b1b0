/**
 * Processor time of a whole posting, pages, comparisons, history and feeds included, in a process that has just
 * started; beside it markdown-it rendering the same text once, and gzip packing the pages that were written:
 * `npm run bench:post [-- --versions 50 --bytes 100000 --runs 5]`. Exits 1 when a posting takes a second or more.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import * as z from 'zod';
import { bundle } from '../lib/step-function/bundle.ts';
import { printTable, ratio } from './compare/measure.ts';
import { stateBefore } from './post/state.ts';

const limitSeconds = 1;

const said = z.object({
  posting: z.number(),
  again: z.number(),
  peer: z.number(),
  zipping: z.number(),
  pages: z.number(),
  bytes: z.number(),
});
type Said = z.infer<typeof said>;

function median(all: readonly Said[], of: (one: Said) => number): number {
  return all.map(of).toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      versions: { type: 'string', default: '50' },
      bytes: { type: 'string', default: '100000' },
      runs: { type: 'string', default: '5' },
    },
  });
  const dir = mkdtempSync(join(tmpdir(), 'policy-notice-post-'));
  const [state, child] = [join(dir, 'state.json'), join(dir, 'child.js')];
  writeFileSync(state, JSON.stringify(await stateBefore(Number(values.versions), Number(values.bytes))));
  buildSync({ ...bundle, entryPoints: [join(__dirname, 'post/child.ts')], outfile: child });
  const runs = Array.from({ length: Number(values.runs) }, () =>
    said.parse(JSON.parse(execFileSync(process.execPath, [child, state], { encoding: 'utf8' }))),
  );
  rmSync(dir, { recursive: true });
  const [first] = runs;
  const [posting, peer] = [median(runs, (one) => one.posting), median(runs, (one) => one.peer)];
  console.log(
    `Version ${values.versions} of a policy of ${values.bytes} bytes: ${first?.pages} files, ${first?.bytes} bytes.\n`,
  );
  const row = (what: string, seconds: number): string[] => [what, seconds.toFixed(3), ratio(seconds, peer)];
  printTable(
    ['', 'CPU s', 'of the peer'],
    [
      row('a posting in a new process', posting),
      row(
        'the same again',
        median(runs, (one) => one.again),
      ),
      row('markdown-it renders the text', peer),
      row(
        'gzip packs the files',
        median(runs, (one) => one.zipping),
      ),
    ],
  );
  const isKept = posting < limitSeconds;
  console.log(`\n${isKept ? 'kept  ' : 'MISSED'} less than ${limitSeconds} s of processor time`);
  process.exitCode = isKept ? 0 : 1;
}

void main();
