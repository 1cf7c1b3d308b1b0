import type { Customer } from './customer.ts';

/** One row as it lies in the table; `row` is parsed by whoever uses it, so that a bad one stops nobody else. */
export interface DirectoryRow {
  readonly customerId: string;
  readonly row: unknown;
}

/** `next` is the key to go on after, or null at the end of the segment. */
export interface DirectoryPage {
  readonly rows: readonly DirectoryRow[];
  readonly next: string | null;
}

/** The customers, read only. We never write to a table that the user may have brought along. */
export interface Directory {
  /**
   * At most `limit` rows of one of `totalSegments` disjoint segments, after the customer `startAfter` (null: from its
   * start), in an order that never changes for a row that stays. A page may be empty and still have a next one.
   * `startAfter` may be any customer id of the same segment, also one that has been deleted since.
   */
  page(
    segment: number,
    totalSegments: number,
    startAfter: string | null,
    limit: number,
  ): Promise<DirectoryPage>;
}

/** The one writer of the customers table that this project has: the command `customers import`. */
export interface DirectoryImport {
  /** Writes rows, replacing those with the same id; the same rows twice are harmless. */
  put(customers: readonly Customer[]): Promise<void>;
}
