import {
  americanSpelling,
  contractions,
  genderPairs,
  softWords,
  spellings,
  synonyms,
} from '../../lexicon/editorial.ts';
import { stem } from '../../lexicon/inflection.ts';
import type { Word } from '../words.ts';
import { rekeyed, runsBy, sameWords } from '../words.ts';
import { bySite, hasProtectedAddress, wholeAddresses, withoutProtectedAddresses } from './addresses.ts';
import { withoutClosingDate } from './closing-date.ts';
import { clockTimes } from './clock.ts';
import { plainDays } from './day-order.ts';
import { isDateLine, withoutCopyrightYears, withoutDatePhrases } from './dates.ts';
import { isGarbled, withoutGarbling } from './encoding.ts';
import { withoutMisspellings } from './misspellings.ts';
import { plainNumbers } from './numbers.ts';
import { withoutPairForms } from './pair-forms.ts';
import { plainPeriods } from './periods.ts';
import { joiningContrast, withoutSetPhrases } from './phrases.ts';
import { withoutNumbering, withoutReferenceNumbers } from './references.ts';
import { rewrite } from './rewrite.ts';
import { wholeSpeltAddresses } from './spelt-addresses.ts';
import { withoutHyphens, withoutPossessives, withoutPunctuation } from './typography.ts';

/** A canonical form: two texts equal under it differ only in what its name says. */
export interface Transformation {
  readonly name: string;
  /** One side of the pair in the light of the other; most look at their own side alone. */
  readonly apply: (words: readonly Word[], other: readonly Word[]) => Word[];
  /** Applied only when one side of the pair calls for it. */
  readonly when?: (words: readonly Word[]) => boolean;
}

const eachWord =
  (change: (key: string) => string) =>
  (words: readonly Word[]): Word[] =>
    words.map((word) => (word.kind === 'word' ? rekeyed(word, change(word.key)) : word));

/** `{: #anchor .class }` and `{#anchor}` as some Markdown dialects write them. */
const withoutAttributes = (words: readonly Word[]): Word[] => {
  const out: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const opens = words[at]?.key === '{' && /^[:#.]/.test(words[at + 1]?.key ?? '');
    const end = opens
      ? words.findIndex(({ key }, index) => index > at && index < at + 40 && key.startsWith('}'))
      : -1;
    const word = words[at];
    if (end > 0) at = end;
    else if (word !== undefined) out.push(word);
  }
  return out;
};

/** `the the shop`: a word right beside itself, once. */
const withoutDoubled = (words: readonly Word[]): Word[] =>
  words.filter(({ kind, key, sentence }, at) => {
    const before = words[at - 1];
    return kind !== 'word' || key !== before?.key || sentence !== before.sentence;
  });

const withoutDates = (words: readonly Word[]): Word[] =>
  withoutDatePhrases(
    runsBy(words, 'sentence').flatMap((run) => (isDateLine(run) ? [] : withoutClosingDate(run))),
  );

/** In the order in which they are applied: later ones build on earlier ones. */
export const transformations: readonly Transformation[] = [
  { name: 'encoding', apply: withoutGarbling, when: isGarbled },
  { name: 'markup escape', apply: wholeAddresses },
  { name: 'spelt e-mail address', apply: wholeSpeltAddresses },
  { name: 'markup attribute', apply: withoutAttributes },
  { name: 'numbering', apply: (words) => runsBy(words, 'block').flatMap(withoutNumbering) },
  { name: 'metadata date', apply: withoutDates },
  { name: 'copyright year', apply: withoutCopyrightYears },
  { name: 'doubled word', apply: withoutDoubled },
  { name: 'spelling', apply: withoutMisspellings },
  { name: 'contraction', apply: (words) => rewrite(words, contractions) },
  { name: 'time of day', apply: clockTimes },
  { name: 'connective', apply: joiningContrast },
  { name: 'punctuation', apply: withoutPunctuation },
  { name: 'set phrase', apply: withoutSetPhrases },
  { name: 'protected e-mail address', apply: withoutProtectedAddresses, when: hasProtectedAddress },
  { name: 'web address on the same site', apply: bySite },
  { name: 'possessive', apply: withoutPossessives },
  { name: 'gender-neutral wording', apply: (words) => withoutPairForms(rewrite(words, genderPairs)) },
  { name: 'spelling variant', apply: (words) => eachWord(americanSpelling)(rewrite(words, spellings)) },
  { name: 'hyphenation', apply: withoutHyphens },
  { name: 'number format', apply: plainNumbers },
  { name: 'date format', apply: plainDays },
  { name: 'cross-reference number', apply: withoutReferenceNumbers },
  { name: 'inflection', apply: eachWord(stem) },
  { name: 'equal period', apply: plainPeriods },
  { name: 'synonym', apply: (words) => rewrite(words, synonyms) },
  { name: 'function word', apply: (words) => words.filter(({ key }) => !softWords.has(key)) },
];

/** The canonical forms of a pair under the named transformations, all of them when no names are given. */
export function normalised(
  before: readonly Word[],
  after: readonly Word[],
  names: ReadonlySet<string> | null = null,
): readonly [Word[], Word[]] {
  return passed(before, after, names, () => {});
}

/** The names of the transformations that change anything in a pair when all are applied. */
export function namesAtWork(before: readonly Word[], after: readonly Word[]): ReadonlySet<string> {
  const names = new Set<string>();
  passed(before, after, null, (name) => names.add(name));
  return names;
}

type Pair = readonly [Word[], Word[]];

function passed(
  before: readonly Word[],
  after: readonly Word[],
  names: ReadonlySet<string> | null,
  changed: (name: string) => void,
): Pair {
  let pair: Pair = [[...before], [...after]];
  for (const { name, apply, when } of transformations) {
    if (names !== null && !names.has(name)) continue;
    if (when !== undefined && !pair.some(when)) continue;
    const first = apply(pair[0], pair[1]);
    const next: Pair = [first, apply(pair[1], first)];
    if (!sameWords(pair[0], next[0]) || !sameWords(pair[1], next[1])) changed(name);
    pair = next;
  }
  return pair;
}
