import { numeralValue } from '../../lexicon/lexicon.ts';
import type { Word } from '../words.ts';
import { rekeyed } from '../words.ts';

/** One way to write a number: `1,000` and `1 000` -> `1000`, `36 982,92` -> `36982.92`, `99.50` -> `99.5`, `thirty (30)` -> `30`. */
export function plainNumbers(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (const word of joinGroups(words)) {
    const key = word.kind === 'number' ? plainNumber(word.key) : String(numeralValue(word.key) ?? word.key);
    out.push(rekeyed(word, key));
  }
  return signsFirst(out.filter((word, index) => !repeats(out, index, word)));
}

/** `10 €` -> `€ 10`. */
function signsFirst(words: readonly Word[]): Word[] {
  return words.map((word, at) => {
    const [before, after] = [words[at - 1], words[at + 1]];
    if (isSign(after) && word.kind === 'number' && !isSign(before)) return after ?? word;
    return isSign(word) && before?.kind === 'number' && !isSign(words[at - 2]) ? before : word;
  });
}

function isSign(word: Word | undefined): boolean {
  return /^[$€£¥₹]$/.test(word?.key ?? '');
}

/** `thirty (30)`: the figure in brackets says the numeral again. */
function repeats(words: readonly Word[], index: number, word: Word): boolean {
  const before = words[index - 1];
  return (
    before !== undefined &&
    word.kind === 'number' &&
    before.kind === 'word' &&
    before.key === word.key &&
    /\d/.test(word.key)
  );
}

/** `36 982,92` is one number written in groups of three. */
function joinGroups(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (const word of words) {
    const last = out.at(-1);
    const joins =
      last?.kind === 'number' &&
      word.kind === 'number' &&
      /^\d{1,3}( ?\d{3})*$/.test(last.key) &&
      /^\d{3}([.,]\d{1,2})?$/.test(word.key);
    if (joins && last !== undefined && word.start - last.end <= 1)
      out[out.length - 1] = { ...last, key: last.key + word.key, end: word.end };
    else out.push(word);
  }
  return out;
}

/** Thousands separators out, one decimal sign, no trailing zeros after it. */
export function plainNumber(text: string): string {
  const plain = /^\d{1,3}([,']\d{3})+(\.\d+)?$/.test(text)
    ? text.replace(/[,']/g, '')
    : /^\d{1,3}(\.\d{3}){2,}(,\d+)?$/.test(text) || /^\d{1,3}(\.\d{3})+,\d+$/.test(text)
      ? text.replaceAll('.', '').replace(',', '.')
      : text.replace(/^(\d+),(\d{1,2})$/, '$1.$2');
  return /^\d+\.\d+$/.test(plain) ? plain.replace(/\.?0+$/, '') : plain;
}
