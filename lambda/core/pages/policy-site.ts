import type { SiteChange } from '../site.ts';
import { comparedWith } from './compared.ts';
import { comparePage, type Compared } from './compare-page.ts';
import { pageContext, pagePaths } from './context.ts';
import { feedFiles } from './feeds.ts';
import { historyPage } from './history-page.ts';
import type { PolicyPagesInput, PostedText } from './input.ts';
import { styleFile } from './style.ts';
import { currentPage, upcomingPage, versionPage } from './text-page.ts';

/** The files of one policy after a posting. The same input gives the same bytes; nothing in it asks a clock. */
export function policyPages(input: PolicyPagesInput): SiteChange {
  const context = pageContext(input);
  const { current, upcoming } = context;
  const upcomingPath = `${pagePaths.upcoming(input.policyId)}index.html`;
  const onFront = current ?? upcoming ?? input.posting;
  const permanent = [input.posting, ...(input.withdrawn ? [input.withdrawn] : [])];
  return {
    write: [
      styleFile,
      currentPage(context, onFront),
      ...(upcoming === null ? [] : [upcomingPage(context, upcoming)]),
      ...permanent.flatMap((text) => [
        versionPage(context, text),
        ...comparisonsOf(text).map((compared) => comparePage(context, text, compared)),
      ]),
      historyPage(context, input),
      ...feedFiles(context),
    ],
    remove: upcoming === null ? [upcomingPath] : [],
  };
}

function comparisonsOf(text: PostedText): readonly Compared[] {
  const { assessment, comparison, comparisonSinceTold } = text;
  const previous = comparedWith(text);
  const told = assessment?.lastTold ?? null;
  const out: Compared[] = [];
  if (comparison !== null && previous !== null) {
    out.push({ older: previous, comparison, classification: assessment?.changes ?? null });
  }
  if (comparisonSinceTold !== null && told !== null && told !== previous) {
    out.push({ older: told, comparison: comparisonSinceTold, classification: assessment?.sinceTold ?? null });
  }
  return out;
}
