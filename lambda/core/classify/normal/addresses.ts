import type { Word } from '../words.ts';
import { rekeyed } from '../words.ts';

/** Stands for an e-mail address that a page shows only to browsers. */
const hidden = '‹address›';

/** Does a page capture show a protected address here (`[email protected]`)? */
export function hasProtectedAddress(words: readonly Word[]): boolean {
  return (
    words.some(({ key }, index) => key === 'email' && words[index + 1]?.key === 'protected') ||
    words.some(({ key }) => key.includes('/cdn-cgi/l/email-protection'))
  );
}

/** Addresses and protected addresses alike become one placeholder. */
export function withoutProtectedAddresses(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    if (word.key === 'email' && words[at + 1]?.key === 'protected') {
      out.push(rekeyed(word, hidden));
      at++;
    } else out.push(word.kind === 'email' ? rekeyed(word, hidden) : word);
  }
  return out.filter(({ key }, index) => key !== hidden || out[index - 1]?.key !== hidden);
}

/** `https://www.example.com/a/?utm_source=x` -> `example.com`, the last two or three labels; null for what is no web address. */
export function registrableDomain(address: string): string | null {
  const host =
    /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#\s]+)/i.exec(address)?.[1] ??
    /^(?:mailto:)?[^@\s]+@([^?\s]+)$/i.exec(address)?.[1] ??
    /^((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#]|$)/i.exec(address)?.[1];
  if (host === undefined) return null;
  const labels = host.toLowerCase().replace(/^.*@/, '').replace(/:\d+$/, '').replace(/\.$/, '').split('.');
  const second = labels.at(-2) ?? '';
  const isTwoPartSuffix =
    (labels.at(-1) ?? '').length === 2 &&
    /^(?:co|com|org|net|gov|gob|gouv|ac|edu|service)$/.test(second) &&
    labels.length > 2;
  const isGovernmentUk = host.toLowerCase().endsWith('.gov.uk');
  return labels.slice(isTwoPartSuffix || isGovernmentUk ? -3 : -2).join('.');
}

/** Addresses of web pages shown in the text, by their site. */
export function bySite(words: readonly Word[]): Word[] {
  return words.map((word) =>
    word.kind === 'url' ? rekeyed(word, `‹${registrableDomain(word.key) ?? word.key}›`) : word,
  );
}

const inAddresses = /^[\\#/_=&?%+~-]+$/;

/** An address that the escapes of a markup cut in pieces (`https://a.example/my\\_page`), whole again. */
export function wholeAddresses(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const end = word.kind === 'url' ? addressEnd(words, at) : at;
    const last = words[end] ?? word;
    const key = words
      .slice(at, end + 1)
      .map((part) => part.key)
      .join('');
    out.push(end === at ? word : { ...rekeyed(word, key.replaceAll('\\', '')), end: last.end });
    at = end;
  }
  return out;
}

/** The last piece of the address that begins here: signs of addresses, and words right behind them. */
function addressEnd(words: readonly Word[], at: number): number {
  let end = at;
  for (let next = words[end + 1]; next !== undefined; next = words[end + 1]) {
    const last = words[end];
    if (last === undefined || next.start !== last.end || next.sentence !== last.sentence) break;
    const isSign = inAddresses.test(next.key);
    if (!isSign && (end === at ? !/[\\/_=-]$/.test(last.key) : !inAddresses.test(last.key))) break;
    end++;
  }
  return end;
}
