import type { Span } from '../compare/model.ts';
import type { Block } from '../document/model.ts';

/** Something a reader does not see in the words themselves: where a link leads, what is struck through or hidden, the number of an item. */
export type Aside =
  | { readonly kind: 'link'; readonly text: string; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'number'; readonly from: string; readonly to: string }
  | MarkAside;

/** What a reader sees of a text changed, the text did not. */
export interface MarkAside {
  readonly kind: 'struck' | 'unstruck' | 'hidden' | 'unhidden';
  readonly text: string;
}

/** Where a moved passage stood or stands: in another section; with its whole section after another; or within its own. */
export interface Whereabouts {
  readonly relation: 'in' | 'after' | 'within';
  /** Heading of that section; empty before the first. */
  readonly section: string;
}

/** What happened to a passage. */
export type Happening =
  | { readonly kind: 'added' | 'removed'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'reworded' | 'renumbered' | 'split' | 'merged';
      readonly block: Block;
      readonly spans: readonly Span[];
      readonly movedFrom: Whereabouts | null;
    }
  | { readonly kind: 'moved'; readonly blocks: readonly Block[]; readonly movedFrom: Whereabouts }
  | { readonly kind: 'asides'; readonly block: Block };

/** One change, numbered 1, 2, 3 … over the whole comparison in reading order. */
export type RedlineChange = Happening & {
  readonly number: number;
  readonly asides: readonly Aside[];
  /** What the change covers in either source; a finding's quotation is looked up by it. */
  readonly oldRanges: readonly SourceSpan[];
  readonly newRanges: readonly SourceSpan[];
};

/** UTF-16 offsets, end exclusive. */
export interface SourceSpan {
  readonly start: number;
  readonly end: number;
}

/** What stands in a section: a run of unchanged text, a change, or the place that a moved text left. */
export type RedlineEntry =
  | { readonly kind: 'unchanged'; readonly blocks: readonly Block[] }
  | { readonly kind: 'departed'; readonly movedTo: Whereabouts; readonly number: number }
  | RedlineChange;

/** A section of the comparison. `path` holds its headings, outermost first; empty before the first heading. */
export interface RedlineSection {
  readonly path: readonly string[];
  readonly entries: readonly RedlineEntry[];
  /** Changes in it, without the unchanged runs and the places that moved text left. */
  readonly changes: number;
}
