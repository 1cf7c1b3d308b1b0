const plain = /^[\x20-\x7e]*$/;
const singleQuotes = /[\u2018\u2019\u201a\u201b\u2032\u02bc\u2039\u203a]/g;
const doubleQuotes = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63]/g;
const spaces = /\s/g;
const nothing = /\p{Default_Ignorable_Code_Point}/gu;
const ligatures: Readonly<Record<string, string>> = { '\ufb00': 'ff', '\ufb01': 'fi', '\ufb02': 'fl' };

/**
 * The text with typography taken out: straight quotes, plain hyphens and spaces, no invisible characters, NFC.
 * Case stays. Two texts with one canonical form look the same to a reader.
 */
export function canonical(text: string): string {
  if (plain.test(text)) return text.includes('--') ? text.replace(/-{2,3}/g, '-') : text;
  return text
    .normalize('NFC')
    .replace(nothing, '')
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
    .replace(dashes, '-')
    .replace(/-{2,3}/g, '-')
    .replace(/\u2026/g, '...')
    .replace(/[\ufb00-\ufb02]/g, (ligature) => ligatures[ligature] ?? ligature)
    .replace(spaces, ' ');
}
