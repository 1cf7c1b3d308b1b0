import type { Edit } from '../residue.ts';
import type { Word } from '../words.ts';
import { keysOf } from '../words.ts';
import type { Neighbours } from './contact.ts';

const tags = new Set(
  'br hr p div span li ul ol td tr th tbody thead table img a b i u em strong h1 h2 h3 h4 h5 h6 nbsp amp quot section article header footer nav main aside class id href src rel target style width height align'.split(
    ' ',
  ),
);

/** Names of tags that a capture left in the text: `</li> <li>`. A bare `a` or `main` in a sentence stands between no angle brackets. */
export function isTagDebris(words: readonly Word[], { lead, rest }: Neighbours): boolean {
  if (words.length === 0) return true;
  const isInside = /<\/?[^<>]*$/.test(lead) && /^[^<>]*\/?>/.test(rest);
  return isInside && words.every(({ key, kind }) => kind === 'word' && tags.has(key));
}

/** `[edit]`, `[citation needed]`: what a wiki writes beside its text. */
export function isWikiMark({ deleted, inserted }: Edit, old: Neighbours, fresh: Neighbours): boolean {
  return [
    { words: deleted, near: old },
    { words: inserted, near: fresh },
  ].every(
    ({ words, near }) =>
      words.length === 0 ||
      (/\[\s*$/.test(near.lead) &&
        /^\s*\]/.test(near.rest) &&
        /^(?:edit|edit sourc|citation need|update)$/.test(keysOf(words))),
  );
}

/** A patent, registration or revision number: six figures or more with at most two letters before them. */
const identifier = /^[a-z]{0,3}\d{6,}[a-z]?\d?$/;

/** Only numbers by which things are filed, in a list of at least one other. */
export function areIdentifiers({ deleted, inserted, previous, next }: Edit): boolean {
  const isOne = ({ key }: Word): boolean => identifier.test(key);
  const beside = [previous, next].some((word) => word !== null && isOne(word));
  return beside && [...deleted, ...inserted].every(isOne);
}

const instruction =
  /^(?:add|insert|enter|list|name|specify|describe|fill|your|company|organi[sz]ation|date|address|todo|tbd|tba|xxx|link|placeholder|x+)\b/;

/** A note of the author to himself in brackets that is gone: `[insert name of the shop]`. */
export function isPlaceholderDropped({ deleted, inserted }: Edit, { lead, rest }: Neighbours): boolean {
  return (
    inserted.length === 0 &&
    /[[<]\s*$/.test(lead) &&
    /^\W{0,2}[\]>]/.test(rest) &&
    instruction.test(keysOf(deleted))
  );
}
