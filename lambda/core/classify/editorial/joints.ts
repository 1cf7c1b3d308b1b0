import type { Edit } from '../residue.ts';
import type { Word } from '../words.ts';
import type { Neighbours } from './contact.ts';

const joining = new Set(['and', 'well', 'also', 'however', 'but', 'und', 'et', 'y']);
const ends = /[.!?:]["”’)]?\s*$/;
const begins = /^["”’)]?[.!?](?:\s|$)/;

/** `…, and we answer` and `…. We answer`: one sentence cut in two at its conjunction, or two put together. */
export function isSentenceSplit({ deleted, inserted }: Edit, old: Neighbours, fresh: Neighbours): boolean {
  const cut = (words: readonly Word[], own: Neighbours, other: Neighbours): boolean =>
    words.length === 1 &&
    joining.has(words[0]?.key ?? '') &&
    /[,;]\s*$/.test(own.lead) &&
    (ends.test(other.lead) || begins.test(other.rest));
  return (
    (inserted.length === 0 && cut(deleted, old, fresh)) || (deleted.length === 0 && cut(inserted, fresh, old))
  );
}

const introduces = new Set(
  'way follow these this method mean list item point after by address reason thing case how purpos'.split(
    ' ',
  ),
);

/** A colon at the end, template tags passed over. */
const opensList = /:\W*(?:\{%[^}]*%\}\s*)*$/;

/** The words that lead into a list: `by:`, `in these ways:`. */
export function isListLead({ deleted, inserted }: Edit, before: string, after: string): boolean {
  return (
    opensList.test(before) &&
    opensList.test(after) &&
    [...deleted, ...inserted].every(({ key }) => introduces.has(key))
  );
}

const parts = new Set([
  'section',
  'paragraph',
  'articl',
  'chapter',
  'part',
  'head',
  'below',
  'abov',
  'page',
  'after',
]);

/** `see "Letters"` and `see the "Letters" section below`: what the place that is pointed to is called. */
export function isPlaceWord({ deleted, inserted }: Edit, sentence: string): boolean {
  const all = [...deleted, ...inserted];
  if (
    /\b(?:section|clause|article)s?\b/i.test(sentence) &&
    all.every(({ key }) => key === 'below' || key === 'abov')
  )
    return true;
  return (
    /\b(?:see|refer|described|explained|set out|under)\b.*["“”«»]/i.test(sentence) &&
    all.every(({ key }) => parts.has(key))
  );
}
