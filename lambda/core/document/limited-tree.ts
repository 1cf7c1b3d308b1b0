import type { DefaultTreeAdapterMap, TreeAdapter } from 'parse5';
import { defaultTreeAdapter } from 'parse5';

/** Browsers stop nesting at the same depth. */
const deepest = 512;
/** Elements the parser may make beyond the tags written: it repeats unclosed formatting in every paragraph. */
const mostRepeated = 5_000;
/** A table of 12,000 rows and two columns has fewer. */
const mostElements = 40_000;
/** Tags that are kept in a text that is read without its structure. */
const mostKept = 20_000;

/** Thrown to stop a parser, which has no other brake; caught where it was called. `code` names the damage. */
export class LimitReached extends Error {
  constructor(readonly code: 'capped' | 'too-deep') {
    super(code);
  }
}

/**
 * The usual tree with brakes: too deep or too many elements stops parsing, whose time and memory would grow with the
 * square of the input. A text that arrives in many pieces has its end moved instead of its place copied each time.
 */
export function limitedTree(html: string): TreeAdapter<DefaultTreeAdapterMap> {
  const most = mostRepeated + html.split('<').length;
  let elements = 0;
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      if (++elements > most) throw new LimitReached('too-deep');
      if (elements > mostElements) throw new LimitReached('capped');
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    onItemPush() {
      if (++depth > deepest) throw new LimitReached('too-deep');
    },
    onItemPop() {
      depth--;
    },
    updateNodeSourceCodeLocation(node, { endOffset }) {
      if (node.sourceCodeLocation && endOffset !== undefined) node.sourceCodeLocation.endOffset = endOffset;
    },
  };
}

const unseen = /^(?:script|style|template|noscript|title|textarea)$/i;
const kept = /^(?:h[1-6]|li|br)$/i;
const inline =
  /^(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr)$/i;

/**
 * HTML without nesting, offsets unchanged: inline tags blanked, block tags turned into paragraph breaks, headings and
 * items kept, up to a number. What a reader sees is all there; links, marks and tables are lost.
 */
export function flattened(html: string): string {
  let tags = 0;
  return html.replace(/<\/?([a-z][a-z0-9-]*)[^<>]*>/gi, (tag, name: string) => {
    if (unseen.test(name)) return tag;
    if (inline.test(name) || ++tags > mostKept) return ' '.repeat(tag.length);
    return kept.test(name) ? tag : '<p>'.padEnd(tag.length);
  });
}
