import type { Word } from '../words.ts';
import { rekeyed, wordsOf } from '../words.ts';

/** Windows-1252 characters that stand for the bytes 0x80-0x9f; all others stand for their own code. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const garbled = /[ÃÂâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;
const strict = new TextDecoder('utf-8', { fatal: true });

/** Was a piece of this text read with the wrong character set? */
export function isGarbled(words: readonly Word[]): boolean {
  return words.some(({ text }) => /[ÃÂâ]/.test(text));
}

/** The text as it was meant: decoded again once for every time it was read wrongly; null when that makes no sense. */
function repaired(text: string): string | null {
  let out = text;
  for (let times = 0; times < 3 && garbled.test(out); times++) {
    const bytes = Array.from(out, (char) => {
      const at = high.indexOf(char);
      return at >= 0 ? 0x80 + at : char.charCodeAt(0);
    });
    if (bytes.some((byte) => byte > 0xff)) return null;
    try {
      out = strict.decode(Uint8Array.from(bytes));
    } catch {
      return null;
    }
  }
  return out;
}

/** `youâ€™re` -> `you're`: runs of characters read with the wrong character set, as they were written. */
export function withoutGarbling(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let at = 0; at < words.length;) {
    const run = unbroken(words, at);
    const text = run.map((word) => word.text).join('');
    const meant = garbled.test(text) ? repaired(text) : null;
    const [first, last] = [run[0], run.at(-1)];
    if (meant === null || first === undefined || last === undefined) out.push(...run);
    else
      for (const word of wordsOf(meant, 0, first.sentence, first.block))
        out.push({ ...rekeyed(word, word.key), start: first.start, end: last.end });
    at += run.length;
  }
  return out;
}

/** Words with no space between them. */
function unbroken(words: readonly Word[], from: number): Word[] {
  let end = from + 1;
  while (end < words.length && words[end]?.start === words[end - 1]?.end) end++;
  return words.slice(from, end);
}
