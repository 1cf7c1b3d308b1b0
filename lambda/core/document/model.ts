/** The three formats a policy may be written in, by file extension. */
export const formats = ['md', 'html', 'txt'] as const;
export type Format = (typeof formats)[number];

export type HeadingKind = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
/** A part of a page that is not its text: menus, page header and footer, what stands beside. */
export type Landmark = 'navigation' | 'header' | 'footer' | 'aside';
export type BlockKind = HeadingKind | 'p' | 'li' | 'tr' | 'quote' | 'code' | 'footnote';

/** Where in the source text a block stands: UTF-16 offsets, end exclusive. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** A link inside a block: its words, its target as written, and where the words stand in the block's text. */
export interface Link extends SourceRange {
  readonly text: string;
  readonly href: string;
}

/** Inline presentation that changes what a reader sees: struck-through, hidden, emphasised; offsets into `text`. */
export interface Mark extends SourceRange {
  readonly kind: 'struck' | 'hidden' | 'strong' | 'emphasis' | 'code';
}

/**
 * One heading, paragraph, list item, table row, quote or footnote: what the comparison aligns.
 * `text` is what a reader sees, white space folded. `path` holds the headings above it, outermost first.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  readonly path: readonly string[];
  readonly links: readonly Link[];
  readonly marks: readonly Mark[];
  /** List depth (1 = outermost) or quote depth; 0 elsewhere. */
  readonly depth: number;
  readonly source: SourceRange;
  /** The number an item of an ordered list shows; absent for bullets and elsewhere. */
  readonly ordinal?: number;
  /** Where each cell of a table row stands in `text`; absent elsewhere. */
  readonly cells?: readonly Cell[];
  /** Places in `text`, each a folded space, where the author broke the line, as in a postal address. */
  readonly breaks?: readonly number[];
  /** Where dates of the document itself stand in `text`, as posting keeps them up ("Last updated: 3 May 2024"); absent without any. */
  readonly dates?: readonly SourceRange[];
  /** The innermost part of the page around it; absent in the text itself, and in Markdown and plain text without HTML. */
  readonly landmark?: Landmark;
}

/** A table cell: its place in the row's text, and whether it heads a column or row (`th`). */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly heading: boolean;
}

/** Why a document cannot be fully trusted; any of these forbids the verdict "minor". */
export interface Damage {
  readonly code:
    'capped' | 'truncated' | 'hidden-text' | 'bidi-override' | 'mixed-encoding' | 'template' | 'too-deep';
  readonly what: string;
}

/** A parsed policy text: the one model for Markdown, HTML and plain text. */
export interface PolicyDocument {
  readonly format: Format;
  /** The whole source text, newlines as `\n`, BOM removed. Source ranges point into it. */
  readonly source: string;
  /** First h1, else the first heading, else the first line; may be empty. */
  readonly title: string;
  /** BCP 47 primary subtag (`en`, `de` …) or `und` when it cannot be told. */
  readonly language: string;
  readonly blocks: readonly Block[];
  readonly damage: readonly Damage[];
}
