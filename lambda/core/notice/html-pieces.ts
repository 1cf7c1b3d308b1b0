import { type Content, type Element, h } from '../markup/html.ts';
import type { Href } from '../markup/href.ts';
import { mailStyle as style } from './mail-style.ts';

/** A table that only arranges: one cell, said to be no table. */
export function layoutTable(attributes: Element['attributes'], cell: Element): Element {
  const plain = { role: 'presentation', cellpadding: 0, cellspacing: 0, border: 0 };
  return h('table', { ...plain, ...attributes }, h('tr', {}, cell));
}

/** A paragraph. */
export function text(...content: readonly Content[]): Element {
  return h('p', { class: 'ink', style: style.text }, ...content);
}

/** A paragraph of lesser weight. */
export function small(...content: readonly Content[]): Element {
  return h('p', { class: 'quiet', style: style.small }, ...content);
}

/** A link in running text. */
export function link(href: Href, words: string): Element {
  return h('a', { class: 'link', style: style.link, href }, words);
}

/** A little air that every mail client keeps. */
export function gap(): Element {
  return h('div', { style: style.gap, 'aria-hidden': 'true' }, '\u00A0');
}
