import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import { BlockWriter } from './block-writer.ts';
import type { WalkOptions } from './html-walk.ts';
import { HtmlWalk } from './html-walk.ts';
import { flattened, limitedTree, LimitReached } from './limited-tree.ts';
import type { Block } from './model.ts';

type Document = DefaultTreeAdapterTypes.Document;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What HTML (`markup`) parses to: blocks, the `lang` of the document, whether a reader does not see some of the text. */
export interface ParsedHtml {
  readonly blocks: readonly Block[];
  readonly lang: string;
  readonly hidden: boolean;
  readonly markup: string;
  /** Why it was read without its structure; null when it was read with it. */
  readonly limit: LimitReached['code'] | null;
}

/** Parses HTML into blocks. Walks without recursion: depth cannot overflow the stack. */
export function parseHtml(html: string, options: WalkOptions): ParsedHtml {
  const { document, limit } = treeOf(html, options.rangeAttribute === null);
  const walk = new HtmlWalk(new BlockWriter(), options);
  walkAll(document, walk);
  return { ...walk.finish(), markup: html, limit };
}

/** The tree, or that of the flattened text when the full one would grow without bound. */
function treeOf(
  html: string,
  sourceCodeLocationInfo: boolean,
): { readonly document: Document; readonly limit: ParsedHtml['limit'] } {
  const options = { sourceCodeLocationInfo };
  try {
    return { document: parse(html, { ...options, treeAdapter: limitedTree(html) }), limit: null };
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
    return { document: parse(flattened(html), options), limit: error.code };
  }
}

interface Frame {
  readonly node: ParentNode;
  next: number;
}

function walkAll(root: ParentNode, walk: HtmlWalk): void {
  const frames: Frame[] = [{ node: root, next: 0 }];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const child = frame.node.childNodes[frame.next++];
    if (child === undefined) {
      frames.pop();
      if ('tagName' in frame.node) walk.leave(frame.node);
    } else if (enter(child, walk)) frames.push({ node: child, next: 0 });
  }
}

/** Hands a node to the walk; true when its children are to be walked. */
function enter(node: ChildNode, walk: HtmlWalk): node is Element {
  if ('tagName' in node) return walk.enter(node);
  if (node.nodeName === '#text' && 'value' in node) {
    walk.text(node.value, node.sourceCodeLocation?.startOffset ?? 0, node.sourceCodeLocation?.endOffset ?? 0);
  }
  return false;
}
