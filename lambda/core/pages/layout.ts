import type { Settings } from '../settings/settings.ts';
import { type Content, type Element, h, renderDocument } from '../markup/html.ts';
import { Href } from '../markup/href.ts';
import { labelled, type WrittenLanguage } from '../markup/language.ts';
import { displayText } from '../markup/text.ts';
import type { SiteFile } from '../site.ts';
import { contentSecurityPolicy } from './content-security.ts';
import type { PageWords } from './words/model.ts';
import { pageWords } from './words/words.ts';

/** One page, before its frame is drawn around it. */
export interface Page {
  /** Where it lies, ending in a slash, relative to the root of the site; empty for the root; a file's name for `anywhere`. */
  readonly path: string;
  readonly title: string;
  readonly language: WrittenLanguage;
  readonly nav: readonly NavLink[];
  readonly feeds: { readonly atom: string; readonly json: string } | null;
  readonly main: Content;
  readonly foot: Content;
  /** Shown under whatever address was asked for, so that its links cannot be relative. */
  readonly anywhere?: true;
}

export interface NavLink {
  /** Relative to the root of the site. */
  readonly path: string;
  readonly label: string;
}

/** A link from one page of the site to another, both relative to its root. */
export function linkTo(from: string, to: string): Href {
  const up = '../'.repeat(from.split('/').length - 1);
  return Href.relative(`${up}${to}`);
}

/** The file of a page: `index.html` in the folder that is its address. */
export function pageFile(page: Page, settings: Settings, cache: SiteFile['cache']): SiteFile {
  return {
    path: page.anywhere ? page.path : `${page.path}index.html`,
    body: renderDocument(framed(page, settings)),
    contentType: 'text/html; charset=utf-8',
    cache,
  };
}

function framed(page: Page, settings: Settings): Element {
  const words = pageWords[page.language];
  return h(
    'html',
    { lang: page.language },
    head(page, settings),
    h(
      'body',
      {},
      h('a', { class: 'skip', href: Href.fragment('text') }, words.skip),
      header(page, settings, words),
      h('main', { id: 'text' }, page.main),
      footer(page, settings, words),
    ),
  );
}

function head({ path, title, feeds, anywhere }: Page, settings: Settings): Element {
  const style = anywhere ? Href.absolute(settings.site.url, 'style.css') : linkTo(path, 'style.css');
  return h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', {}, displayText(`${title} · ${settings.company.name}`)),
    h('link', { rel: 'stylesheet', href: style }),
    feeds === null
      ? null
      : [
          h('link', { rel: 'alternate', type: 'application/atom+xml', href: linkTo(path, feeds.atom) }),
          h('link', { rel: 'alternate', type: 'application/feed+json', href: linkTo(path, feeds.json) }),
        ],
  );
}

function header({ path, nav }: Page, { company }: Settings, words: PageWords): Element {
  return h(
    'header',
    { class: 'site' },
    h('a', { class: 'company', href: Href.external(company.website) }, company.name),
    nav.length === 0
      ? null
      : h(
          'nav',
          { 'aria-label': words.pages },
          ...nav.map((one) =>
            h(
              'a',
              { href: linkTo(path, one.path), 'aria-current': one.path === path ? 'page' : null },
              one.label,
            ),
          ),
        ),
  );
}

function footer({ path, language, feeds, foot }: Page, { company }: Settings, words: PageWords): Element {
  return h(
    'footer',
    { class: 'site' },
    foot,
    h(
      'p',
      {},
      `${labelled(words.questions, language)} `,
      h('a', { href: Href.mail(company.contact) }, company.contact),
    ),
    feeds === null
      ? null
      : h(
          'p',
          {},
          `${labelled(words.subscribe, language)} `,
          h('a', { href: linkTo(path, feeds.atom) }, 'Atom'),
          ' · ',
          h('a', { href: linkTo(path, feeds.json) }, 'JSON Feed'),
        ),
    h('p', { class: 'address' }, [company.legalName, ...company.postalAddress].join(' · ')),
  );
}
