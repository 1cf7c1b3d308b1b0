import type { Edit } from '../residue.ts';
import { writtenWords } from '../terms.ts';
import type { Word } from '../words.ts';

/** `shall` and `will` both promise (Garner, Legal Writing in Plain English, §35). */
const equalForce: ReadonlySet<string> = new Set(['shall=will', 'will=shall']);
const prohibits: ReadonlySet<string> = new Set(['must=may', 'may=must']);
const permits: ReadonlySet<string> = new Set(['can=may', 'may=can']);
const readers: ReadonlySet<string> = new Set(
  'you user customer member visitor buyer seller participant'.split(' '),
);

/** One modal verb for another that binds as much: `shall` for `will`, and to the reader `can` for `may` and `may not` for `must not`. */
export function isEqualForce({ deleted, inserted, previous, next }: Edit): boolean {
  const [from, to] = [deleted, inserted].map((words) => writtenWords(words).toLowerCase());
  return (
    equalForce.has(`${from}=${to}`) ||
    (readers.has(previous?.key ?? '') && (next?.key === 'not' ? prohibits : permits).has(`${from}=${to}`))
  );
}

/** `We will answer` and `We answer`: what the company says of itself holds from now on in either tense. */
export function isTense({ deleted, inserted, previous, next }: Edit): boolean {
  const one = deleted.length === 0 ? inserted : inserted.length === 0 ? deleted : [];
  return (
    one.length === 1 &&
    writtenWords(one).toLowerCase() === 'will' &&
    previous?.key === 'we' &&
    next !== null &&
    next.kind === 'word' &&
    next.key !== 'not'
  );
}

const addressed: ReadonlySet<string> = new Set(['user=you', 'they=you', 'them=you', 'their=your']);

/** `Users open their boxes` and `You open your boxes`: the sentence speaks to the reader that it spoke of. */
export function isAddressed({ deleted, inserted }: Edit, before: string, after: string): boolean {
  const pair = ([from]: readonly Word[], [to]: readonly Word[]): string => `${from?.key}=${to?.key}`;
  const turns = (of: string, to: string): boolean =>
    /^\W*(?:(?:the|a|all|our) )?users?\b/i.test(of) && /^\W*you\b/i.test(to);
  return (
    deleted.length === 1 &&
    inserted.length === 1 &&
    ((addressed.has(pair(deleted, inserted)) && turns(before, after)) ||
      (addressed.has(pair(inserted, deleted)) && turns(after, before)))
  );
}

/** `the terms … it` and `the terms … them`: a pronoun of another number for the same thing. */
export function isAgreement({ deleted, inserted }: Edit, old: string, fresh: string): boolean {
  const stands = (words: readonly Word[], rest: string): boolean =>
    words.length === 1 && /^(?:they|them|their)$/.test(words[0]?.key ?? '') && /^\W*(?:it|its)\b/i.test(rest);
  return (deleted.length === 0 && stands(inserted, old)) || (inserted.length === 0 && stands(deleted, fresh));
}

/** `Revision No. 2` and `Revision No. 3` at the beginning of a line: the text counts its own versions. */
export function isRevision({ deleted, inserted }: Edit, old: string, fresh: string): boolean {
  const counted = (words: readonly Word[], lead: string): boolean =>
    words.length === 1 && /^v?\d[\d.]*$/.test(words[0]?.key ?? '') && revision.test(lead);
  return counted(deleted, old) && counted(inserted, fresh);
}

const revision =
  /(?:^|\n)\W*(?:\p{L}+ )?(?:revision|version|rev|edition|draft)\W{0,2}(?:no|nr|number)?\W{0,2}$/iu;
