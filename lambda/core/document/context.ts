import type { Place } from './block-writer.ts';
import type { Tag } from './elements.ts';
import { headingOf, isFootnotes, itemElements, listElements } from './elements.ts';
import type { PagePart } from './landmarks.ts';
import { partInside, wholePage } from './landmarks.ts';

/** Where in an HTML tree a text stands, as far as it makes a difference to its block. */
export interface Context {
  readonly place: Place;
  readonly lists: number;
  readonly quotes: number;
  readonly inFootnotes: boolean;
  readonly inRow: boolean;
  readonly inPre: boolean;
  readonly isHidden: boolean;
  readonly part: PagePart;
}

/** The context of the document itself. */
export const outermost: Context = {
  place: { kind: 'p', depth: 0 },
  lists: 0,
  quotes: 0,
  inFootnotes: false,
  inRow: false,
  inPre: false,
  isHidden: false,
  part: wholePage,
};

/** The context inside a block element; `isRow` = it is a table row that is one block. */
export function inside(outer: Context, tag: Tag, isRow: boolean): Context {
  const { name } = tag;
  const context = {
    place: outer.place,
    lists: outer.lists + (listElements.has(name) ? 1 : 0),
    quotes: outer.quotes + (name === 'blockquote' ? 1 : 0),
    inFootnotes: outer.inFootnotes || isFootnotes(tag),
    inRow: outer.inRow || isRow,
    inPre: outer.inPre || name === 'pre',
    isHidden: outer.isHidden,
    part: partInside(outer.part, tag),
  };
  context.place = placeOf(name, context);
  return context;
}

function placeOf(name: string, { place, lists, quotes, inFootnotes, inRow }: Context): Place {
  if (inRow) return { kind: 'tr', depth: 0 };
  const heading = headingOf(name);
  if (heading !== null) return { kind: heading, depth: 0 };
  if (itemElements.has(name)) return { kind: inFootnotes ? 'footnote' : 'li', depth: Math.max(1, lists) };
  if (name === 'blockquote') return { kind: 'quote', depth: quotes };
  if (name === 'pre') return { kind: 'code', depth: 0 };
  return inFootnotes && place.kind === 'p' ? { kind: 'footnote', depth: 0 } : place;
}
