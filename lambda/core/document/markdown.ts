import type { Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import { footnotes } from './footnotes.ts';
import { brakes, Effort } from './limited-markdown.ts';

const markdown = new MarkdownIt({ html: true }).use(footnotes).use(brakes);
// Targets stay as written: what is emitted later is rebuilt and checked there, and a changed target must be seen here.
// So do the texts that show them, `<https://…>`.
markdown.normalizeLink = (href) => href;
markdown.normalizeLinkText = (text) => text;
markdown.validateLink = () => true;
const nestingLimit = 100;

/** The attribute that tells, as `start:end`, where in the Markdown the text that follows stands; on `wbr` and `tr`. */
export const rangeAttribute = 'data-source-range';

/** Markdown as HTML with range attributes. They stand on elements, not in comments, so that they cannot end a comment. */
export interface RenderedMarkdown {
  readonly html: string;
  /** Nested so deep that markdown-it dropped text. */
  readonly tooDeep: boolean;
}

/** Renders CommonMark with tables, strikethrough and raw HTML. Throws LimitReached when that would take too long. */
export function renderMarkdown(text: string): RenderedMarkdown {
  const lines = lineStarts(text);
  const tokens = markdown.parse(text, { effort: new Effort() });
  const html = tokens.map((token) => rangeOf(token, lines) + render(token)).join('');
  return { html, tooDeep: tokens.some(isTooDeep) };
}

function render(token: Token): string {
  return markdown.renderer.render([token], markdown.options, {});
}

function isTooDeep(token: Token): boolean {
  return (
    token.level >= nestingLimit - 1 || (token.children ?? []).some(({ level }) => level >= nestingLimit - 1)
  );
}

const positioned = new Set(['paragraph_open', 'heading_open', 'fence', 'code_block', 'html_block']);

/** A table row carries the attribute itself: between rows no other element may stand. */
function rangeOf(token: Token, lines: readonly number[]): string {
  if (token.map === null) return '';
  const range = `${lines[token.map[0]] ?? 0}:${lines[token.map[1]] ?? lines.at(-1) ?? 0}`;
  if (token.type === 'tr_open') token.attrSet(rangeAttribute, range);
  return positioned.has(token.type) ? `<wbr ${rangeAttribute}="${range}">` : '';
}

/** Offset of the start of each line, and one past the end of the text. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  starts.push(text.length);
  return starts;
}
