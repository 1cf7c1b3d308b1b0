import type { DefaultTreeAdapterMap, TreeAdapter } from 'parse5';
import { defaultTreeAdapter } from 'parse5';

/** Browsers stop nesting at the same depth. */
const deepest = 512;
/** Elements the parser may make per tag written; it repeats unclosed formatting in every paragraph. */
const elementsPerTag = 4;
const alwaysAllowed = 5_000;

/** Thrown inside `parseHtml` to stop the HTML parser, which has no other brake; never leaves it. */
export class LimitReached extends Error {}

/**
 * The usual tree with brakes: too deep or too many elements stops parsing, whose time and memory would grow with the
 * square of the input. A text that arrives in many pieces has its end moved instead of its place copied each time.
 */
export function limitedTree(html: string): TreeAdapter<DefaultTreeAdapterMap> {
  const most = Math.max(alwaysAllowed, elementsPerTag * html.split('<').length);
  let elements = 0;
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      if (++elements > most) throw new LimitReached('too many elements');
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    onItemPush() {
      if (++depth > deepest) throw new LimitReached('too deep');
    },
    onItemPop() {
      depth--;
    },
    updateNodeSourceCodeLocation(node, { endOffset }) {
      if (node.sourceCodeLocation && endOffset !== undefined) node.sourceCodeLocation.endOffset = endOffset;
    },
  };
}

const kept = /^(?:script|style|template|noscript|title|textarea|h[1-6]|li|br)$/i;
const inline =
  /^(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr)$/i;

/**
 * HTML without nesting, offsets unchanged: inline tags blanked, block tags turned into paragraph breaks, headings and
 * items kept. What a reader sees is all there; links, marks and tables are lost.
 */
export function flattened(html: string): string {
  return html.replace(/<\/?([a-z][a-z0-9-]*)[^<>]*>/gi, (tag, name: string) => {
    if (kept.test(name)) return tag;
    return inline.test(name) ? ' '.repeat(tag.length) : '<p>'.padEnd(tag.length);
  });
}
