import type { Block, PolicyDocument } from '../document/model.ts';

/** A run of text inside a reworded block. Joining `equal`+`delete` gives the old text, `equal`+`insert` the new one. */
export interface Span {
  readonly op: 'equal' | 'delete' | 'insert';
  readonly text: string;
}

/** A block with its position in its document. */
export interface Placed {
  readonly index: number;
  readonly block: Block;
}

/**
 * What happened to a block. Every block of both documents is in exactly one entry.
 * `kept` and `moved` = the same text, character for character; kind, links, marks and path may differ.
 * `moved` = off the spine of the order that both versions share; `renumbered` = equal but for numbering or cross-references.
 * `split` has several new blocks for one old one, `merged` the reverse; their spans run over the texts joined by one space.
 */
export type Alignment =
  | { readonly op: 'kept'; readonly old: Placed; readonly new: Placed }
  | {
      readonly op: 'renumbered';
      readonly old: Placed;
      readonly new: Placed;
      readonly moved: boolean;
      readonly spans: readonly Span[];
    }
  | { readonly op: 'moved'; readonly old: Placed; readonly new: Placed }
  | {
      readonly op: 'reworded';
      readonly old: Placed;
      readonly new: Placed;
      readonly moved: boolean;
      readonly spans: readonly Span[];
    }
  | {
      readonly op: 'split';
      readonly old: Placed;
      readonly new: readonly Placed[];
      readonly spans: readonly Span[];
    }
  | {
      readonly op: 'merged';
      readonly old: readonly Placed[];
      readonly new: Placed;
      readonly spans: readonly Span[];
    }
  | { readonly op: 'removed'; readonly old: Placed }
  | { readonly op: 'added'; readonly new: Placed };

/** Two versions aligned, in the order of the new document with removals where they stood. */
export interface Comparison {
  readonly old: PolicyDocument;
  readonly new: PolicyDocument;
  readonly alignments: readonly Alignment[];
  /** A cap was hit: some leaf was treated as rewritten. Forbids "minor". */
  readonly degraded: boolean;
  readonly counts: Readonly<Record<Alignment['op'], number>> & {
    readonly wordsDeleted: number;
    readonly wordsInserted: number;
  };
}
