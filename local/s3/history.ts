import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { checksumNames } from './checksums.ts';
import { removeFile, writeWhole } from './files.ts';
import { pathOfKey } from './keys.ts';

const storedObject = z.object({
  /** 1, 2, 3 … within a key. */
  number: z.int().min(1),
  key: z.string(),
  versionId: z.string(),
  /** Hex; grows within a key. */
  sequencer: z.string(),
  /** MD5 in hex, without the quotes. */
  etag: z.string(),
  size: z.int(),
  /** Headers that come back with the object: `content-type`, `cache-control`, `x-amz-meta-…`. */
  headers: z.record(z.string(), z.string()),
  checksum: z.object({ name: z.enum(checksumNames), value: z.string() }).nullable(),
  lastModified: z.iso.datetime(),
  /** A delete marker: the key has no object from here on. */
  deleted: z.boolean(),
});
/** One version of an object, or a delete marker; its bytes lie beside it. */
export type StoredObject = Readonly<z.output<typeof storedObject>>;

/** Every version of every key of a bucket. */
export interface History {
  keys(): readonly string[];
  of(key: string): readonly StoredObject[];
  bytesOf(object: StoredObject): Buffer;
  add(object: StoredObject, bytes: Buffer | null): void;
  remove(object: StoredObject): void;
}

/** `<dir>/<path of the key>@/00000001.json` with `00000001.bytes` beside it; `@` never ends the path of a key. */
export function historyIn(dir: string): History {
  mkdirSync(dir, { recursive: true });
  const folderOf = (key: string): string => join(dir, `${pathOfKey(key)}@`);
  const fileOf = ({ key, number }: StoredObject, kind: 'json' | 'bytes'): string =>
    join(folderOf(key), `${String(number).padStart(8, '0')}.${kind}`);

  return {
    keys: () => foldersIn(dir).flatMap(keyIn).sort(byBytes),
    of: (key) => versionsIn(folderOf(key)),
    bytesOf: (object) => (object.deleted ? Buffer.alloc(0) : readFileSync(fileOf(object, 'bytes'))),
    add(object, bytes) {
      // The description goes last: without it there is no version.
      if (bytes !== null) writeWhole(fileOf(object, 'bytes'), bytes);
      writeWhole(fileOf(object, 'json'), JSON.stringify(object, null, 2));
    },
    remove(object) {
      removeFile(fileOf(object, 'json'), dir);
      removeFile(fileOf(object, 'bytes'), dir);
    },
  };
}

function versionsIn(folder: string): StoredObject[] {
  return descriptionsIn(folder).map((name) => read(join(folder, name)));
}

function descriptionsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d{8,}\.json$/.test(name))
    .sort();
}

function read(file: string): StoredObject {
  return storedObject.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function foldersIn(dir: string): string[] {
  const folders = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) => (name.endsWith('@') ? [join(dir, name)] : foldersIn(join(dir, name))));
}

function keyIn(folder: string): string[] {
  const [first] = descriptionsIn(folder);
  return first === undefined ? [] : [read(join(folder, first)).key];
}

function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
