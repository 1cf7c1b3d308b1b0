import type { Span } from '../compare/model.ts';
import { type Content, type Element, h } from '../markup/html.ts';
import { revealedText } from '../markup/text.ts';
import type { Aside } from './model.ts';
import type { RedlineWords } from './words/model.ts';

/** Reworded text: what went in `del`, what came in `ins`. */
export function spanContent(spans: readonly Span[]): readonly Content[] {
  return spans.map(({ op, text }) => {
    const shown = revealedText(text);
    return op === 'equal' ? shown : h(op === 'delete' ? 'del' : 'ins', {}, shown);
  });
}

/** A line under a change about what its words do not show. Link targets are shown as text, they are evidence. */
export function asideContent(aside: Aside, words: RedlineWords): Element {
  if (aside.kind !== 'link' && aside.kind !== 'number')
    return h('p', { class: 'aside' }, `${words.label(words.marks[aside.kind])} `, aside.text);
  return h(
    'p',
    { class: 'aside' },
    `${words.label(aside.kind === 'link' ? words.link(aside.text) : words.itemNumber)} `,
    h('del', {}, revealedText(aside.from ?? words.noLink)),
    ' ',
    h('ins', {}, revealedText(aside.to ?? words.noLink)),
  );
}
