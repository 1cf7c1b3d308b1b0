import type { Block } from '../document/model.ts';
import { type Content, type Element, h } from './html.ts';
import { inlineContent, type LinkContext } from './inline.ts';

interface Item {
  readonly block: Block;
  readonly children: Item[];
}

/** Deeper lists are shown at this depth: indentation must not push text off a phone. */
const deepestList = 6;

/** Renders list items as lists nested by their depth. */
export function listContent(items: readonly Block[], context: LinkContext): Content {
  return lists(nested(items), context);
}

function nested(blocks: readonly Block[]): readonly Item[] {
  const roots: Item[] = [];
  const open: Item[] = [];
  for (const block of blocks) {
    const depth = Math.min(Math.max(1, block.depth), deepestList, open.length + 1);
    open.length = depth - 1;
    const item: Item = { block, children: [] };
    (open.at(-1)?.children ?? roots).push(item);
    open.push(item);
  }
  return roots;
}

/** Siblings that are numbered and siblings that are not stand in lists of their own. */
function lists(items: readonly Item[], context: LinkContext): readonly Element[] {
  const out: Item[][] = [];
  for (const item of items) {
    const last = out.at(-1);
    if (last?.[0] !== undefined && isNumbered(last[0]) === isNumbered(item)) last.push(item);
    else out.push([item]);
  }
  return out.map((run) => list(run, context));
}

function isNumbered({ block }: Item): boolean {
  return block.ordinal !== undefined;
}

function list(items: readonly Item[], context: LinkContext): Element {
  const numbered = items[0] !== undefined && isNumbered(items[0]);
  return h(
    numbered ? 'ol' : 'ul',
    {},
    ...items.map(({ block, children }) => {
      const inner = [inlineContent(block, context), children.length === 0 ? null : lists(children, context)];
      return h('li', { value: block.ordinal ?? null }, ...inner);
    }),
  );
}
