import type { Link } from '../../document/model.ts';
import type { Edit } from '../residue.ts';
import type { Word } from '../words.ts';
import type { Neighbours } from './contact.ts';
import { isKnownWord } from './known-words.ts';

/** A link's words and its target. */
export type Label = Pick<Link, 'text' | 'href'>;

const bare = /^(?:here|this|this (?:page|link|website|document)|link|the link)$/i;
const bareNext = /^\s*(?:here|this (?:page|link|website|document))\b/i;

/** `read it [here]` and `read it on [the post page]`, or two names for one target: the words that a link wears. */
export function areLinkWords(
  { deleted, inserted }: Edit,
  labels: { readonly old: readonly Label[]; readonly new: readonly Label[] },
  near: { readonly old: Neighbours; readonly new: Neighbours },
): boolean {
  if (deleted.length === 0) return takesPlaceOfHere(inserted, labels.new, labels.old, near.old.rest);
  if (inserted.length === 0) return takesPlaceOfHere(deleted, labels.old, labels.new, near.new.rest);
  return (
    [...deleted, ...inserted].every(({ key }) => isKnownWord(key)) &&
    labels.old.some(
      (was) =>
        isIn(deleted, was) &&
        labels.new.some((is) => is.href === was.href && is.href !== '' && isIn(inserted, is)),
    )
  );
}

function takesPlaceOfHere(
  words: readonly Word[],
  own: readonly Label[],
  others: readonly Label[],
  otherRest: string,
): boolean {
  const said = words.filter(({ key }) => key !== 'our' && key !== 'your');
  return (
    said.length > 0 &&
    bareNext.test(otherRest) &&
    others.some(({ text }) => bare.test(text.trim())) &&
    own.some((label) => isIn(said, label))
  );
}

function isIn(words: readonly Word[], { text }: Label): boolean {
  const said = text.toLowerCase().split(/[^\p{L}\p{Nd}]+/u);
  return words.every(({ canon }) =>
    canon
      .toLowerCase()
      .split(/[^\p{L}\p{Nd}]+/u)
      .every((part) => said.includes(part)),
  );
}
