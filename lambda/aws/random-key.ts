import { randomBytes } from 'node:crypto';

/** The key of a notice: 32 random bytes, which make its recipient ids say nothing to anybody else. */
export function randomKey(): Uint8Array {
  return randomBytes(32);
}
