import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundle } from '../../lib/step-function/bundle.ts';
import type { Outcome, Task } from './task.ts';
import { outcome } from './task.ts';

/** The contenders as one file, made as the deployed steps are, so that memory is what it would be there. */
export interface Program {
  run(task: Task): Promise<Outcome>;
  remove(): void;
}

export async function bundled(): Promise<Program> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-send-'));
  const file = join(dir, 'child.js');
  await build({
    ...bundle,
    entryPoints: [join(__dirname, 'child.ts')],
    outfile: file,
    logLevel: 'error',
  });
  return { run: (task) => run(file, task), remove: () => rmSync(dir, { recursive: true }) };
}

/** Rejects with what the child wrote to standard error when it fails. */
async function run(file: string, task: Task): Promise<Outcome> {
  const child = spawn(process.execPath, [file, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${task.who} ended with ${code}.\n${err}`);
  return outcome.parse(JSON.parse(out));
}
