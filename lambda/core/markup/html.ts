import { Href } from './href.ts';
import { escapeAttribute, escapeText } from './text.ts';
import { type AttributeName, isBlock, isVoid, type Tag } from './vocabulary.ts';

/** Attributes of an element; null leaves one out. A link target is an `Href`, so that it was rebuilt. */
export type Attributes = Readonly<Partial<Record<AttributeName, string | number | null>>> & {
  readonly href?: Href | null;
};

/** An element; text inside it is escaped when it is written, there is no way to pass markup through. */
export interface Element {
  readonly tag: Tag;
  readonly attributes: Attributes;
  readonly content: Content;
}

/** A placeholder that the mail service fills in for each recipient. */
export class Variable {
  constructor(readonly name: string) {}
}

/** Text of our own that must not be escaped: a style sheet, or a comment for one mail client. Never a policy's text. */
export class Constant {
  private constructor(readonly markup: string) {}

  static style(css: string): Constant {
    if (css.includes('</') || css.includes('{{')) throw new Error('This style sheet would end its element.');
    return new Constant(`<style>${css}</style>`);
  }

  /** Markup that only Outlook for Windows reads. */
  static outlook(markup: string): Constant {
    if (markup.includes('--') || markup.includes('{{')) throw new Error('This comment would end early.');
    return new Constant(`<!--[if mso]>${markup}<![endif]-->`);
  }
}

/** What may stand inside an element. */
export type Content = string | number | null | Element | Variable | Constant | readonly Content[];

/** Makes an element: `h('p', { class: 'note' }, 'text')`. */
export function h(tag: Tag, attributes: Attributes, ...content: readonly Content[]): Element {
  return { tag, attributes, content };
}

/** Writes content as HTML. */
export function render(content: Content): string {
  const out: string[] = [];
  write(content, out);
  return out.join('');
}

/** Writes a whole document, `html` element included. */
export function renderDocument(root: Element): string {
  return `<!doctype html>\n${render(root)}`;
}

function write(content: Content, out: string[]): void {
  if (content === null) return;
  if (typeof content === 'string' || typeof content === 'number') out.push(escapeText(String(content)));
  else if (content instanceof Variable) out.push(`{{${content.name}}}`);
  else if (content instanceof Constant) out.push(content.markup);
  else if (isList(content)) for (const one of content) write(one, out);
  else writeElement(content, out);
}

function isList(content: Element | readonly Content[]): content is readonly Content[] {
  return Array.isArray(content);
}

function writeElement({ tag, attributes, content }: Element, out: string[]): void {
  out.push(`<${tag}${attributeText(attributes)}>`);
  if (!isVoid(tag)) {
    write(content, out);
    out.push(`</${tag}>`);
  }
  if (isBlock(tag)) out.push('\n');
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (value === null || value === undefined) return '';
      const text = value instanceof Href ? value.url : String(value);
      return ` ${name}="${escapeAttribute(text)}"`;
    })
    .join('');
}
