import { CharClass, classOf, isApostrophe, isHyphen } from './characters.ts';
import { addressEnd, domainEnd, templateEnd } from './scan-special.ts';

/** The kinds of token; `template` is one whole template tag (`{{ name }}`), which is never looked into. */
export const tokenKinds = ['space', 'word', 'number', 'punct', 'email', 'url', 'template'] as const;
export type TokenKind = (typeof tokenKinds)[number];

/** Where a token that began at a known offset ends, packed with its kind as `end * 8 + kind`, so that scanning allocates nothing. */
export type Scanned = number;

/** Offset one past the token. */
export function endOf(scanned: Scanned): number {
  return Math.floor(scanned / 8);
}

/** Position of the kind in `tokenKinds`. */
export function kindOf(scanned: Scanned): number {
  return scanned % 8;
}

const Kind = { space: 0, word: 1, number: 2, punct: 3, email: 4, url: 5, template: 6 } as const;
const repeated = new Set(Array.from('.-=_*~#', (char) => char.charCodeAt(0)));

/** The token that begins at `at`. Linear: no character is looked at more than a fixed number of times. */
export function scanToken(text: string, at: number): Scanned {
  const unit = text.charCodeAt(at);
  switch (classOf(unit)) {
    case CharClass.space:
    case CharClass.joiner:
      return pack(spaceEnd(text, at), Kind.space);
    case CharClass.letter:
      return scanWord(text, at);
    case CharClass.digit:
      return scanNumber(text, at);
    case CharClass.ideograph:
      return pack(joinersEnd(text, at + 1), Kind.word);
    case CharClass.mark:
    default:
      return scanMark(text, at, unit);
  }
}

function pack(end: number, kind: number): Scanned {
  return end * 8 + kind;
}

function spaceEnd(text: string, at: number): number {
  let end = at + 1;
  for (; end < text.length; end++) {
    const found = classOf(text.charCodeAt(end));
    if (found !== CharClass.space && found !== CharClass.joiner) break;
  }
  return end;
}

function joinersEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && classOf(text.charCodeAt(end)) === CharClass.joiner) end++;
  return end;
}

function scanWord(text: string, at: number): Scanned {
  const initials = initialsEnd(text, at);
  if (initials > 0) return pack(joinersEnd(text, initials), Kind.word);
  const end = wordEnd(text, at);
  const next = text.charCodeAt(end);
  if (next === 0x3a || next === 0x2e || next === 0x40 || next === 0x5f || next === 0x2b) {
    const address = addressEnd(text, at, end);
    if (address !== null) return pack(address.end, address.kind === 'email' ? Kind.email : Kind.url);
    const domain = domainEnd(text, at, end);
    if (domain > 0) return pack(domain, Kind.url);
  }
  return pack(end, Kind.word);
}

/** Past `U.S.`, `e.g.`: at least two single letters, each with its full stop; the last may lack it. */
function initialsEnd(text: string, at: number): number {
  let end = at;
  let letters = 0;
  while (classOf(text.charCodeAt(end) || 0) === CharClass.letter && text.charCodeAt(end + 1) === 0x2e) {
    end += 2;
    letters++;
  }
  if (letters < 2) return 0;
  if (!isInner(text, end)) return end;
  return isInner(text, end + 1) ? 0 : end + 1;
}

function isInner(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const found = classOf(text.charCodeAt(at));
  return found === CharClass.letter || found === CharClass.digit;
}

function wordEnd(text: string, at: number): number {
  let end = at + 1;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    const found = classOf(unit);
    if (found === CharClass.letter || found === CharClass.digit || found === CharClass.joiner) continue;
    if ((isHyphen(unit) || isApostrophe(unit)) && isInner(text, end + 1)) continue;
    break;
  }
  return end;
}

function scanNumber(text: string, at: number): Scanned {
  let end = at + 1;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (classOf(unit) === CharClass.digit) continue;
    if ((unit === 0x2c || unit === 0x2e) && classOf(text.charCodeAt(end + 1) || 0) === CharClass.digit)
      continue;
    break;
  }
  return pack(joinersEnd(text, ordinalEnd(text, end)), Kind.number);
}

/** Past the suffix of `3rd`: the ordinal is one number. */
function ordinalEnd(text: string, at: number): number {
  const suffix = text.slice(at, at + 2).toLowerCase();
  const ordinal = suffix === 'st' || suffix === 'nd' || suffix === 'rd' || suffix === 'th';
  return ordinal && !isInner(text, at + 2) ? at + 2 : at;
}

function scanMark(text: string, at: number, unit: number): Scanned {
  if (unit === 0x7b || unit === 0x3c) {
    const template = templateEnd(text, at);
    if (template > 0) return pack(template, Kind.template);
  }
  let end = at + 1;
  if (repeated.has(unit)) while (text.charCodeAt(end) === unit) end++;
  else if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end++;
  return pack(joinersEnd(text, end), Kind.punct);
}
