import type { Edit } from '../residue.ts';
import type { Word } from '../words.ts';
import type { Neighbours } from './contact.ts';

/** The words that come or go where nothing stands in the other version, with what stands around that place there; null for a replacement. */
function lone(
  { deleted, inserted }: Edit,
  old: Neighbours,
  fresh: Neighbours,
): { readonly words: readonly Word[]; readonly own: Neighbours; readonly other: Neighbours } | null {
  if (inserted.length === 0) return { words: deleted, own: old, other: fresh };
  return deleted.length === 0 ? { words: inserted, own: fresh, other: old } : null;
}

/** `is getting deleted`, `gets deleted` and `is deleted`: `get` before a participle does no more than `be`. */
export function isGetPassive(edit: Edit, old: Neighbours, fresh: Neighbours): boolean {
  const found = lone(edit, old, fresh);
  return (
    found?.words.length === 1 &&
    found.words[0]?.key === 'get' &&
    /^\s*\p{L}+ed\b/u.test(found.own.rest) &&
    (/^\s*(?:is|are|was|were|be|been|being)\b/i.test(found.other.rest) ||
      /\b(?:is|are|was|were|be|been|being)\b[^.;,]*$/i.test(found.other.lead))
  );
}

const verbs = '(?:have|need|want|wish|would|do|choose|decide|believe|think|agree|disagree|prefer)';
const wantsSubject = new RegExp(`^\\s*${verbs}\\b`, 'i');

/** `If have a question` and `If you have a question`: a subject without which the clause is none. */
export function isSubjectMissed(edit: Edit, old: Neighbours, fresh: Neighbours): boolean {
  const found = lone(edit, old, fresh);
  return (
    found?.words.length === 1 &&
    found.words[0]?.key === 'you' &&
    ((/\b(?:if|when|whenever|once|unless|should)\s*$/i.test(found.other.lead) &&
      wantsSubject.test(found.other.rest)) ||
      (/\b(?:allow|enable|permit)(?:s|ed|ing)?\s*$/i.test(found.other.lead) &&
        /^\s*to \p{Ll}/u.test(found.other.rest)))
  );
}

/** `We at Ashford answer` and `We answer`: the name says again who `we` are. */
export function isApposition(edit: Edit, old: Neighbours, fresh: Neighbours): boolean {
  const found = lone(edit, old, fresh);
  return (
    found !== null &&
    found.words.length > 0 &&
    found.words.length <= 3 &&
    found.words.every(({ kind, canon }) => kind === 'word' && /^\p{Lu}/u.test(canon)) &&
    /\b(?:we|us) (?:here )?at (?:the )?$/i.test(found.own.lead)
  );
}

/** In such a list the joint tells whether one item is enough. */
const conditional = /\b(?:if|when|where|unless|any|one|either|cases?|circumstances|conditions?)\b/i;

/** `; and` at the end of a list item that others follow: the items are one list in either way of writing it. */
export function isListJoint(edit: Edit, old: Neighbours, fresh: Neighbours, leadIn: string): boolean {
  const found = lone(edit, old, fresh);
  return (
    !conditional.test(leadIn) &&
    found?.words.length === 1 &&
    found.words[0]?.key === 'well' &&
    /[;,]\s*$/.test(found.own.lead) &&
    /^\s*(?:\n|$)/.test(found.own.rest)
  );
}
