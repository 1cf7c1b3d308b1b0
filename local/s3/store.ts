import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Upload } from './body.ts';
import type { StoredObject } from './history.ts';
import { historyIn } from './history.ts';
import { checkKey } from './keys.ts';
import { refuseConflict, show } from './plain-files.ts';

/** A bucket in a folder; its calls are synchronous, so that one never sees half of another. */
export interface Bucket {
  readonly name: string;
  /** Keys that have any version, deleted ones included, in the order of their UTF-8 bytes. */
  keys(): readonly string[];
  /** All versions of a key, delete markers included, oldest first. */
  versionsOf(key: string): readonly StoredObject[];
  bytesOf(object: StoredObject): Buffer;
  put(key: string, upload: Upload, headers: Readonly<Record<string, string>>): StoredObject;
  /** Adds a delete marker (or removes the object of an unversioned bucket); returns the marker. */
  remove(key: string): StoredObject | null;
  /** Removes one version for good; null when it is not there. */
  removeVersion(key: string, versionId: string): StoredObject | null;
}

export interface BucketOptions {
  readonly dir: string;
  readonly name: string;
  /** Keeps every version; else a write replaces the object and its version id is `null`, as in S3. */
  readonly versioned: boolean;
}

/** Opens the bucket kept in `dir`: latest texts as plain files for a person to read, all versions in a hidden folder. */
export function openBucket(options: BucketOptions): Bucket {
  const { dir, name, versioned } = options;
  const history = historyIn(join(dir, '.versions'));
  const add = (key: string, content: Content): StoredObject => {
    const object = nextVersion(options, key, history.of(key).at(-1), content);
    history.add(object, content.bytes);
    show(dir, history, key);
    return object;
  };
  const drop = (objects: readonly StoredObject[]): void => {
    for (const object of objects) {
      history.remove(object);
      show(dir, history, object.key);
    }
  };

  return {
    name,
    keys: () => history.keys(),
    versionsOf: (key) => history.of(key),
    bytesOf: (object) => history.bytesOf(object),
    put(key, { bytes, checksum }, headers) {
      checkKey(key);
      refuseConflict(dir, key);
      return add(key, { bytes, checksum, headers });
    },
    remove(key) {
      checkKey(key);
      if (versioned) return add(key, { bytes: null, checksum: null, headers: {} });
      drop(history.of(key));
      return null;
    },
    removeVersion(key, versionId) {
      const object = history.of(key).find((one) => one.versionId === versionId) ?? null;
      if (object !== null) drop([object]);
      return object;
    },
  };
}

/** What a version holds; no bytes in a delete marker. */
type Content = Pick<StoredObject, 'checksum' | 'headers'> & { readonly bytes: Buffer | null };

function nextVersion(
  { versioned }: BucketOptions,
  key: string,
  previous: StoredObject | undefined,
  { bytes, checksum, headers }: Content,
): StoredObject {
  return {
    number: versioned ? (previous?.number ?? 0) + 1 : 1,
    key,
    versionId: versioned ? randomBytes(24).toString('base64url') : 'null',
    sequencer: nextSequencer(previous?.sequencer),
    etag: md5(bytes ?? Buffer.alloc(0)),
    size: bytes?.length ?? 0,
    headers,
    checksum,
    lastModified: new Date().toISOString(),
    deleted: bytes === null,
  };
}

function md5(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('hex');
}

/** A hex counter that grows within a key, also when the clock is turned back between two processes. */
function nextSequencer(previous = '0'): string {
  const clock = BigInt(Date.now()) << 16n;
  const after = BigInt(`0x${previous}`) + 1n;
  return (clock > after ? clock : after).toString(16).toUpperCase().padStart(18, '0');
}
