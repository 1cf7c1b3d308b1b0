import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AlreadyClaimed } from '../lambda/core/errors.ts';

/**
 * Takes a folder for this process, so that two local engines never write to one store; returns what gives it back.
 * A claim whose process has died is taken over. Throws AlreadyClaimed when its process is alive.
 */
export function claimFolder(dir: string): () => void {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, '.in-use-by');
  if (!tryClaim(file)) {
    refuseLiving(dir, file);
    rmSync(file, { force: true });
    if (!tryClaim(file)) refuseLiving(dir, file);
  }
  return () => rmSync(file, { force: true });
}

function tryClaim(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
}

function refuseLiving(dir: string, file: string): void {
  const pid = Number(readFileSync(file, 'utf8'));
  if (!isAlive(pid)) return;
  throw new AlreadyClaimed(
    `The folder ${dir} is in use by the local engine of process ${pid}.`,
    `Let that command end or stop it, or work in another folder; if there is no such engine, delete ${file}.`,
  );
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isSystemError(error, 'EPERM');
  }
}

function isSystemError(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
