import { CharClass, classOf } from './characters.ts';

/** Longest template tag, e-mail address or URL that is still taken as one token; keeps hostile input linear. */
const longest = 2000;
const tags: readonly (readonly [open: string, close: string])[] = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
];
const address = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,24}/uy;
const url = /(?:https?:\/\/|ftp:\/\/|mailto:|www\.)[^\s<>"'`{}|\\^[\]\u2018-\u201f\u00ab\u00bb]{1,2000}/iy;
const domain =
  /(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|net|edu|gov|info|biz|io|ai|app|dev|co|eu|uk|us|de|fr|es|it|nl|be|ch|at|ca|au|jp|in|me|tv|cloud|online|site)\b(?:\/[^\s<>"'`{}|\\^[\]]{0,2000})?/iy;

/** One past the template tag that begins at `at`, 0 if none does. A tag holds no other: so no character is read twice. */
export function templateEnd(text: string, at: number): number {
  const pair = tags.find(([open]) => text.startsWith(open, at));
  if (pair === undefined) return 0;
  const [open, close] = pair;
  for (let end = at + 2; end < Math.min(text.length, at + longest); end++) {
    if (text.startsWith(close, end)) return end + close.length;
    if (text.startsWith(open, end)) return 0;
  }
  return 0;
}

/** The e-mail address or URL that begins at `at`, whose first word ends at `wordEnd`; null if there is none. */
export function addressEnd(
  text: string,
  at: number,
  wordEnd: number,
): { readonly end: number; readonly kind: 'email' | 'url' } | null {
  const next = text.charCodeAt(wordEnd);
  const end = match(url, text, at);
  if (end > 0) return { end: trimmed(text, at, end), kind: 'url' };
  const mail = next === 0x3a ? 0 : match(address, text, at);
  return mail > 0 ? { end: mail, kind: 'email' } : null;
}

/** One past a bare domain (`example.com/privacy`) that begins at `at`, 0 if there is none. */
export function domainEnd(text: string, at: number, wordEnd: number): number {
  if (text.charCodeAt(wordEnd) !== 0x2e) return 0;
  if (classOf(text.charCodeAt(wordEnd + 1) || 0) !== CharClass.letter) return 0;
  const end = match(domain, text, at);
  return end > wordEnd ? trimmed(text, at, end) : 0;
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

/** Without the punctuation of the sentence around it; a closing bracket stays only if it was opened inside. */
function trimmed(text: string, at: number, end: number): number {
  let last = end;
  while (last > at + 1) {
    const char = text.charAt(last - 1);
    if (char === ')' && text.slice(at, last).includes('(')) break;
    if (!'.,;:!?)*_'.includes(char)) break;
    last--;
  }
  return last;
}
