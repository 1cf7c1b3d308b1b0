import type { PolicyDocument } from '../../document/model.ts';
import { stem } from '../../lexicon/inflection.ts';
import type { Edit } from '../residue.ts';
import type { Word } from '../words.ts';
import type { Neighbours } from './contact.ts';
import { legalForm } from './edits.ts';
import { isKnownWord } from './known-words.ts';

const calledWe =
  /((?:\p{Lu}[\p{L}\d.-]*,? ?){1,4})(?:\(.{0,60}?)?["“'](?:we|us|our)["”']|["“'](?:we|us|our)["”'] (?:means|refers? to|is|are) ((?:\p{Lu}[\p{L}\d.-]*,? ?){1,4})/gu;
/** Definitions stand at the beginning. */
const opening = 12;

/** Names (as stems) under which a document speaks of its own company: strange words of its title, and what it calls "we". */
export function ownNamesOf({ title, blocks }: PolicyDocument): ReadonlySet<string> {
  const defined = blocks
    .slice(0, opening)
    .flatMap(({ text }) => [...text.matchAll(calledWe)].map(([, before, after]) => before ?? after ?? ''));
  const words = [title, ...defined].flatMap((text) => text.match(/\p{Lu}[\p{L}\d-]*/gu) ?? []);
  return new Set(words.map((word) => stem(word.toLowerCase())).filter((word) => !isKnownWord(word)));
}

const we = new Set(['we', 'us', 'our']);

/** `Ashford answers` and `we answer` in Ashford's own policy, or `the Company answers`: the same company speaks. */
export function isOwnName(
  { deleted, inserted }: Edit,
  names: ReadonlySet<string>,
  old: Neighbours,
  fresh: Neighbours,
): boolean {
  const isWe = (words: readonly Word[]): boolean => words.length === 1 && we.has(words[0]?.key ?? '');
  const isName = (words: readonly Word[]): boolean =>
    words.some(({ key }) => names.has(key)) &&
    words.every(({ key }) => names.has(key) || legalForm.test(key));
  const isCompany = ([word, more]: readonly Word[], { lead }: Neighbours): boolean =>
    word?.canon === 'Company' && more === undefined && /\bthe $/i.test(lead);
  return (
    (isWe(deleted) && (isName(inserted) || isCompany(inserted, fresh))) ||
    ((isName(deleted) || isCompany(deleted, old)) && isWe(inserted))
  );
}

/** `Ashford` and `Ashford, Inc.`: the legal form behind the same name comes or goes. */
export function isLegalFormOnly({ deleted, inserted, previous }: Edit): boolean {
  const words = deleted.length === 0 ? inserted : inserted.length === 0 ? deleted : [];
  return (
    words.length === 1 &&
    words.every(({ key }) => legalForm.test(key)) &&
    previous?.kind === 'word' &&
    /^\p{Lu}/u.test(previous.canon) &&
    !legalForm.test(previous.key)
  );
}
