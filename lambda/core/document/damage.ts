import { lex } from '../compare/lex.ts';
import { mostBlocks } from './block-writer.ts';
import type { Block, Damage } from './model.ts';

/** What the parser knows that the text alone does not show. */
export interface Findings {
  readonly blocks: readonly Block[];
  /** The HTML that was read; empty for plain text. */
  readonly markup: string;
  readonly hidden: boolean;
  /** Which limit kept the structure from being read. */
  readonly limit: 'capped' | 'too-deep' | null;
}

const bidi = /[\u202a-\u202e\u2066-\u2069]/;
const mojibake =
  /\ufffd|\u00c3[\u0080-\u00bf]|\u00e2\u20ac[\u2122\u0153\u009d\u201c\u201d\u00a6]|\u00c2[\u00a0-\u00bf]/;
const unfinished =
  /(?:[,;(]|(?:^|\s)(?:the|a|an|and|or|of|to|in|for|with|by|that|which|our|your|der|die|und|oder|von|les|des|et|ou|los|las|y))$/i;

/** Everything that keeps a document from being trusted, each reason once. */
export function damageOf(source: string, found: Findings): readonly Damage[] {
  const text = found.blocks.map((block) => block.text).join('\n');
  const all: readonly (Damage | null)[] = [
    found.hidden ? { code: 'hidden-text', what: 'The page holds text that a reader does not see.' } : null,
    bidi.test(source) || bidi.test(text)
      ? {
          code: 'bidi-override',
          what: 'Control characters turn the direction of the text; it may read otherwise than it is.',
        }
      : null,
    mixed(text),
    isCutOff(found.markup)
      ? { code: 'truncated', what: 'The file ends inside a tag, comment or script.' }
      : null,
    found.limit === 'capped' || found.blocks.length > mostBlocks
      ? {
          code: 'capped',
          what: 'More markup, or more blocks, than any policy needs: read without its structure.',
        }
      : null,
    found.limit === 'too-deep'
      ? { code: 'too-deep', what: 'Nested too deep to be read with its structure; text may be missing.' }
      : null,
    endsOpen(found.blocks),
    template(found.blocks),
  ];
  return all.filter((one) => one !== null);
}

function mixed(text: string): Damage | null {
  const garbled = mojibake.exec(text);
  if (garbled !== null) {
    return {
      code: 'mixed-encoding',
      what: `"${around(text, garbled.index)}" was decoded with the wrong character set.`,
    };
  }
  const word = mixedScript(text);
  return word === null
    ? null
    : { code: 'mixed-encoding', what: `"${word}" mixes letters of two alphabets that look alike.` };
}

const swallowing: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/<!--/g, /-->/g],
  [/<(?:script|style|template|textarea|title)[\s>]/gi, /<\/(?:script|style|template|textarea|title)[\s>]/gi],
];

/** Does the markup end inside a tag, comment or script, which hides what follows? */
function isCutOff(markup: string): boolean {
  if (/<[a-z!/][^<>]*$/i.test(markup.slice(-2_000))) return true;
  return swallowing.some(([open, close]) => lastIndex(markup, open) > lastIndex(markup, close));
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(pattern)) last = index;
  return last;
}

/** The first word that mixes Latin with Cyrillic or Greek letters. */
function mixedScript(text: string): string | null {
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text)) return null;
  for (const [word] of text.matchAll(/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Latin}]{2,}/gu)) {
    if (/\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)) return word;
  }
  return null;
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 12), at + 12);
}

function endsOpen(blocks: readonly Block[]): Damage | null {
  const last = blocks.at(-1);
  if (
    last === undefined ||
    !['p', 'li', 'quote', 'footnote'].includes(last.kind) ||
    !unfinished.test(last.text)
  )
    return null;
  return { code: 'truncated', what: `The text ends in the middle of a sentence: "${last.text.slice(-40)}".` };
}

/** Tags that stand for text; the others (`if`, `else`, `end`) only choose it. */
const hiding = /^(?:\{\{|<%[-=]|\{%-?\s*(?:include|render|extends|import|partial|content|yield|block)\b)/;

/** Tags are common and harmless; a document that is mostly tags has its text elsewhere. */
function template(blocks: readonly Block[]): Damage | null {
  let words = 0;
  let tags = 0;
  for (const { text } of blocks) {
    if (!/[{<]/.test(text)) words += text.length / 6;
    else {
      for (const { kind, text: written } of lex(text)) {
        if (kind === 'template') tags += hiding.test(written) ? 1 : 0;
        else if (kind === 'word' || kind === 'number') words++;
      }
    }
  }
  if (tags === 0 || tags * 4 < words) return null;
  return {
    code: 'template',
    what: 'Most of the document is template tags; the text they stand for is not here.',
  };
}
