/** Embeddings, overrides and isolates: they reorder what a reader sees, so none of them reaches a page or a mail. */
const bidiControls = /[\u202A-\u202E\u2066-\u2069]/gu;
/** C0 and C1 controls but tab and newline, lone surrogates and noncharacters: not allowed in XML, invisible in HTML. */
const unprintable = /(?![\t\n])[\p{Control}\p{Surrogate}\uFFFE\uFFFF]/gu;

/** Text as it may be shown: no character that reorders, hides or breaks the text around it. */
export function displayText(text: string): string {
  return text.replaceAll(unprintable, '').replaceAll(bidiControls, '');
}

/** As `displayText`, but controls that reorder text are named: for comparisons, where their coming or going is news. */
export function revealedText(text: string): string {
  const revealed = text.replaceAll(bidiControls, (control) => `[U+${hex(control)}]`);
  return displayText(revealed);
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
}

/** Folds white space and cuts at a word boundary within `limit` characters, marking the cut with an ellipsis. */
export function shortened(text: string, limit: number): string {
  const folded = displayText(text).replaceAll(/\s+/gu, ' ').trim();
  const characters = Array.from(folded);
  if (characters.length <= limit) return folded;
  const head = characters.slice(0, limit - 1).join('');
  const space = head.lastIndexOf(' ');
  const cut = space > head.length / 2 ? head.slice(0, space) : head;
  return `${cut.trimEnd()}…`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '=': '&#61;',
  '{': '&#123;',
  '}': '&#125;',
};

function escaped(text: string, characters: RegExp): string {
  return displayText(text).replaceAll(characters, (character) => entities[character] ?? '');
}

/** Escapes a text node. Braces too, so that nothing written into a mail can become a template expression. */
export function escapeText(text: string): string {
  return escaped(text, /[&<>{}]/gu);
}

/** Escapes an attribute value that will stand in double quotes. */
export function escapeAttribute(text: string): string {
  return escaped(text, /[&<>"'`{}]/gu);
}

/** Escapes a value that others will place into HTML, wherever they place it. */
export function escapeAnywhere(text: string): string {
  return escaped(text, /[&<>"'`={}]/gu);
}
