/** What a character is to the lexer. `joiner` = invisible: it belongs to the token it stands in and means nothing. */
export const CharClass = { space: 1, letter: 2, digit: 3, mark: 4, joiner: 5, ideograph: 6 } as const;
export type CharClass = (typeof CharClass)[keyof typeof CharClass];

const classes = new Uint8Array(0x10000);
const invisible = /\p{Default_Ignorable_Code_Point}/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The class of a UTF-16 unit; halves of astral characters count as marks. Remembered per unit. */
export function classOf(unit: number): CharClass {
  const known = classes[unit];
  if (isClass(known)) return known;
  const found = classify(String.fromCharCode(unit));
  classes[unit] = found;
  return found;
}

function isClass(known: number | undefined): known is CharClass {
  return known !== undefined && known !== 0;
}

function classify(char: string): CharClass {
  if (invisible.test(char)) return CharClass.joiner;
  if (/\s/.test(char)) return CharClass.space;
  if (/\p{Nd}/u.test(char)) return CharClass.digit;
  if (unspaced.test(char) && /\p{L}/u.test(char)) return CharClass.ideograph;
  if (/[\p{L}\p{M}]/u.test(char)) return CharClass.letter;
  return CharClass.mark;
}

/** Hyphens that hold a compound together: ASCII, U+2010 and the non-breaking U+2011. */
export function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011;
}

/** Apostrophes that stand inside a word. */
export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x02bc;
}
