import { readFileSync } from 'node:fs';
import { BadInput } from '../lambda/core/errors.ts';
import type { PolicyDocument } from '../lambda/core/document/model.ts';
import { parseDocument } from '../lambda/core/document/parse.ts';
import { readSource } from '../lambda/core/document/source.ts';

/** The bytes of a file. Throws BadInput when there is none to read. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new BadInput(`The file "${path}" cannot be read.`, 'Check the name and its permissions.', {
      cause,
    });
  }
}

/** A policy text from a file, parsed by its extension. Throws BadInput for what cannot be a policy. */
export function readDocument(path: string): PolicyDocument {
  return parseDocument(readSource(path, readBytes(path)));
}
