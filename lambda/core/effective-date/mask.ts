import type { Format } from '../document/model.ts';
import { markupSpans } from './markup.ts';
import type { View } from './view.ts';

/** Emphasis, code and link marks of Markdown; blanked in plain text too, where they are decoration. */
const marks = /\]\([^()\n]{0,2000}\)|[*_~`^\\[\]]/g;
const rule = /^[^\S\n]*[-=*_](?:[^\S\n]*[-=*_]){2,}[^\S\n]*$/gm;
const spaceEntity = /&(?:nbsp|#160|#xa0|ensp|emsp|thinsp);/gi;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Shows a text as its reader sees it, offset for offset: tags, comments, scripts, front matter, fenced code and
 * emphasis become spaces; the ends of blocks become newlines; a cell begins with `|`, a list item with `-`, a
 * heading with `#`.
 * In HTML a newline of the source is a space. Linear in the length of the text.
 */
export function viewOf(source: string, format: Format, frontMatterEnd: number): View {
  const blanked = blank(source, 0, frontMatterEnd);
  const unfenced = format === 'md' ? withoutFences(blanked) : blanked;
  const plain = format === 'txt' ? unfenced : withoutTags(unfenced, format);
  const visible = format === 'html' ? plain : plain.replaceAll(rule, spaces).replaceAll(marks, spaces);
  return { source, visible: format === 'txt' ? visible : visible.replaceAll(spaceEntity, spaces) };
}

/** A fence that is never closed is left as it is: what follows may well be text. */
function withoutFences(text: string): string {
  const all = text.split('\n');
  let open: { readonly line: number; readonly mark: string } | null = null;
  for (const [line, words] of all.entries()) {
    const mark = fence.exec(words)?.[1];
    if (open === null) open = mark === undefined ? null : { line, mark };
    else if (mark?.startsWith(open.mark) === true) {
      for (let inside = open.line; inside <= line; inside++) all[inside] = spaces(all[inside] ?? '');
      open = null;
    }
  }
  return all.join('\n');
}

function withoutTags(text: string, format: Format): string {
  const out: string[] = [];
  let at = 0;
  for (const span of markupSpans(text)) {
    out.push(flow(text.slice(at, span.start), format));
    out.push(span.shownAs.padEnd(span.end - span.start, ' '));
    at = span.end;
  }
  out.push(flow(text.slice(at), format));
  return out.join('');
}

/** In HTML, lines of the source mean nothing. */
function flow(text: string, format: Format): string {
  return format === 'html' ? text.replaceAll('\n', ' ') : text;
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + spaces(text.slice(start, end)) + text.slice(end);
}

function spaces(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}
