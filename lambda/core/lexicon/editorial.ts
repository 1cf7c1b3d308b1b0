import tables from './editorial.json';
import { stem } from './inflection.ts';

type Phrase = readonly string[];

/** A rewrite of one phrase into its canonical phrase; words are lower case (stems where the table says so). */
export interface Rewrite {
  readonly from: Phrase;
  readonly to: Phrase;
}

/** Rewrites by their first word, longest first. */
export type Rewrites = ReadonlyMap<string, readonly Rewrite[]>;

/** `don't` -> `do not`. */
export const contractions: Rewrites = index(pairs(tables.contractions));
/** British and other variant spellings that no suffix rule covers -> American. */
export const spellings: Rewrites = index(pairs(tables.spelling));
/** `he or she` -> `they`. */
export const genderPairs: Rewrites = index(pairs(tables.genderPairs));
/** Same-meaning phrases -> the first of their row, over stems. */
export const synonyms: Rewrites = index(
  tables.synonyms.flatMap((row) => {
    const [first = '', ...rest] = row.split('|');
    const to = first.split(' ').map(stem);
    return rest.map((phrase) => ({ from: phrase.split(' ').map(stem), to }));
  }),
);
/** Words of the language that people write for one another by mistake, as `one=other`. */
export const slips: ReadonlySet<string> = new Set(tables.slips.split('|'));
/** Opposites, each pair in both directions and in base forms. */
export const antonyms: ReadonlySet<string> = new Set(
  tables.antonyms.split('|').flatMap((pair) => {
    const [one = '', other = ''] = pair.split('=').map(stem);
    return [`${one}=${other}`, `${other}=${one}`];
  }),
);
/** Words that carry grammar only: dropping or adding them is editorial. */
export const softWords: ReadonlySet<string> = new Set(
  tables.soft.split(' ').flatMap((word) => [word, stem(word)]),
);
/** Phrases that only lead the reader; they give way to nothing. */
export const setPhrases: Rewrites = index(
  tables.setPhrases.split('|').map((phrase) => ({ from: phrase.split(' '), to: [] })),
);
/** `old -> new` of products that their makers renamed, in base forms, in both directions. */
export const knownRenames: ReadonlySet<string> = new Set(
  tables.knownRenames.split('|').flatMap((pair) => {
    const [from = '', to = ''] = pair.split('=').map((name) => name.split(' ').map(stem).join(' '));
    return [`${from} -> ${to}`, `${to} -> ${from}`];
  }),
);
/** Stems of words that colour a sentence and say nothing: `simply`, `useful`. */
export const weightless: ReadonlySet<string> = new Set(tables.weightless.split(' ').map(stem));
/** Every function word, a wider set: never a typo, never a name. */
export const functionWords: ReadonlySet<string> = new Set(tables.function.split(' '));
/** Month names and their short forms in four languages. */
export const months: ReadonlySet<string> = new Set(tables.months.split(' '));
/** Words that a metadata date line is made of, besides the date itself. */
export const dateLabels: ReadonlySet<string> = new Set(tables.dateLabels.split(' '));
/** Words that may fill a metadata date line. */
export const dateFillers: ReadonlySet<string> = new Set([
  ...tables.dateFiller.split(' '),
  ...tables.weekdays.split(' '),
]);

function pairs(table: string): Rewrite[] {
  return table.split('|').map((pair) => {
    const [from = '', to = ''] = pair.split('=');
    return { from: from.split(' '), to: to.split(' ') };
  });
}

function index(rewrites: readonly Rewrite[]): Rewrites {
  const found = new Map<string, Rewrite[]>();
  for (const rewrite of rewrites) {
    const first = rewrite.from[0] ?? '';
    const known = found.get(first);
    if (known === undefined) found.set(first, [rewrite]);
    else known.push(rewrite);
  }
  for (const list of found.values()) if (list.length > 1) list.sort((a, b) => b.from.length - a.from.length);
  return found;
}

const suffixes: readonly (readonly [RegExp, string])[] = [
  [/is(e|es|ed|ing|er|ers|ation|ations|ational|able)$/, 'iz$1'],
  [/ys(e|es|ed|ing)$/, 'yz$1'],
  [/our(s|ed|ing|able|ite|ites|al|ally|less)?$/, 'or$1'],
  [/ll(ed|ing|er|ers)$/, 'l$1'],
  [/ogue(s)?$/, 'og$1'],
  [/([bt])re(s)?$/, '$1er$2'],
  [/ence(s)?$/, 'ense$1'],
];
const keepsSpelling = /^(?:our|four|your|hour|tour|pour|sour|flour|detour|contour|glamour)s?$/;

/** The American spelling of a lower-case English word, for comparing only (both sides go through it). */
export function americanSpelling(word: string): string {
  if (word.length < 5 || keepsSpelling.test(word)) return word;
  return suffixes.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), word);
}
