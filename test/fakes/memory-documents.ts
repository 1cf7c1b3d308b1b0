import type { Documents } from '../../lambda/core/documents.ts';
import { largestRead, tooLarge } from '../../lambda/core/documents.ts';
import { NotFound } from '../../lambda/core/errors.ts';

/** Documents in memory, with a look inside for tests: keys, the text under one, and its object versions, oldest first. */
export interface MemoryDocuments extends Documents {
  keys(): readonly string[];
  text(key: string): string;
  contentType(key: string): string;
  objectVersions(key: string): readonly string[];
}

interface Stored {
  readonly objectVersion: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** A versioned bucket in memory. Object versions are `v1`, `v2` … within a key. */
export function memoryDocuments(): MemoryDocuments {
  const objects = new Map<string, readonly Stored[]>();

  const find = (key: string, objectVersion?: string): Stored => {
    const all = objects.get(key) ?? [];
    const found =
      objectVersion === undefined ? all.at(-1) : all.find((one) => one.objectVersion === objectVersion);
    if (found !== undefined) return found;
    throw new NotFound(`There is no object ${key} ${objectVersion ?? ''}.`, 'Write it first.');
  };

  return {
    async read(key, objectVersion) {
      const { bytes } = find(key, objectVersion);
      if (bytes.length > largestRead) throw tooLarge(key, bytes.length);
      return Uint8Array.from(bytes);
    },
    async write(key, content, contentType) {
      const all = objects.get(key) ?? [];
      const bytes =
        typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
      objects.set(key, [...all, { objectVersion: `v${all.length + 1}`, bytes, contentType }]);
    },
    keys: () => [...objects.keys()].toSorted(),
    text: (key) => new TextDecoder().decode(find(key).bytes),
    contentType: (key) => find(key).contentType,
    objectVersions: (key) => (objects.get(key) ?? []).map((one) => one.objectVersion),
  };
}
