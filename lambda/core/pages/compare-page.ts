import type { Classification } from '../classify/model.ts';
import type { Comparison } from '../compare/model.ts';
import type { Version } from '../ids.ts';
import { type Content, type Element, h } from '../markup/html.ts';
import type { SiteFile } from '../site.ts';
import { comparisonContent } from './comparison.ts';
import { cacheOf, effectiveLine, type PageContext, pagePaths } from './context.ts';
import type { PostedText } from './input.ts';
import { linkTo, pageFile } from './layout.ts';
import { feedPaths, navOf } from './text-page.ts';

/** What is compared: two versions, and the verdict on their difference. */
export interface Compared {
  readonly older: Version;
  readonly comparison: Comparison;
  readonly classification: Classification | null;
}

/** The page that tells a reader what changes: the findings first, then every change section by section. */
export function comparePage(context: PageContext, text: PostedText, compared: Compared): SiteFile {
  const { words, policyId, settings, language, name } = context;
  const path = pagePaths.compare(policyId, compared.older, text.record.version);
  const main = [
    h(
      'div',
      { class: 'title' },
      h('h1', {}, words.compareTitle(name)),
      metaLine(context, text, compared.older, path),
    ),
    ...comparisonContent(compared.comparison, compared.classification, language),
  ];
  const title = words.compareTitle(name);
  return pageFile(
    { path, title, language, nav: navOf(context), feeds: feedPaths(context), main, foot: null },
    settings,
    cacheOf(text.record),
  );
}

function metaLine(context: PageContext, text: PostedText, older: Version, path: string): Element {
  const { words, policyId, posted } = context;
  const before = posted.find(({ record }) => record.version === older)?.record ?? null;
  const side = (version: Version, dated: string | null): Content => [
    h('a', { href: linkTo(path, pagePaths.version(policyId, version)) }, words.version(version)),
    dated === null ? null : ` (${dated})`,
  ];
  return h(
    'p',
    { class: 'meta' },
    h('span', {}, side(older, before && effectiveLine(before, context))),
    h('span', {}, '→ ', side(text.record.version, effectiveLine(text.record, context))),
  );
}
