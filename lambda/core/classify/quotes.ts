import type { Placed } from '../compare/model.ts';
import type { PolicyDocument } from '../document/model.ts';
import type { Quote } from './model.ts';

/** The quoted text with its place in the source: exact where the source holds it word for word, else the range of its block. */
export function quoteOf(text: string, placed: Placed | null, document: PolicyDocument): Quote | null {
  if (placed === null || text === '') return null;
  const { start, end } = placed.block.source;
  const at = document.source.slice(start, end).indexOf(text);
  return at < 0 ? { text, start, end } : { text, start: start + at, end: start + at + text.length };
}
