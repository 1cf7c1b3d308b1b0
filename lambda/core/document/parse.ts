import { damageOf } from './damage.ts';
import { withDates } from './date-marks.ts';
import type { FrontMatter } from './front-matter.ts';
import { frontMatterOf } from './front-matter.ts';
import type { ParsedHtml } from './html.ts';
import { parseHtml } from './html.ts';
import { detectLanguage, primarySubtag } from './language.ts';
import { LimitReached } from './limited-tree.ts';
import { rangeAttribute, renderMarkdown } from './markdown.ts';
import type { Block, PolicyDocument } from './model.ts';
import { narrowed } from './narrow.ts';
import { withoutImports } from './preamble.ts';
import type { Source } from './source.ts';
import { shield } from './template.ts';
import { parseText } from './text.ts';

/**
 * Parses a source into the one block model. Front matter and comments are no text, template tags are opaque words.
 * Never throws: what cannot be trusted is named in `damage`.
 */
export function parseDocument(source: Source): PolicyDocument {
  const front = frontMatterOf(source.text);
  const parsed = parseBody(source, withoutFront(source.text, front.end));
  const blocks = withDates(withTitle(parsed.blocks, front));
  return {
    format: source.format,
    source: source.text,
    title: titleOf(blocks),
    language: primarySubtag(parsed.lang) || primarySubtag(front.language) || detectLanguage(sampleOf(blocks)),
    blocks,
    damage: [...source.damage, ...damageOf(source.text, parsed)],
  };
}

function parseBody({ format }: Source, text: string): ParsedHtml {
  if (format === 'txt') return plain(text, null);
  if (format === 'md') return parseMarkdown(text);
  const { text: shielded, restore } = shield(text);
  return parseHtml(shielded, { rangeAttribute: null, restore });
}

function plain(text: string, limit: ParsedHtml['limit']): ParsedHtml {
  return { blocks: parseText(text), lang: '', hidden: false, markup: '', limit };
}

/** Markdown that would take too long is read as plain text: every mark in it is then text. */
function parseMarkdown(text: string): ParsedHtml {
  const { text: shielded, restore } = shield(withoutImports(text));
  try {
    const { html, tooDeep } = renderMarkdown(shielded);
    const parsed = parseHtml(html, { rangeAttribute, restore });
    return {
      ...parsed,
      blocks: parsed.blocks.map((block) => narrowed(block, text)),
      limit: parsed.limit ?? (tooDeep ? 'too-deep' : null),
    };
  } catch (error) {
    if (error instanceof LimitReached) return plain(text, error.code);
    throw error;
  }
}

/** Blanks front matter, so that offsets stay what they are. */
function withoutFront(text: string, end: number): string {
  return end === 0 ? text : text.slice(0, end).replace(/[^\n]/g, ' ') + text.slice(end);
}

/** The title of the front matter stands in for a missing h1. */
function withTitle(blocks: readonly Block[], { title }: FrontMatter): readonly Block[] {
  if (title === null || blocks.some(({ kind }) => kind === 'h1')) return blocks;
  const { text, range: source } = title;
  const heading: Block = { kind: 'h1', text, path: [], links: [], marks: [], depth: 0, source };
  return [heading, ...blocks.map((block) => ({ ...block, path: [text, ...block.path] }))];
}

function titleOf(blocks: readonly Block[]): string {
  const first =
    blocks.find(({ kind }) => kind === 'h1') ?? blocks.find(({ kind }) => /^h[2-6]$/.test(kind)) ?? blocks[0];
  return first?.text ?? '';
}

const sampled = 8_000;

function sampleOf(blocks: readonly Block[]): string {
  let sample = '';
  for (const { text } of blocks) {
    if (sample.length > sampled) break;
    sample += `${text}\n`;
  }
  return sample;
}
