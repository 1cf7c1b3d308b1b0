import { statSync } from 'node:fs';
import { join } from 'node:path';
import { S3Error } from './errors.ts';
import { removeFile, writeWhole } from './files.ts';
import type { History } from './history.ts';
import { pathOfKey } from './keys.ts';

/** Brings the plain file of a key, which is there for people, in line with its latest version. */
export function show(dir: string, history: History, key: string): void {
  const latest = history.of(key).at(-1);
  const file = join(dir, pathOfKey(key));
  if (latest === undefined || latest.deleted) removeFile(file, dir);
  else writeWhole(file, history.bytesOf(latest));
}

/**
 * S3 can hold both `a` and `a/b`; a folder cannot, and our own keys never need it. Throws InvalidArgument before
 * anything is written.
 */
export function refuseConflict(dir: string, key: string): void {
  const names = pathOfKey(key).split('/');
  const folders = names.slice(0, -1).map((_, i) => join(dir, ...names.slice(0, i + 1)));
  if (!folders.some(isFile) && !isFolder(join(dir, ...names))) return;
  throw new S3Error(
    'InvalidArgument',
    `This engine keeps objects as files, so ${key} cannot stand beside an object that is its folder.`,
  );
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
