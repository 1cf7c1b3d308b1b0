import type { Directory, DirectoryRow } from '../core/customer/directory.ts';

const pageLimit = 1000;

/** The rows of one segment after `startAfter`, page by page; an end of a page shows as null, so that nobody waits long unasked. */
export async function* rowsOf(
  directory: Directory,
  segment: number,
  totalSegments: number,
  startAfter: string,
): AsyncGenerator<DirectoryRow | null> {
  let after: string | null = startAfter === '' ? null : startAfter;
  do {
    const page = await directory.page(segment, totalSegments, after, pageLimit);
    yield* page.rows;
    after = page.next;
    if (after !== null) yield null;
  } while (after !== null);
}
