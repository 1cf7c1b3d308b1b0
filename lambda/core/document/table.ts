import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/** What in a cell shows that the table is used for layout. */
const layout = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'article',
  'section',
  'main',
  'nav',
  'form',
]);
const mostParagraphs = 8;

/**
 * Is a table row a row of facts, one block, rather than page layout, whose cells are read like any other container?
 * Looks no further than the first sign of layout, so nested tables are not walked twice.
 */
export function isDataRow(row: Element): boolean {
  const waiting: ChildNode[] = row.childNodes.toReversed();
  let paragraphs = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('tagName' in node)) continue;
    if (layout.has(node.tagName)) return false;
    if ((node.tagName === 'p' || node.tagName === 'li') && ++paragraphs > mostParagraphs) return false;
    for (let at = node.childNodes.length - 1; at >= 0; at--) {
      const child = node.childNodes[at];
      if (child !== undefined) waiting.push(child);
    }
  }
  return true;
}
