import type { Block, PolicyDocument } from '../document/model.ts';
import { type Content, type Element, h } from './html.ts';
import { Href } from './href.ts';
import { inlineContent, type LinkContext } from './inline.ts';
import { listContent } from './lists.ts';
import { isHeading, type OutlineEntry } from './outline.ts';
import { tableContent } from './tables.ts';

/** Words the renderer needs in the language of the page. */
export interface BlockWords {
  readonly table: string;
  readonly linkTo: (heading: string) => string;
}

/** Renders a policy's blocks: headings with anchors, nested lists, tables, quotes, links rebuilt. */
export function documentContent(
  document: PolicyDocument,
  outline: readonly OutlineEntry[],
  base: string,
  words: BlockWords,
): readonly Content[] {
  const headings = new Map(outline.map((entry) => [entry.block, entry]));
  const context: LinkContext = { base, fragments: new Set(outline.map(({ id }) => id)) };
  return runs(document.blocks).map((run) => runContent(run, headings, context, words));
}

/** Neighbours of one kind stand in one list, table or quote; paragraphs and headings stand alone. */
function runs(blocks: readonly Block[]): readonly (readonly [Block, ...Block[]])[] {
  const out: [Block, ...Block[]][] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (last !== undefined && joins(last[0], block)) last.push(block);
    else out.push([block]);
  }
  return out;
}

function joins(first: Block, next: Block): boolean {
  if (first.kind !== next.kind || isHeading(first) || first.kind === 'p') return false;
  return first.kind !== 'quote' || first.depth === next.depth;
}

function runContent(
  run: readonly [Block, ...Block[]],
  headings: ReadonlyMap<Block, OutlineEntry>,
  context: LinkContext,
  words: BlockWords,
): Content {
  const [first] = run;
  if (isHeading(first)) return headingContent(first, headings.get(first), context, words);
  if (first.kind === 'li') return listContent(run, context);
  if (first.kind === 'tr') return tableContent(run, context, words.table);
  if (first.kind === 'quote') return quoteContent(run, context);
  if (first.kind === 'code') return h('pre', {}, h('code', {}, run.map(({ text }) => text).join('\n')));
  const paragraphs = run.map((one) => h('p', {}, inlineContent(one, context)));
  return first.kind === 'footnote' ? h('div', { class: 'footnotes' }, ...paragraphs) : paragraphs;
}

function headingContent(
  block: Block,
  entry: OutlineEntry | undefined,
  context: LinkContext,
  words: BlockWords,
): Content {
  if (entry === undefined) return h('p', {}, inlineContent(block, context));
  if (entry.tag === 'h1') return h('h1', { id: entry.id }, inlineContent(block, context));
  const label = words.linkTo(block.text);
  const anchor = h('a', { class: 'anchor', href: Href.fragment(entry.id), 'aria-label': label }, '#');
  return h(entry.tag, { id: entry.id }, inlineContent(block, context), ' ', anchor);
}

const deepestQuote = 4;

function quoteContent(run: readonly Block[], context: LinkContext): Element {
  const depth = Math.min(Math.max(1, run[0]?.depth ?? 1), deepestQuote);
  let quote = h('blockquote', {}, ...run.map((one) => h('p', {}, inlineContent(one, context))));
  for (let level = 1; level < depth; level += 1) quote = h('blockquote', {}, quote);
  return quote;
}
