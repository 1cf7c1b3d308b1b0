import type { PolicyDocument } from '../../document/model.ts';
import { normalised } from '../normal/transformations.ts';
import { keysOf, passageOf } from '../words.ts';

const known = new WeakMap<PolicyDocument, string>();

/** The text of a block list or of a whole document under every canonical form, padded with a space at both ends. */
export function canonicalOf(source: PolicyDocument | string): string {
  if (typeof source === 'string') return canonicalBlocks(source.split('\n'));
  const found = known.get(source) ?? canonicalBlocks(source.blocks.map(({ text }) => text));
  known.set(source, found);
  return found;
}

function canonicalBlocks(texts: readonly string[]): string {
  const keys = keysOf(normalised(passageOf(texts).words, [])[0]);
  return keys === '' ? ' ' : ` ${keys} `;
}
