import type { Edit } from '../residue.ts';
import { writtenWords } from '../terms.ts';
import type { Word } from '../words.ts';
import { keysOf } from '../words.ts';
import type { Neighbours } from './contact.ts';

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

/** `We will answer` and `We answer`, `will be stored` and `is stored`: what holds from now on, in either tense. */
export function isTense(edit: Edit, old: string, fresh: string): boolean {
  const { deleted, inserted, previous, next } = edit;
  const [one, other] = deleted.length === 0 ? [inserted, old] : [deleted, fresh];
  const own = deleted.length === 0 ? fresh : old;
  const verb = writtenWords(one).toLowerCase();
  if ((deleted.length > 0 && inserted.length > 0) || previous?.kind !== 'word' || next?.kind !== 'word')
    return false;
  if (verb === 'shall') return states.test(own) && stated.test(other);
  return verb === 'will' && !past.test(other) && next.key !== 'not';
}

/** `shall be governed` states what `is governed` states, and orders nobody (Garner, Legal Writing in Plain English, §35). */
const states = /^\s*(?:not )?(?:be|have)\b/i;
const stated = /^\s*(?:is|are|has|have)\b/i;

/** The verb of the sentence without `will` tells of what was. */
const past = /^\s*(?:have|has|had|was|were|did|\p{L}+(?:ed|pt|nt|ld|ught|id|de))\b/iu;

const inForce = /^whether (?:go|com|tak|becom|enter)(?: into)?(?: effect| forc| law| effectiv)+$/;
const laws =
  /\b(?:[Aa]ct|[Ll]aw|[Rr]egulation|[Dd]irective|[Cc]ode|[A-Z]{2,}PA|CPRA|GDPR|DSGVO|RGPD|DSA|DMA)\b/;

/** `when it goes into effect`, of a law that the sentence names, is gone: the day has come. */
export function isLawInForce({ deleted, inserted }: Edit, before: string): boolean {
  return inserted.length === 0 && inForce.test(keysOf(deleted)) && laws.test(before);
}

/** `Every user may ask` and `Users may ask`: said of the kind, it holds for each of them. */
export function isGenericSubject({ deleted, inserted }: Edit, old: string, fresh: string): boolean {
  const [one, other] = deleted.length === 0 ? [inserted, old] : [deleted, fresh];
  return (
    (deleted.length === 0 || inserted.length === 0) &&
    keysOf(one) === 'every' &&
    /^\W*(?:our |the )?(?:users|customers|members|visitors|buyers|sellers|participants|subscribers)\b/i.test(
      other,
    )
  );
}

const addressed: ReadonlySet<string> = new Set(['user=you', 'they=you', 'them=you', 'their=your']);

/** `Users open their boxes` and `You open your boxes`: the sentence speaks to the reader that it spoke of. */
export function isAddressed({ deleted, inserted }: Edit, before: string, after: string): boolean {
  const pair = ([from]: readonly Word[], [to]: readonly Word[]): string => `${from?.key}=${to?.key}`;
  const turns = (of: string, to: string): boolean =>
    /^\W*(?:(?:the|a|all|our) )?users?\b/i.test(of) && /^\W*you\b/i.test(to);
  const bare = (words: readonly Word[]): readonly Word[] => words.filter(({ key }) => key !== 'our');
  return (
    bare(deleted).length === 1 &&
    bare(inserted).length === 1 &&
    ((addressed.has(pair(bare(deleted), bare(inserted))) && turns(before, after)) ||
      (addressed.has(pair(bare(inserted), bare(deleted))) && turns(after, before)))
  );
}

/** `the terms … it` and `the terms … them`: a pronoun of another number for the same thing. */
export function isAgreement({ deleted, inserted }: Edit, old: string, fresh: string): boolean {
  const stands = (words: readonly Word[], rest: string): boolean =>
    words.length === 1 && /^(?:they|them|their)$/.test(words[0]?.key ?? '') && /^\W*(?:it|its)\b/i.test(rest);
  return (deleted.length === 0 && stands(inserted, old)) || (inserted.length === 0 && stands(deleted, fresh));
}

/** `Revision No. 2` and `Revision No. 3` at the beginning of a line, `version 2 of this notice`: the text counts its own versions. */
export function isRevision({ deleted, inserted }: Edit, old: Neighbours, fresh: Neighbours): boolean {
  const counted = (words: readonly Word[], { lead, rest }: Neighbours): boolean =>
    words.length === 1 &&
    /^v?\d[\d.]*$/.test(words[0]?.key ?? '') &&
    (revision.test(lead) || (/\b(?:version|revision) $/i.test(lead) && ofText.test(rest)));
  return counted(deleted, old) && counted(inserted, fresh);
}

const ofText =
  /^ of (?:this|these|the|our) (?:\p{L}+ ){0,3}?(?:policy|notice|terms|agreement|statement|document)\b/iu;

const revision =
  /(?:^|\n)\W*(?:\p{L}+ )?(?:revision|version|rev|edition|draft)\W{0,2}(?:no|nr|number)?\W{0,2}$/iu;
