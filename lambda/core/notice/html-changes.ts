import { type Content, type Element, h } from '../markup/html.ts';
import { labelled, type WrittenLanguage } from '../markup/language.ts';
import type { Bullet, Quotation } from './bullets.ts';
import type { NoticeFacts } from './facts.ts';
import { gap, layoutTable, link, small } from './html-pieces.ts';
import { mailStyle as style } from './mail-style.ts';

const bars: Readonly<Record<Quotation['kind'], string>> = {
  before: style.before,
  removed: style.before,
  now: style.now,
  added: style.now,
  moved: style.moved,
  whole: style.moved,
};

/** The changes, each with its place and its old and new words, and how many are left to the comparison page. */
export function changes(facts: NoticeFacts): Content {
  const { bullets, words, quotedIn } = facts;
  const more = [
    bullets.more > 0 ? words.more(bullets.more) : '',
    bullets.moreMinor > 0 ? words.moreMinor(bullets.moreMinor) : '',
  ].filter((part) => part !== '');
  return [
    h(
      'table',
      { role: 'presentation', cellpadding: 0, cellspacing: 0, border: 0, width: '100%', style: style.list },
      ...bullets.shown.map((one) => bulletRow(one, facts)),
    ),
    more.length === 0 ? null : small('… ', link(facts.links.compare.href, more.join(', ')), '.'),
    quotedIn === null ? null : small(quotedIn),
  ];
}

function bulletRow({ place, isHeading, quotations }: Bullet, facts: NoticeFacts): Element {
  const lang = facts.documentLanguage === 'und' ? null : facts.documentLanguage;
  return h(
    'tr',
    {},
    h(
      'td',
      { class: 'item', style: style.item },
      h('h3', { class: 'ink', style: style.place, lang: isHeading ? lang : null }, place),
      ...quotations.map((one, index) => [
        index === 0 ? null : gap(),
        quotationTable(one, facts.language, lang),
      ]),
    ),
  );
}

function quotationTable(
  { kind, label, text }: Quotation,
  language: WrittenLanguage,
  lang: string | null,
): Element {
  const bar = bars[kind];
  const words = h('span', { lang: kind === 'whole' ? null : lang }, h('bdi', {}, text));
  const name = labelled(label, language);
  const named = label === '' ? null : [h('span', { class: 'quiet', style: style.label }, name), ' '];
  return layoutTable(
    { width: '100%' },
    h('td', { style: bar }, h('p', { class: 'ink', style: style.quote }, named, words)),
  );
}
