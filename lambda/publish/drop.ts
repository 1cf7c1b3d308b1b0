import * as z from 'zod/mini';
import { BadInput } from '../core/errors.ts';
import type { PublishEvent } from '../core/archive.ts';
import type { PublishInput } from '../contract.ts';

const text = z.string().check(z.minLength(1));
const object = z.object({ bucket: text, key: text, version: text, sequencer: text });

/**
 * The event of a drop as it is recorded. Throws BadInput when S3 did not say which object version it means: without it
 * neither a repeat nor a second drop could be told apart.
 */
export function parseDrop(input: Extract<PublishInput, { readonly object: unknown }>): PublishEvent {
  const parsed = object.safeParse(input.object);
  if (parsed.success) {
    const { bucket, key, version, sequencer } = parsed.data;
    return { bucket, key, objectVersion: version, sequencer, execution: input.execution };
  }
  const missing = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new BadInput(
    `The event of the documents bucket lacks ${missing}.`,
    'The bucket must be versioned and its events must come from S3 through EventBridge; drop the file again.',
  );
}
