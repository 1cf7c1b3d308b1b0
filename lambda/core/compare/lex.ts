import { canonical } from './canon.ts';
import type { TokenKind } from './scan.ts';
import { endOf, kindOf, scanToken, tokenKinds } from './scan.ts';

/**
 * The smallest unit we compare. `text` as written, `canon` its canonical form (case kept), `key` that in lower case;
 * offsets into the lexed text, end exclusive. `opt-in`, `1,000.50`, `U.S.`, e-mail addresses, URLs and template tags are one token.
 */
export interface Token {
  readonly text: string;
  readonly canon: string;
  readonly key: string;
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** Cuts a text into tokens; joining their `text` gives it back exactly. Never throws. */
export function lex(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const scanned = scanToken(text, at);
    const end = endOf(scanned);
    const written = text.slice(at, end);
    const canon = canonical(written);
    tokens.push({
      text: written,
      canon,
      key: canon.toLowerCase(),
      kind: tokenKinds[kindOf(scanned)] ?? 'punct',
      start: at,
      end,
    });
    at = end;
  }
  return tokens;
}
