import * as fc from 'fast-check';

/** What breaks lines, joins letters, hides, mirrors, combines, or lies at the edge of a plane. */
const awkward = [
  '\0',
  '\t',
  '\n',
  '\r',
  '\u0085',
  '\u00A0',
  '\u00AD',
  '\u0301',
  '\u200B',
  '\u200D',
  '\u202E',
  '\u2028',
  '\u2066',
  '\uFE0F',
  '\uFEFF',
  '\uFFFD',
  '\uFFFF',
  '👩‍👩‍👧‍👦',
  '🇦🇹',
  'İ',
  'ß',
  '\u{10FFFF}',
];

const surrogates = 0x800;

/** Any code point but half a surrogate pair, which no encoding can carry. */
const codePoint = fc
  .integer({ min: 0, max: 0x10ffff - surrogates })
  .map((at) => String.fromCodePoint(at < 0xd800 ? at : at + surrogates));

const printable = fc.integer({ min: 0x20, max: 0x7e }).map((at) => String.fromCodePoint(at));

const character = fc.oneof(
  { arbitrary: printable, weight: 2 },
  { arbitrary: codePoint, weight: 2 },
  { arbitrary: fc.constantFrom(...awkward), weight: 1 },
);

/**
 * Any text there is; lengths in characters. The strings of fast-check with `unit: 'binary'` find awkward characters
 * less often, and list all of Unicode first, which takes every suite that asks for one half a second.
 */
export function anyText(length: { readonly minLength?: number; readonly maxLength?: number } = {}) {
  return fc.array(character, length).map((characters) => characters.join(''));
}
