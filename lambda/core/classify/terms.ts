import { americanSpelling, contractions } from '../lexicon/editorial.ts';
import { stem } from '../lexicon/inflection.ts';
import { termsIn } from '../lexicon/lexicon.ts';
import type { Term, TermClass } from '../lexicon/model.ts';
import { plainNumber } from './normal/numbers.ts';
import { rewrite } from './normal/rewrite.ts';
import type { Edit } from './residue.ts';
import type { Word } from './words.ts';
import { passageOf } from './words.ts';

/** The terms of a run of words, with the words they stand on. */
export interface PlacedTerm extends Term {
  readonly start: number;
  readonly end: number;
}

/** Finds the terms of a run of words; contractions are opened first, punctuation is passed over. */
export function placedTerms(words: readonly Word[]): PlacedTerm[] {
  const said = rewrite(withoutNumero(words), contractions).filter(
    ({ kind, key }) => kind !== 'punct' || /^[%$€£¥₹]$/.test(key),
  );
  return termsIn(said.map(spoken)).flatMap((term) => {
    const first = said[term.at];
    const last = said[term.at + term.length - 1];
    if (first === undefined || last === undefined) return [];
    const written = writtenWords(said.slice(term.at, term.at + term.length));
    return [{ ...term, written, start: first.start, end: last.end }];
  });
}

/** `No. 5` and `VAT no.: 5` deny nothing. */
function withoutNumero(words: readonly Word[]): readonly Word[] {
  return words.filter(({ key, end, sentence }, at) => {
    const [stop, next] = [words[at + 1], words[at + 2]];
    const isAbbreviated = stop?.key === '.' && stop.start === end && next?.sentence === sentence;
    return !(key === 'no' && isAbbreviated);
  });
}

/** Words as they stand in the text; a contraction that was opened stands there once. */
export function writtenWords(words: readonly Word[]): string {
  return words
    .filter(({ start }, index) => start !== words[index - 1]?.start)
    .map(({ text }) => text)
    .join(' ');
}

/** The word as the lexicon looks it up: without a possessive ending, and `US` told from `us`. */
function spoken({ key, canon }: Word): string {
  return canon === 'US' ? 'usa' : key.replace(/'s$|s'$|'$/, '');
}

/** The classes of all terms in some texts, such as the headings above a clause. */
export function classesOf(texts: readonly string[]): ReadonlySet<TermClass> {
  return new Set(placedTerms(passageOf(texts).words).map((term) => term.class));
}

/** The terms that unexplained edits took away and brought, each counted as often as it stands there. */
export function termShift(
  old: readonly Word[],
  fresh: readonly Word[],
  edits: readonly Edit[],
): { readonly lost: readonly Term[]; readonly gained: readonly Term[] } {
  const lost = placedTerms(old).filter((term) => edits.some((edit) => meets(term, edit.deleted, edit.oldAt)));
  const gained = placedTerms(fresh).filter((term) =>
    edits.some((edit) => meets(term, edit.inserted, edit.newAt)),
  );
  return withoutArticles(without(lost, gained), without(gained, lost));
}

const possessives: ReadonlySet<string> = new Set(['our', 'your', 'their', 'my', 'they', 'them', 'i', 'me']);

/** `our website` -> `the website`: a possessive that gives way to nothing names no other party. */
function withoutArticles(
  lost: readonly Term[],
  gained: readonly Term[],
): { readonly lost: readonly Term[]; readonly gained: readonly Term[] } {
  const actors = (terms: readonly Term[]): boolean =>
    terms.some((term) => term.class === 'actor' || term.class === 'party');
  const plain = (terms: readonly Term[]): Term[] => terms.filter(({ term }) => !possessives.has(term));
  if (actors(lost) && actors(gained)) return { lost, gained };
  return { lost: plain(lost), gained: plain(gained) };
}

function meets(term: PlacedTerm, words: readonly Word[], at: number): boolean {
  if (words.length === 0) return term.start < at && at < term.end;
  return words.some(({ start, end }) => start < term.end && term.start < end);
}

function without(terms: readonly PlacedTerm[], others: readonly PlacedTerm[]): Term[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(identity(other), (left.get(identity(other)) ?? 0) + 1);
  return terms
    .filter((term) => {
      const count = left.get(identity(term)) ?? 0;
      left.set(identity(term), count - 1);
      return count <= 0;
    })
    .map(({ class: termClass, term, at, length, written }) => ({
      class: termClass,
      term,
      at,
      length,
      ...(written === undefined ? {} : { written }),
    }));
}

const sameMeaning: ReadonlyMap<string, string> = new Map(
  Object.entries({
    shall: 'must',
    might: 'may',
    could: 'may',
    cannot: 'not',
    "n't": 'not',
    'required to': 'must',
    'be required': 'must',
    'have to': 'must',
    'has to': 'must',
    'need to': 'must',
    every: 'all',
    each: 'all',
    everyone: 'anyone',
    until: 'till',
    'obligated to': 'must',
    'obliged to': 'must',
    including: 'include',
    excluding: 'exclude',
    'third-party': 'third party',
    'sub-processor': 'subprocessor',
    'e-mail address': 'email address',
    us: 'we',
    'u.s.': 'usa',
    'united states': 'usa',
    them: 'they',
    me: 'i',
    ours: 'our',
    yours: 'your',
  }),
);

function identity({ class: termClass, term }: Term): string {
  if (termClass === 'number') return `number:${plainNumber(term)}`;
  const canon = sameMeaning.get(term) ?? term;
  return `${termClass}:${canon
    .replaceAll('-', ' ')
    .split(' ')
    .map((word) => stem(americanSpelling(word)))
    .join(' ')}`;
}
