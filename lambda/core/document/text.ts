import { BlockWriter } from './block-writer.ts';
import type { Block, BlockKind, HeadingKind } from './model.ts';

interface Line {
  readonly text: string;
  readonly start: number;
}

const bullet = /^([-*+•·‣◦▪–—o]|\u2022)[ \t]+(?=\S)/;
/** As Markdown and HTML number lists; their reader sees the number, but it is no part of the text. */
const ordinal = /^(\d{1,3})[.)][ \t]+(?=\S)/;
const enumerated = /^(?:\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,5})[.)])[ \t]+(?=\S)/;
const underline = /^(?:={3,}|-{3,}|~{3,}|\*{3,})$/;
const numberedHeading =
  /^(?:(?:section|article|part|chapter|abschnitt|artikel)\s+)?(\d{1,2}(?:\.\d{1,2}){0,4})[.:)]?\s+\p{Lu}/iu;
const mostHeadingWords = 10;
const mostTitleWords = 20;

/**
 * Plain text into blocks: ALL CAPS lines, numbered short lines and underlined titles are headings, hard-wrapped lines
 * are joined, bullets and numbers begin list items; `(a)` and `iv.` stay in the text, as they do in Markdown.
 */
export function parseText(text: string): readonly Block[] {
  const writer = new BlockWriter();
  const paragraphs = paragraphsOf(text);
  paragraphs.forEach((lines, at) => writeParagraph(writer, lines, at === 0));
  return writer.finish();
}

function paragraphsOf(text: string): Line[][] {
  const paragraphs: Line[][] = [[]];
  let start = 0;
  for (const written of text.split('\n')) {
    const line = { text: written, start };
    start += written.length + 1;
    if (written.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((lines) => lines.length > 0);
}

function writeParagraph(writer: BlockWriter, lines: readonly Line[], first: boolean): void {
  lines.forEach((line, at) => {
    const bare = line.text.trim();
    if (underline.test(bare)) return endLine(writer);
    const kind = lineKind(lines, at, first && at === 0);
    if (kind !== null || isHeadingKind(writer.place.kind)) writer.flush();
    if (kind !== null) writer.place = { kind, depth: kind === 'li' ? depthOf(line.text) : 0 };
    else if (writer.isEmpty) writer.place = { kind: 'p', depth: 0 };
    const skip = line.text.length - line.text.trimStart().length + (kind === 'li' ? marker(writer, bare) : 0);
    writer.write(line.text.slice(skip), line.start + skip, line.start + line.text.trimEnd().length);
    writer.space();
  });
  endLine(writer);
}

/** The length of what marks a line as an item and is no part of its text; a number goes to the layout. */
function marker(writer: BlockWriter, text: string): number {
  const number = ordinal.exec(text);
  if (number !== null) writer.layout.number(Number(number[1]));
  return (number ?? bullet.exec(text))?.[0].length ?? 0;
}

function endLine(writer: BlockWriter): void {
  writer.flush();
  writer.place = { kind: 'p', depth: 0 };
}

/** The kind a line begins, null when it goes on with the block before it. */
function lineKind(lines: readonly Line[], at: number, first: boolean): BlockKind | null {
  const text = lines[at]?.text.trim() ?? '';
  const below = lines[at + 1]?.text.trim() ?? '';
  const above = lines[at - 1]?.text.trim() ?? '';
  const heading = headingKind(text, above, below, lines.length === 1, first);
  if (heading !== null) return heading;
  if (bullet.test(text) || enumerated.test(text)) return 'li';
  return at === 0 ? 'p' : null;
}

function headingKind(
  text: string,
  above: string,
  below: string,
  only: boolean,
  first: boolean,
): HeadingKind | null {
  const underlined = underline.test(below) && wordCount(text) <= mostTitleWords;
  if (underlined) return below.startsWith('=') ? 'h1' : 'h2';
  if (isNumberedHeading(text, only)) return headingLevel(text);
  if (isAllCaps(text) && !isAllCaps(above)) return first ? 'h1' : 'h2';
  const isTitle = first && only && wordCount(text) <= mostHeadingWords && !/[.;:,]$/.test(text);
  return isTitle && !bullet.test(text) ? 'h1' : null;
}

function isHeadingKind(kind: BlockKind): boolean {
  return kind.startsWith('h');
}

function isAllCaps(text: string): boolean {
  const words = wordCount(text);
  return words > 0 && words <= mostHeadingWords && /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}

function isNumberedHeading(text: string, alone: boolean): boolean {
  return (
    alone && numberedHeading.test(text) && wordCount(text) <= mostHeadingWords + 1 && !/[.;,]$/.test(text)
  );
}

function headingLevel(text: string): HeadingKind {
  const dots = (numberedHeading.exec(text)?.[1] ?? '').split('.').length;
  return dots <= 1 ? 'h2' : dots === 2 ? 'h3' : 'h4';
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function depthOf(line: string): number {
  const indent = line.length - line.trimStart().length;
  return 1 + Math.min(4, Math.floor(indent / 4));
}
