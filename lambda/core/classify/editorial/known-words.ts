import { functionWords, synonyms } from '../../lexicon/editorial.ts';
import { stem } from '../../lexicon/inflection.ts';
import { lexiconWords } from '../../lexicon/lexicon.ts';
import list from '../../lexicon/words.json';

const grammar: ReadonlySet<string> = new Set([...functionWords].flatMap((word) => [word, stem(word)]));
let gathered: ReadonlySet<string> | undefined;
/** Gathered when first asked for: most changes have no word that looks strange. */
function known(): ReadonlySet<string> {
  gathered ??= new Set([
    ...list.words.split(' ').map(stem),
    ...lexiconWords().map(stem),
    ...grammar,
    ...[...synonyms.values()].flatMap((rows) => rows.flatMap(({ from, to }) => [...from, ...to])),
  ]);
  return gathered;
}
const prefix = /^(?:un|re|non|pre|mis|over|sub|inter|in|dis)(?=\p{L}{4})/u;
const suffix =
  /(?:ly|ness|ment|ments|ation|ations|able|ible|al|ally|er|or|ers|ors|ive|ity|ful|less|ship|ance|ence|ing|ed)$/;

/** Is this lower-case word one that people write? Inflected and derived forms of listed words count, but of grammar words there are none (`withing`). */
export function isKnownWord(word: string): boolean {
  if (known().has(word) || derives(word)) return true;
  const bare = word.replace(prefix, '');
  return [bare, word.replace(suffix, ''), bare.replace(suffix, '')].some(
    (base) => base.length >= 4 && (derives(base) || derives(`${base}e`)),
  );
}

function derives(word: string): boolean {
  const base = stem(word);
  return known().has(base) && !grammar.has(base);
}
