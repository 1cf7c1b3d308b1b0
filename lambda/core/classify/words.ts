import type { TokenKind } from '../compare/scan.ts';
import { lex } from '../compare/lex.ts';
import { sentences } from '../compare/sentences.ts';

/**
 * A token that is not white space: its canonical text with case (`canon`), in lower case (`key`), and its place in the
 * passage. `sentence` numbers the sentences of the passage, `block` its blocks.
 */
export interface Word {
  readonly key: string;
  readonly canon: string;
  readonly text: string;
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly block: number;
}

/** One or more blocks of one document read as one text (joined by line breaks), with its words and the ends of its sentences. */
export interface Passage {
  readonly text: string;
  readonly words: readonly Word[];
  /** Offsets into `text`, by sentence number. */
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
  /** The words of each sentence, by its number. */
  readonly bySentence: readonly (readonly Word[])[];
}

/** Reads blocks' texts as one passage; a sentence never runs over the end of a block. */
export function passageOf(texts: readonly string[]): Passage {
  const words: Word[] = [];
  const cuts: { start: number; end: number }[] = [];
  const bySentence: Word[][] = [];
  let offset = 0;
  texts.forEach((text, block) => {
    for (const sentence of sentences(text)) {
      const start = offset + sentence.start;
      const own = wordsOf(sentence.text, start, cuts.length, block);
      for (const word of own) words.push(word);
      bySentence.push(own);
      cuts.push({ start, end: start + sentence.text.length });
    }
    offset += text.length + 1;
  });
  return { text: texts.join('\n'), words, sentences: cuts, bySentence };
}

/** The number of the sentence that holds an offset; the nearest one before it between sentences. */
export function sentenceAt({ sentences: cuts }: Passage, offset: number): number {
  let [low, high] = [0, cuts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((cuts[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The words and punctuation of a text, white space left out; offsets begin at `offset`. */
export function wordsOf(text: string, offset = 0, sentence = 0, block = 0): Word[] {
  return lex(text)
    .filter(({ kind, canon }) => kind !== 'space' && canon !== '')
    .map(({ key, canon, text: written, kind, start, end }) => ({
      key: key.replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC')),
      canon,
      text: written,
      kind,
      start: start + offset,
      end: end + offset,
      sentence,
      block,
    }));
}

/** A copy of a word under another key; its place stays. */
export function rekeyed(word: Word, key: string): Word {
  return key === word.key ? word : { ...word, key };
}

/** Keys joined by spaces: for comparing and for showing. */
export function keysOf(words: readonly Word[]): string {
  return words.map(({ key }) => key).join(' ');
}

/** Equal keys in equal order. */
export function sameWords(a: readonly Word[], b: readonly Word[]): boolean {
  return a.length === b.length && a.every(({ key }, index) => key === b[index]?.key);
}

/** Runs of words that share a sentence or a block, in order. */
export function runsBy(words: readonly Word[], unit: 'sentence' | 'block'): Word[][] {
  const runs: Word[][] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last !== undefined && last[0]?.[unit] === word[unit]) last.push(word);
    else runs.push([word]);
  }
  return runs;
}
