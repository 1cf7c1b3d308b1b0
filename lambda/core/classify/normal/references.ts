import type { Word } from '../words.ts';
import { rekeyed } from '../words.ts';

const part = /^(?:\d+(?:\.\d+)*|[a-z]\d*(?:\.\d+)*|[ivxl]{1,5})$/;
const heads = new Set([
  'section',
  'sections',
  'clause',
  'clauses',
  'appendix',
  'exhibit',
  'annex',
  'schedule',
  'chapter',
  'part',
  '§',
  'paragraph',
  'paragraphs',
  'article',
  'articles',
  'ziffer',
  'abschnitt',
  'punkt',
  'sección',
  'cláusula',
]);
const opener = /^[([*#\-•·–+>_"'|]+$/;
const closer = /^[.):\-\]*_|]+$/;
const laws =
  /^(?:gdpr|dsgvo|rgpd|bdsg|regulation|directive|act|code|law|ccpa|statute|statutes|u\.s\.c|richtlinie|verordnung|règlement|ley|reglamento|lit)$/;

/** The words without the enumerator that begins a block: `1.`, `4.2 Title`, `(a)`, `IV.`, `Section 3:`. A bare figure stays. */
export function withoutNumbering(words: readonly Word[]): Word[] {
  const at = valueAt(words);
  const value = words[at];
  if (value === undefined || !part.test(value.key)) return [...words];
  const end = past(words, at + 1, (word, before) => part.test(word.key) && before?.end === word.start);
  const isDotted = value.key.includes('.') && /^\p{Lu}/u.test(words[end]?.canon ?? '');
  if (!isCloser(words[end]) && !isDotted) return [...words];
  const rest = past(words, end, (word) => closer.test(word.key));
  return rest >= words.length && words.length > 3 ? [...words] : words.slice(rest);
}

/** Where the enumerator's value stands, past brackets and a word such as `Section`. */
function valueAt(words: readonly Word[]): number {
  const at = past(words, 0, (word) => opener.test(word.key));
  const isNamed = heads.has(words[at]?.key ?? '') && part.test(words[at + 1]?.key ?? '');
  return isNamed && isCloser(words[at + 2]) ? at + 1 : at;
}

function past(
  words: readonly Word[],
  from: number,
  goesOn: (word: Word, before: Word | undefined) => boolean,
): number {
  let at = from;
  for (let word = words[at]; word !== undefined && goesOn(word, words[at - 1]); word = words[at]) at++;
  return at;
}

function isCloser(word: Word | undefined): boolean {
  return word !== undefined && closer.test(word.key);
}

/** The words with the number of every internal cross-reference taken out (`Section 4.2` -> `section`); references to laws stay. */
export function withoutReferenceNumbers(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const isHead =
      heads.has(word.key) &&
      part.test(words[at + 1]?.key ?? '') &&
      words[at + 1]?.key !== 'a' &&
      !isOfALaw(words, at);
    out.push(isHead ? rekeyed(word, word.key.replace(/s$/, '')) : word);
    if (isHead) at = referenceEnd(words, at + 1) - 1;
  }
  return out;
}

/** `Article 6(1)(f) GDPR`, `Section 1798.140 of the Civil Code`: the number is part of the law's name. */
function isOfALaw(words: readonly Word[], at: number): boolean {
  return words
    .slice(Math.max(0, at - 3), at + 10)
    .some(({ key, sentence }) => sentence === words[at]?.sentence && (laws.test(key) || key === 'para'));
}

function referenceEnd(words: readonly Word[], from: number): number {
  let end = from;
  while (
    end - from < 4 &&
    part.test(words[end]?.key ?? '') &&
    (end === from ||
      words[end]?.kind === 'number' ||
      (words[end]?.key.length === 1 && words[end]?.key !== 'a'))
  )
    end++;
  return end;
}
