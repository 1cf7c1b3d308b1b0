import type { Block, Format, PolicyDocument } from '../../../lambda/core/document/model.ts';
import { parseDocument } from '../../../lambda/core/document/parse.ts';
import { sourceOf } from '../../../lambda/core/document/source.ts';

/** A parsed document from a string. */
export function documentOf(text: string, format: Format = 'md'): PolicyDocument {
  return parseDocument(sourceOf(text, format));
}

/** `kind text` of every block, with the depth where there is one. */
export function outline(text: string, format: Format = 'md'): string[] {
  return documentOf(text, format).blocks.map(({ kind, depth, text: words }) =>
    depth > 0 ? `${kind}${depth} ${words}` : `${kind} ${words}`,
  );
}

/** A block without its place in the source. */
export function withoutSource({ kind, text, path, links, marks, depth }: Block): Omit<Block, 'source'> {
  return { kind, text, path, links, marks, depth };
}
