import type { Block, Cell } from './model.ts';

/** What a block keeps of how it was laid out, beside its words: number of a list item, cells of a row, broken lines. */
export type Layout = Pick<Block, 'ordinal' | 'cells' | 'breaks'>;

/** Collects the layout of the block that is being written. Offsets are those of its text. */
export class BlockLayout {
  private ordinal: number | null = null;
  private cells: { readonly at: number; readonly heading: boolean }[] = [];
  private breaks: number[] = [];
  private breakDue = false;

  /** The next block is the item of an ordered list with this number. */
  number(ordinal: number | null): void {
    this.ordinal = ordinal;
  }

  /** A cell begins behind what stands in the text so far, its separator included. */
  cell(at: number, heading: boolean): void {
    this.cells.push({ at, heading });
  }

  /** The author broke the line: the next folded space stands for it. */
  lineBreak(): void {
    this.breakDue = true;
  }

  spaceAt(offset: number): void {
    if (this.breakDue) this.breaks.push(offset);
    this.breakDue = false;
  }

  /** The layout of the block that ends here; the next one begins without any. */
  take(isItem: boolean, text: string): Layout {
    const { ordinal, cells, breaks } = this;
    this.forget();
    return {
      ...(isItem && ordinal !== null && { ordinal }),
      ...(cells.length > 0 && { cells: cells.map((_, index) => cellOf(cells, index, text.length)) }),
      ...(breaks.length > 0 && { breaks }),
    };
  }

  /** Nothing came of the block. An item keeps its number for the words that follow. */
  drop(): void {
    const { ordinal } = this;
    this.forget();
    this.ordinal = ordinal;
  }

  private forget(): void {
    this.ordinal = null;
    this.cells = [];
    this.breaks = [];
    this.breakDue = false;
  }
}

/** Cells stand between separators of three characters, ` | `, of which the text so far holds the first two. */
function cellOf(cells: readonly { at: number; heading: boolean }[], index: number, length: number): Cell {
  const { at, heading } = cells[index] ?? { at: 0, heading: false };
  const next = cells[index + 1];
  const start = Math.min(at === 0 ? 0 : at + 1, length);
  const end = next === undefined ? length : Math.max(start, next.at - 2);
  return { start, end, heading };
}
