import type { Block, PolicyDocument } from '../document/model.ts';

export type HeadingTag = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
const headingTags: readonly HeadingTag[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** A heading as the page shows it: its level put in order, and an id that is unique on the page. */
export interface OutlineEntry {
  readonly block: Block;
  readonly tag: HeadingTag;
  readonly id: string;
}

/** Is the block a heading? */
export function isHeading(block: Block): boolean {
  return /^h[1-6]$/u.test(block.kind);
}

/**
 * The headings of a document in an order assistive technology can follow: one h1, no level skipped.
 * When the document does not begin with an h1, the page supplies it and all its headings start at h2.
 */
export function outlineOf(document: PolicyDocument, taken: readonly string[]): readonly OutlineEntry[] {
  const name = uniqueNames(taken);
  const titled = hasOwnTitle(document);
  let level = 1;
  return document.blocks.filter(isHeading).map((block, index) => {
    const wanted = Number(block.kind.slice(1));
    level = titled && index === 0 ? 1 : Math.max(2, Math.min(wanted, level + 1));
    return { block, tag: headingTags[level - 1] ?? 'h6', id: name(block.text) };
  });
}

/** Does the document open with its own h1? */
export function hasOwnTitle(document: PolicyDocument): boolean {
  return document.blocks[0]?.kind === 'h1';
}

/** Names ids after texts: `Your rights` -> `your-rights`, then `your-rights-2`. */
export function uniqueNames(taken: readonly string[]): (text: string) => string {
  const used = new Set(taken);
  const next = new Map<string, number>();
  return (text) => {
    const plain = slug(text);
    let id = plain;
    for (let count = next.get(plain) ?? 2; used.has(id); count += 1) {
      id = `${plain}-${count}`;
      next.set(plain, count + 1);
    }
    used.add(id);
    return id;
  };
}

/** Letters, digits and hyphens of the text, in lower case; `section` when it has none. */
export function slug(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, 60).replace(/-$/u, '') || 'section';
}
