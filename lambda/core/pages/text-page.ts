import { documentContent } from '../markup/blocks.ts';
import { type Content, type Element, h } from '../markup/html.ts';
import { Href } from '../markup/href.ts';
import { labelled } from '../markup/language.ts';
import { hasOwnTitle, type OutlineEntry, outlineOf } from '../markup/outline.ts';
import type { SiteFile } from '../site.ts';
import { bannerOf, type Kind } from './banner.ts';
import { comparedPath } from './compared.ts';
import { cacheOf, effectiveLine, type PageContext, pagePaths } from './context.ts';
import type { PostedText } from './input.ts';
import { linkTo, type NavLink, pageFile } from './layout.ts';

/** The page of the text in force, with word of the version that follows it. */
export function currentPage(context: PageContext, text: PostedText): SiteFile {
  return textPage(context, text, 'current');
}

/** The page of the version that is posted and not yet in force. */
export function upcomingPage(context: PageContext, text: PostedText): SiteFile {
  return textPage(context, text, 'upcoming');
}

/** The permanent copy of a version. It says nothing that a later day could make untrue. */
export function versionPage(context: PageContext, text: PostedText): SiteFile {
  return textPage(context, text, 'version');
}

const idsOfThePage = ['text', 'contents'];

function textPage(context: PageContext, text: PostedText, kind: Kind): SiteFile {
  const { words, policyId, settings, name, language } = context;
  const { record, document } = text;
  const path = kind === 'version' ? pagePaths.version(policyId, record.version) : pagePaths[kind](policyId);
  const outline = outlineOf(document, idsOfThePage);
  const content = documentContent(document, outline, settings.company.website, words);
  const [title, body] = hasOwnTitle(document)
    ? [content.slice(0, 1), content.slice(1)]
    : [h('h1', {}, document.title || name), content];
  const main = [
    bannerOf(context, text, kind, path),
    h('div', { class: 'title' }, title, metaLine(context, text, kind, path)),
    contentsOf(outline, words.contents),
    h('article', { lang: document.language === 'und' ? null : document.language }, body),
  ];
  return pageFile(
    {
      path,
      title: titleOf(context, text, kind),
      language,
      nav: navOf(context),
      feeds: feedPaths(context),
      main,
      foot: fingerprint(context, text),
    },
    settings,
    kind === 'version' ? cacheOf(record) : 'short',
  );
}

function titleOf({ name, words }: PageContext, { record }: PostedText, kind: Kind): string {
  if (kind === 'version') return `${name}, ${words.version(record.version)}`;
  return kind === 'upcoming' ? `${name} (${words.standing.upcoming})` : name;
}

/** The pages of a policy, for the navigation. */
export function navOf({ policyId, words }: PageContext): readonly NavLink[] {
  return [
    { path: '', label: words.allPolicies },
    { path: pagePaths.current(policyId), label: words.current },
    { path: pagePaths.history(policyId), label: words.history },
  ];
}

/** Where the feeds of a policy lie. */
export function feedPaths({ policyId }: PageContext): { readonly atom: string; readonly json: string } {
  return { atom: `${policyId}/feed.xml`, json: `${policyId}/feed.json` };
}

function metaLine(context: PageContext, text: PostedText, kind: Kind, path: string): Element {
  const { words, policyId } = context;
  const { record } = text;
  const compared = comparedPath(policyId, text);
  const permanent = pagePaths.version(policyId, record.version);
  const parts: Content[] = [
    h('strong', {}, effectiveLine(record, context)),
    kind === 'version'
      ? words.version(record.version)
      : h('a', { href: linkTo(path, permanent) }, words.version(record.version)),
    compared === null ? words.baseline : h('a', { href: linkTo(path, compared) }, words.whatChanged),
  ];
  return h('p', { class: 'meta' }, ...parts.map((part) => h('span', {}, part)));
}

function contentsOf(outline: readonly OutlineEntry[], label: string): Content {
  const entries = outline.filter(({ tag }) => tag === 'h2');
  if (entries.length < 4) return null;
  return h(
    'nav',
    { class: 'contents', 'aria-labelledby': 'contents' },
    h('p', { id: 'contents' }, label),
    h(
      'ul',
      {},
      ...entries.map(({ id, block }) => h('li', {}, h('a', { href: Href.fragment(id) }, block.text))),
    ),
  );
}

function fingerprint({ words, language }: PageContext, { record }: PostedText): Element {
  return h(
    'p',
    { class: 'fingerprint' },
    `${labelled(words.fingerprint, language)} `,
    h('code', {}, record.hash),
  );
}
