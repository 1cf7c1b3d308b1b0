import { Href } from '../markup/href.ts';
import { renderXml, x } from '../markup/xml.ts';
import type { SiteFile } from '../site.ts';
import { effectiveLine, type PageContext, pagePaths, type PostedVersion } from './context.ts';

interface Entry {
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** ISO 8601 UTC, both. */
  readonly published: string;
  /** When it was last postponed or withdrawn, else as above. */
  readonly updated: string;
}

/** The feeds of a policy, Atom (RFC 4287) and JSON Feed 1.1: one entry per posted version, the latest first. */
export function feedFiles(context: PageContext): readonly SiteFile[] {
  const entries = context.posted.toReversed().map((one) => entryOf(context, one));
  return [atomFile(context, entries), jsonFile(context, entries)];
}

function entryOf(context: PageContext, { record }: PostedVersion): Entry {
  const { words, name, policyId, settings } = context;
  const weight =
    record.version === context.posted[0]?.record.version
      ? words.baseline
      : words.significance[record.significance ?? 'review'];
  return {
    url: Href.absolute(settings.site.url, pagePaths.version(policyId, record.version)).url,
    title: `${name}, ${words.version(record.version)}`,
    summary: `${weight}. ${effectiveLine(record, context)}.`,
    published: record.publishedAt,
    updated: record.amendments.at(-1)?.at ?? record.publishedAt,
  };
}

function atomFile({ settings, policyId, name, language }: PageContext, entries: readonly Entry[]): SiteFile {
  const at = (path: string): string => Href.absolute(settings.site.url, path).url;
  const self = at(`${policyId}/feed.xml`);
  const feed = x(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
    x('id', {}, self),
    x('title', {}, `${name} · ${settings.company.name}`),
    x('updated', {}, lastUpdate(entries)),
    x('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    x('link', { rel: 'alternate', type: 'text/html', href: at(pagePaths.history(policyId)) }),
    x('author', {}, x('name', {}, settings.company.legalName), x('uri', {}, settings.company.website)),
    ...entries.map(({ url, title, summary, published, updated }) =>
      x(
        'entry',
        {},
        x('id', {}, url),
        x('title', {}, title),
        x('link', { rel: 'alternate', type: 'text/html', href: url }),
        x('published', {}, published),
        x('updated', {}, updated),
        x('summary', { type: 'text' }, summary),
      ),
    ),
  );
  return {
    path: `${policyId}/feed.xml`,
    body: renderXml(feed),
    contentType: 'application/atom+xml; charset=utf-8',
    cache: 'short',
  };
}

function lastUpdate(entries: readonly Entry[]): string {
  return entries.reduce((last, { updated }) => (updated > last ? updated : last), '1970-01-01T00:00:00Z');
}

function jsonFile({ settings, policyId, name, language }: PageContext, entries: readonly Entry[]): SiteFile {
  const at = (path: string): string => Href.absolute(settings.site.url, path).url;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${name} · ${settings.company.name}`,
    home_page_url: at(pagePaths.history(policyId)),
    feed_url: at(`${policyId}/feed.json`),
    language,
    authors: [{ name: settings.company.legalName, url: settings.company.website }],
    items: entries.map(({ url, title, summary, published, updated }) => ({
      id: url,
      url,
      title,
      content_text: summary,
      date_published: published,
      ...(updated !== published && { date_modified: updated }),
    })),
  };
  return {
    path: `${policyId}/feed.json`,
    body: `${JSON.stringify(feed, null, 2)}\n`,
    contentType: 'application/feed+json; charset=utf-8',
    cache: 'short',
  };
}
