import { decisionNow } from '../amendment.ts';
import { inWords } from '../calendar/local-date.ts';
import type { VersionRecord } from '../archive.ts';
import type { PolicyId } from '../ids.ts';
import { writtenLanguage } from '../markup/language.ts';
import { type Element, h } from '../markup/html.ts';
import { Href } from '../markup/href.ts';
import { policyName, type Settings } from '../settings/settings.ts';
import type { SiteChange } from '../site.ts';
import { pagePaths, type PostedVersion, postedVersions } from './context.ts';
import { genuineNoticesFile, genuineNoticesPath } from './genuine-notices.ts';
import { linkTo, pageFile } from './layout.ts';
import { notFoundPage } from './not-found-page.ts';
import { styleFile } from './style.ts';
import type { PageWords } from './words/model.ts';
import { pageWords } from './words/words.ts';

/** What the front of the site is made from: every policy with all its rows, as they stand after the posting. */
export interface SiteIndexInput {
  readonly settings: Settings;
  readonly policies: readonly { readonly policyId: PolicyId; readonly versions: readonly VersionRecord[] }[];
}

/** The front page of the site, which lists the policies, and the list of genuine notices. */
export function siteIndex({ settings, policies }: SiteIndexInput): SiteChange {
  const language = writtenLanguage(settings.languages[0] ?? 'en', 'en');
  const words = pageWords[language];
  const listed = policies.map(({ policyId, versions }) => ({ policyId, posted: postedNow(versions) }));
  const visible = listed.filter(({ posted }) => posted.length > 0);
  const item = ({ policyId, posted }: (typeof visible)[number]): Element => {
    const policy = settings.policies[policyId];
    const name = policy === undefined ? policyId : policyName(policy, language);
    return h(
      'li',
      {},
      h('h2', {}, h('a', { href: linkTo('', pagePaths.current(policyId)) }, name)),
      ...linesOf(posted, words, language).map((line) => h('p', {}, line)),
      h('p', { class: 'links' }, h('a', { href: linkTo('', pagePaths.history(policyId)) }, words.history)),
    );
  };
  const main = [
    h(
      'div',
      { class: 'title' },
      h('h1', {}, words.indexTitle(settings.company.name)),
      h('p', { class: 'lead' }, words.indexIntro),
    ),
    h('ul', { class: 'policies' }, ...visible.map(item)),
  ];
  const foot = h(
    'p',
    {},
    `${words.genuine} `,
    h('a', { href: Href.relative(genuineNoticesPath) }, 'policy-changes.json'),
  );
  const title = words.indexTitle(settings.company.name);
  return {
    write: [
      styleFile,
      pageFile({ path: '', title, language, nav: [], feeds: null, main, foot }, settings, 'short'),
      genuineNoticesFile(settings, visible),
      notFoundPage(settings, language),
    ],
    remove: [],
  };
}

/** What is posted, by the states of the rows alone. */
function postedNow(versions: readonly VersionRecord[]): readonly PostedVersion[] {
  const last = (state: VersionRecord['state']): number | null =>
    versions.findLast((one) => one.state === state)?.version ?? null;
  return postedVersions(versions, last('current'), last('upcoming'));
}

function linesOf(
  posted: readonly PostedVersion[],
  words: PageWords,
  language: 'en' | 'de' | 'fr' | 'es',
): readonly string[] {
  return posted.flatMap(({ record, standing }) => {
    const decision = decisionNow(record);
    const date = decision && inWords(decision.effectiveDate, language);
    if (standing === 'current') return [date === null ? words.undated : words.effective(date)];
    return standing === 'upcoming' && date !== null ? [words.comes(date)] : [];
  });
}
