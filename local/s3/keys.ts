import { createHash } from 'node:crypto';
import { S3Error } from './errors.ts';

/** S3 allows 1,024 bytes of UTF-8. */
const longestKey = 1024;
/** File systems allow 255 bytes; the rest is for suffixes. */
const longestName = 200;

/** Throws KeyTooLongError. */
export function checkKey(key: string): void {
  if (Buffer.byteLength(key) <= longestKey) return;
  throw new S3Error('KeyTooLongError', 'Your key is too long');
}

/**
 * The relative path of a key on disk, `/` between folders. A plain key is its own path; whatever a file system could take
 * for something else (`..`, a leading slash, hidden names, control characters) is percent-encoded, so that no key leaves
 * the folder and no two keys share a path.
 */
export function pathOfKey(key: string): string {
  return key.split('/').map(nameOf).join('/');
}

function nameOf(segment: string): string {
  if (segment === '') return '%';
  const name = segment
    .replace(/[^\p{L}\p{N} ._~()!',;=+&$-]/gu, percentEncoded)
    .replace(/^\.|[. ]$/gu, percentEncoded);
  return Buffer.byteLength(name) <= longestName ? name : shortened(segment, name);
}

function percentEncoded(character: string): string {
  const hex = Buffer.from(character).toString('hex').toUpperCase();
  return hex.replace(/../g, '%$&');
}

/** `%~` cannot come from encoding, so a shortened name never equals a whole one. */
function shortened(segment: string, name: string): string {
  const hash = createHash('sha256').update(segment).digest('hex');
  const start = /^.{0,30}/u.exec(name)?.[0] ?? '';
  return `${start}%~${hash}`;
}
