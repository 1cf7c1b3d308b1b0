import type { View } from './view.ts';

/** A non-blank row of the visible text. */
export interface Row {
  readonly text: string;
  /** Offset of `text` in the view. */
  readonly start: number;
  readonly heading: boolean;
  /** A list item or a table row. */
  readonly item: boolean;
  /** A reader sees it begin: it does not go on with a sentence of the row above … */
  readonly opens: boolean;
  /** … nor does the row below go on with it. */
  readonly closes: boolean;
}

/** A row shorter than this is not wrapped prose: the next one, if it begins with a capital, is something new. */
const wrapWidth = 60;

/**
 * The rows of a view. With `paragraphs`, neighbouring rows may be one wrapped paragraph (Markdown, plain text);
 * without, every row is a block of its own (HTML).
 */
export function rowsOf(view: View, paragraphs: boolean): readonly Row[] {
  const rows: Row[] = [];
  const all = view.visible.split('\n');
  let start = 0;
  for (const [index, text] of all.entries()) {
    if (text.trim() !== '') {
      const above = all[index - 1] ?? '';
      const below = all[index + 1] ?? '';
      rows.push({
        text,
        start,
        heading: /^\s*#/.test(text),
        item:
          /^\s*(?:[-+•|]|\d{1,3}[.)]\s)/.test(text) ||
          /^[*]\s/.test(
            view.source
              .slice(start, start + 20)
              .trimStart()
              .slice(0, 2),
          ),
        opens: !paragraphs || endsBlock(above, text) || /^\s*[-+#>|]/.test(text),
        closes: !paragraphs || !/^\s*\p{Ll}/u.test(below),
      });
    }
    start += text.length + 1;
  }
  return rows;
}

function endsBlock(row: string, next: string): boolean {
  if (row.trim() === '' || /\s{2}$/.test(row) || /^\s*#/.test(row)) return true;
  return row.length < wrapWidth && /^\P{L}*\p{Lu}/u.test(next);
}
