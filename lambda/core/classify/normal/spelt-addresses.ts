import type { Word } from '../words.ts';
import { rekeyed } from '../words.ts';

const opens = /^[[({<]$/;
const closes = /^[\])}>]$/;

/** `desk [at] ashford.example`, `desk (at) ashford (dot) example` and `desk at ashford dot example` -> the e-mail address; sees brackets, so it comes before punctuation goes. */
export function wholeSpeltAddresses(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const address = word.kind === 'word' ? addressAt(words, at) : null;
    const last = words[(address?.end ?? at + 1) - 1] ?? word;
    out.push(address === null ? word : { ...rekeyed(word, address.key), kind: 'email', end: last.end });
    at = (address?.end ?? at + 1) - 1;
  }
  return out;
}

/** The address that begins with this word, and the index past its last word. */
function addressAt(
  words: readonly Word[],
  from: number,
): { readonly key: string; readonly end: number } | null {
  const at = signAt(words, from + 1, 'at');
  const domain = words[at.end];
  if (at.end === from + 1 || domain === undefined) return null;
  if (domain.kind === 'url')
    return at.isBracketed ? { key: `${words[from]?.key}@${domain.key}`, end: at.end + 1 } : null;
  let [key, end] = [`${words[from]?.key}@${domain.key}`, at.end + 1];
  let dots = 0;
  for (
    let dot = signAt(words, end, 'dot');
    dot.end > end && words[dot.end]?.kind === 'word';
    dot = signAt(words, end, 'dot')
  ) {
    [key, end] = [`${key}.${words[dot.end]?.key}`, dot.end + 1];
    dots++;
  }
  return dots > 0 ? { key, end } : null;
}

/** Past `[at]` or `at`; the same index where neither stands. */
function signAt(
  words: readonly Word[],
  from: number,
  name: string,
): { readonly end: number; readonly isBracketed: boolean } {
  const [first, second, third] = words.slice(from, from + 3).map(({ key }) => key);
  const isBracketed = opens.test(first ?? '') && second === name && closes.test(third ?? '');
  return { end: isBracketed ? from + 3 : first === name ? from + 1 : from, isBracketed };
}
