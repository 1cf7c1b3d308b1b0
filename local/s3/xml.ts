/** A piece of XML that is already escaped. */
export interface Xml {
  readonly xml: string;
}

const special: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** `<name>…</name>`; plain text in it is escaped, a carriage return and control characters by number. */
export function element(name: string, ...content: readonly (Xml | string | number | boolean)[]): Xml {
  const inside = content.map((one) => (typeof one === 'object' ? one.xml : escaped(String(one)))).join('');
  return { xml: `<${name}>${inside}</${name}>` };
}

/** The whole document, with its declaration. */
export function xmlDocument({ xml }: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;
}

function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => special[character] ?? character)
    .replace(/[^\P{Cc}\t\n]/gu, (character) => `&#x${character.charCodeAt(0).toString(16)};`);
}
