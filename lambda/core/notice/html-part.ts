import { Constant, type Content, type Element, h, renderDocument, Variable } from '../markup/html.ts';
import { Href } from '../markup/href.ts';
import { labelled, type WrittenLanguage } from '../markup/language.ts';
import type { NoticeFacts, NoticeLink } from './facts.ts';
import { layoutTable, link, small, text } from './html-pieces.ts';
import { changes } from './html-changes.ts';
import { darkStyle, mailStyle as style } from './mail-style.ts';

/** The HTML part: one column of tables, as every mail client can show it. */
export function htmlPart(facts: NoticeFacts): string {
  return renderDocument(
    h(
      'html',
      { lang: facts.language },
      h(
        'head',
        {},
        h('meta', { charset: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('meta', { name: 'supported-color-schemes', content: 'light dark' }),
        h('meta', { name: 'format-detection', content: 'telephone=no, date=no, address=no' }),
        h('title', {}, facts.subject),
        Constant.style(darkStyle),
      ),
      h('body', { class: 'page', style: style.body }, frame(facts)),
    ),
  );
}

/** Outlook for Windows knows no max-width and gets a table of fixed width around ours. */
function frame(facts: NoticeFacts): Element {
  return layoutTable(
    { class: 'page', style: style.page, width: '100%', bgcolor: '#f3f1ec' },
    h(
      'td',
      { align: 'center', style: 'padding:24px 12px' },
      Constant.outlook('<table role="presentation" width="600" cellpadding="0" cellspacing="0"><tr><td>'),
      h(
        'div',
        { role: 'main', style: style.frame },
        layoutTable(
          { width: '100%' },
          h('td', { class: 'card', style: style.card, align: 'left' }, card(facts)),
        ),
        layoutTable(
          { width: '100%' },
          h('td', { class: 'foot', style: style.foot, align: 'left' }, foot(facts)),
        ),
      ),
      Constant.outlook('</td></tr></table>'),
    ),
  );
}

function card(facts: NoticeFacts): Content {
  const [before, after] = facts.words.greeting;
  return h(
    'div',
    { lang: facts.language },
    h('p', { class: 'quiet', style: style.company }, facts.company),
    h('h1', { class: 'ink heading', style: style.heading }, facts.heading),
    text(before, new Variable('nameHtml'), after),
    text(facts.why),
    layoutTable(
      { width: '100%' },
      h(
        'td',
        { class: 'box', style: style.whenBox },
        h('p', { class: 'ink', style: style.when }, whenContent(facts)),
      ),
    ),
    subheading(facts.changesHeading),
    facts.statement === null ? changes(facts) : text(facts.statement),
    subheading(facts.words.choices),
    choices(facts),
  );
}

function subheading(words: string): Element {
  return h('h2', { class: 'ink', style: style.subheading }, words);
}

function whenContent({ when: [applies = '', ...rest] }: NoticeFacts): Content {
  return [h('strong', {}, applies), ...rest.map((one) => ` ${one}`)];
}

function choices({ language, links, words, contact, leave }: NoticeFacts): Content {
  return [
    layoutTable(
      {},
      h(
        'td',
        { class: 'button', style: style.button, bgcolor: '#1f4e79' },
        h(
          'a',
          { class: 'on-button', style: style.buttonLink, href: links.compare.href },
          links.compare.label,
        ),
      ),
    ),
    h('div', { style: style.space, 'aria-hidden': 'true' }, '\u00A0'),
    linkLine(links.read, language),
    text(`${labelled(words.ask, language)} `, link(Href.mail(contact), contact)),
    leave === null ? null : text(leave),
  ];
}

function linkLine({ label, href }: NoticeLink, language: WrittenLanguage): Element {
  return text(labelled(label, language), h('br', {}), link(href, href.url));
}

function foot({ language, account, links, legalName, postalAddress }: NoticeFacts): Content {
  return [
    small(account),
    small(`${labelled(links.history.label, language)} `, link(links.history.href, links.history.href.url)),
    small(legalName, ...postalAddress.map((line) => [h('br', {}), line])),
  ];
}
