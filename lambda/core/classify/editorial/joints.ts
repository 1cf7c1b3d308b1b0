import type { Edit } from '../residue.ts';
import type { Word } from '../words.ts';
import type { Neighbours } from './contact.ts';

const joining = new Set(['and', 'well', 'also', 'however', 'but', 'und', 'et', 'y']);
const ends = /[.!?:]["”’)]?\s*$/;
const begins = /^["”’)]?[.!?](?:\s|$)/;

/** A clause with a subject of its own follows. */
const clause = /^\s*(?:we|you|they|it|this|these|our|your|the)\b/i;
/** With one of these a clause may hold for both halves of a sentence: cut in two, the second half is free of it. */
const reaching =
  /\b(?:if|when|whenever|where|unless|until|once|provided|except|only|without|with (?:your|prior)|subject to)\b|^\W*(?:for|in|on|upon|after|before|during|by) /i;

/** `…, and we answer` and `…. We answer`: one sentence cut in two at its conjunction, or two put together. */
export function isSentenceSplit(
  { deleted, inserted }: Edit,
  old: Neighbours & { readonly head: string },
  fresh: Neighbours & { readonly head: string },
): boolean {
  const cut = (words: readonly Word[], own: typeof old, other: Neighbours): boolean =>
    words.length === 1 &&
    joining.has(words[0]?.key ?? '') &&
    (/[,;]\s*$/.test(own.lead) || clause.test(own.rest)) &&
    !reaching.test(own.head) &&
    (ends.test(other.lead) || begins.test(other.rest));
  return (
    (inserted.length === 0 && cut(deleted, old, fresh)) || (deleted.length === 0 && cut(inserted, fresh, old))
  );
}

/** `…, which are files` and `…. These are files`: a clause that only adds is a sentence of its own, or the reverse. */
export function isRelativeSplit({ deleted, inserted }: Edit, old: Neighbours, fresh: Neighbours): boolean {
  const cut = (words: readonly Word[], own: Neighbours, other: Neighbours): boolean =>
    words.length === 1 &&
    words[0]?.key === ',' &&
    /^\s*which\b/.test(own.rest) &&
    /^\s*[.!]\s+(?:This|These|It|They|Those)\b/.test(other.rest);
  return (
    (inserted.length === 0 && cut(deleted, old, fresh)) || (deleted.length === 0 && cut(inserted, fresh, old))
  );
}

const allOfThem =
  /,? (?:if|that|which|provided that|as long as|when) (?:(?:it )?(?:meets?|satisf(?:y|ies)|fulfils?) )?all (?:of )?(?:the following |these |the )?(?:conditions|criteria|requirements)(?: are (?:met|satisfied|fulfilled)| apply)?\s*:\W*$/i;

/** `if all conditions are met:` and `that meets all of the following conditions:`: what follows has to hold, all of it. */
export function isSameCondition(before: string, after: string): boolean {
  const [was, is] = [before, after].map((text) => text.replace(allOfThem, ' ‹all›'));
  return was !== before && is !== after && was === is;
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
