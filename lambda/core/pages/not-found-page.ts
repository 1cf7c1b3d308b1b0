import type { WrittenLanguage } from '../markup/language.ts';
import { h } from '../markup/html.ts';
import { Href } from '../markup/href.ts';
import type { Settings } from '../settings/settings.ts';
import type { SiteFile } from '../site.ts';
import { pageFile } from './layout.ts';
import { notFoundPath } from './not-found-path.ts';
import { pageWords } from './words/words.ts';

/** Says that there is no such page, and where the policies are. */
export function notFoundPage(settings: Settings, language: WrittenLanguage): SiteFile {
  const words = pageWords[language];
  const home = h(
    'a',
    { href: Href.absolute(settings.site.url, '') },
    words.indexTitle(settings.company.name),
  );
  const main = [
    h('div', { class: 'title' }, h('h1', {}, words.notFound), h('p', { class: 'lead' }, words.notFoundText)),
    h('p', {}, home),
  ];
  const page = {
    path: notFoundPath,
    title: words.notFound,
    language,
    nav: [],
    feeds: null,
    main,
    foot: null,
  };
  return pageFile({ ...page, anywhere: true }, settings, 'short');
}
