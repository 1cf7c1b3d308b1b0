import { displayText } from './text.ts';

/** An XML element of our own making: names are ours, all text and attribute values are escaped. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly (XmlElement | string)[];
}

/** Makes an XML element. */
export function x(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (XmlElement | string)[]
): XmlElement {
  return { name, attributes, content };
}

/** Writes a whole XML document in UTF-8. */
export function renderXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${written(root, '')}`;
}

function written(element: XmlElement, indent: string): string {
  const attributes = Object.entries(element.attributes).map(
    ([name, value]) => ` ${name}="${escapeXml(value)}"`,
  );
  const open = `${indent}<${element.name}${attributes.join('')}`;
  if (element.content.length === 0) return `${open}/>\n`;
  const nested = element.content.some((one) => typeof one !== 'string');
  const inner = element.content.map((one) =>
    typeof one === 'string' ? escapeXml(one) : written(one, `${indent}  `),
  );
  return nested
    ? `${open}>\n${inner.join('')}${indent}</${element.name}>\n`
    : `${open}>${inner.join('')}</${element.name}>\n`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return displayText(text).replaceAll(/[&<>"]/gu, (character) => entities[character] ?? '');
}
