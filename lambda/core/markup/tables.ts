import type { Block, Cell } from '../document/model.ts';
import { type Content, type Element, h } from './html.ts';
import { inlineContent, type LinkContext } from './inline.ts';

/** Renders table rows; wide tables scroll inside themselves, by keyboard too. */
export function tableContent(rows: readonly Block[], context: LinkContext, label: string): Content {
  const split = rows.map((row) => ({ row, cells: cellsOf(row) }));
  const first = split.findIndex(({ cells }) => !cells.every(({ heading }) => heading));
  const heads = first === -1 ? split : split.slice(0, first);
  const body = first === -1 ? [] : split.slice(first);
  const asRow = (one: (typeof split)[number], scope: 'col' | 'row'): Element =>
    rowContent(one.row, one.cells, context, scope);
  return h(
    'div',
    { class: 'scroll', role: 'group', tabindex: 0, 'aria-label': label },
    h(
      'table',
      {},
      heads.length === 0 ? null : h('thead', {}, ...heads.map((one) => asRow(one, 'col'))),
      body.length === 0 ? null : h('tbody', {}, ...body.map((one) => asRow(one, 'row'))),
    ),
  );
}

function rowContent(row: Block, cells: readonly Cell[], context: LinkContext, scope: 'col' | 'row'): Element {
  return h(
    'tr',
    {},
    ...cells.map(({ start, end, heading }) =>
      h(heading ? 'th' : 'td', { scope: heading ? scope : null }, inlineContent(row, context, start, end)),
    ),
  );
}

/** Rows of a document that names no cells are cut at their bars. */
function cellsOf({ text, cells }: Block): readonly Cell[] {
  if (cells !== undefined) return cells;
  const out: Cell[] = [];
  let start = 0;
  for (const part of text.split('|')) {
    const lead = part.length - part.trimStart().length;
    out.push({ start: start + lead, end: start + Math.max(lead, part.trimEnd().length), heading: false });
    start += part.length + 1;
  }
  return out;
}
