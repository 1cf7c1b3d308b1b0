import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file so that a reader sees the old or the new one, never half of it. */
export function writeWhole(file: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}@draft`;
  writeFileSync(draft, bytes);
  renameSync(draft, file);
}

/** Removes a file if it is there, and the folders this leaves empty, up to `root` (which stays). */
export function removeFile(file: string, root: string): void {
  if (!existsSync(file)) return;
  rmSync(file);
  for (let dir = dirname(file); dir !== root && readdirSync(dir).length === 0; dir = dirname(dir)) {
    rmdirSync(dir);
  }
}
