import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../command.ts';

const root = join(__dirname, '../../..');
const venv = join(root, '.venv');
const requirements = join(__dirname, 'requirements.txt');
const installed = join(venv, 'installed.txt');

/** The Python that has the engine, in `.venv` of the project; installed again only when the requirements changed. */
export async function installEngine(): Promise<{ readonly python: string; readonly fresh: boolean }> {
  const python = join(venv, 'bin/python');
  const wanted = readFileSync(requirements, 'utf8');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return { python, fresh: false };
  const place = { cwd: root, env: process.env };
  await command('python3', ['-m', 'venv', '--clear', venv], place);
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-input'];
  await command(python, ['-m', 'pip', 'install', ...quiet, '--requirement', requirements], place);
  writeFileSync(installed, wanted);
  return { python, fresh: true };
}
