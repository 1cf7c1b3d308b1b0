import type { Edit } from '../residue.ts';
import type { Word } from '../words.ts';
import { keysOf } from '../words.ts';
import type { Neighbours } from './contact.ts';

/** The words that come or go, where nothing takes their place or they take that of nothing; with what stands around them. */
function loneWords(
  { deleted, inserted }: Edit,
  old: Neighbours,
  fresh: Neighbours,
): readonly [readonly Word[], Neighbours] {
  if (inserted.length === 0) return [deleted, old];
  return deleted.length === 0 ? [inserted, fresh] : [[], old];
}

/** `both by day and by night`: `both` before two things that `and` joins already. */
export function isCorrelative(edit: Edit, old: Neighbours, fresh: Neighbours): boolean {
  const [words, { lead, rest }] = loneWords(edit, old, fresh);
  return (
    words.length === 1 &&
    words[0]?.key === 'both' &&
    /^[^.;:,]*\band\b/i.test(rest) &&
    !/\b(?:not|or|never)\b/i.test(`${lead} ${rest}`)
  );
}

const negated = /\b(?:not|never|no|nor|cannot|without)\b|n['’]t\b/i;

/** `no letters to strangers` and `no letters to any strangers`: under a negation `any` says what the bare noun says. */
export function isAnyNegated({ deleted, inserted }: Edit, before: string, after: string): boolean {
  const words = [...deleted, ...inserted];
  const upTo = (text: string): string => text.slice(0, text.search(/\bany\b/i));
  const saying = inserted.length > 0 ? after : before;
  return (
    words.length === 1 &&
    words[0]?.key === 'any' &&
    negated.test(upTo(saying)) &&
    !/[;:]|\b(?:but|unless|except|if|only|and)\b/i.test(upTo(saying))
  );
}

/** `your name and your address`: the possessive of the list's first item, said again before a later one; or `your` for `the` before what is the reader's own. */
export function isPossessiveRepeated(edit: Edit, old: Neighbours, fresh: Neighbours): boolean {
  const [words, { lead, rest }] = loneWords(edit, old, fresh);
  const other = edit.deleted.length > 0 ? fresh.rest : old.rest;
  return (
    words.length === 1 &&
    words[0]?.key === 'your' &&
    (/\byour [\p{L} ,-]*(?:,|\band|\bor)\s*$/iu.test(lead) ||
      (/^\s*the\b/i.test(other) && readersOwn.test(rest)))
  );
}

/** `the dashboard` and `your dashboard`: the reader uses none but his own. */
const readersOwn = /^\s*(?:\p{L}+ )?(?:browser|dashboard|settings|profile|account|device|computer|inbox)\b/iu;

/** What a text calls its own company, and what joins these words. */
const selves: ReadonlySet<string> = new Set('we us our ours or and as well'.split(' '));

/** `Ashford ("we" or "us")`: one more pronoun for the company that the text defines as `we`. */
export function isNameForUs(edit: Edit, old: Neighbours, fresh: Neighbours): boolean {
  const [words, { lead, rest }] = loneWords(edit, old, fresh);
  return (
    words.length > 0 &&
    words.every(({ key }) => selves.has(key)) &&
    /["“'](?:we|us|our)["”',]/i.test(`${lead} ${rest}`) &&
    /\([^)]*$/.test(lead)
  );
}

/** `but` for the canonical word that stands there in the other version, which has it written as `but` too. */
export function isContrast({ deleted, inserted }: Edit, old: Neighbours, fresh: Neighbours): boolean {
  return (
    (inserted.length === 0 && keysOf(deleted) === 'but' && /^\W*but\b/i.test(fresh.rest)) ||
    (deleted.length === 0 && keysOf(inserted) === 'but' && /^\W*but\b/i.test(old.rest))
  );
}
