import { functionWords, synonyms } from '../../lexicon/editorial.ts';
import { stem } from '../../lexicon/inflection.ts';
import { lexiconWords } from '../../lexicon/lexicon.ts';
import list from '../../lexicon/words.json';

const known: ReadonlySet<string> = new Set([
  ...list.words.split(' ').map(stem),
  ...lexiconWords().map(stem),
  ...[...functionWords].map(stem),
  ...[...synonyms.values()].flatMap((rows) => rows.flatMap(({ from, to }) => [...from, ...to])),
]);
const prefix = /^(?:un|re|non|pre|mis|over|sub|inter|in|dis)(?=\p{L}{4})/u;
const suffix =
  /(?:ly|ness|ment|ments|ation|ations|able|ible|al|ally|er|or|ers|ors|ive|ity|ful|less|ship|ance|ence|ing|ed)$/;

/** Is this lower-case word one that people write? Inflected and derived forms of listed words count. */
export function isKnownWord(word: string): boolean {
  if (known.has(stem(word)) || known.has(word)) return true;
  const bare = word.replace(prefix, '');
  return [bare, word.replace(suffix, ''), bare.replace(suffix, '')].some(
    (base) => base.length >= 4 && (known.has(stem(base)) || known.has(stem(`${base}e`)) || known.has(base)),
  );
}
