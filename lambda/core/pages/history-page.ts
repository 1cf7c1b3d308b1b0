import type { VersionRecord } from '../archive.ts';
import { inWords, todayIn } from '../calendar/local-date.ts';
import type { Version } from '../ids.ts';
import { lineageOf } from '../lineage.ts';
import { type Content, type Element, h } from '../markup/html.ts';
import { labelled } from '../markup/language.ts';
import { noticeSubject } from '../notice/facts.ts';
import type { SiteFile } from '../site.ts';
import { amendmentLines, correctionSubjects } from './amendments.ts';
import { comparedPath } from './compared.ts';
import { effectiveLine, type PageContext, pagePaths, type PostedVersion } from './context.ts';
import type { PolicyPagesInput } from './input.ts';
import { linkTo, pageFile } from './layout.ts';
import { feedPaths, navOf } from './text-page.ts';

/** Every version that was posted, the latest first, with its dates, its weight and where it can be read. */
export function historyPage(context: PageContext, input: PolicyPagesInput): SiteFile {
  const { words, policyId, settings, language, name, posted } = context;
  const path = pagePaths.history(policyId);
  const main = [
    h(
      'div',
      { class: 'title' },
      h('h1', {}, words.historyTitle(name)),
      h('p', { class: 'lead' }, words.historyIntro),
    ),
    h(
      'ol',
      { class: 'versions' },
      ...posted.toReversed().map((one) => versionItem(context, input, one, path)),
    ),
  ];
  const title = words.historyTitle(name);
  return pageFile(
    { path, title, language, nav: navOf(context), feeds: feedPaths(context), main, foot: null },
    settings,
    'short',
  );
}

function versionItem(
  context: PageContext,
  input: PolicyPagesInput,
  one: PostedVersion,
  path: string,
): Element {
  const { words, policyId } = context;
  const { record, standing } = one;
  const compared = comparedPathOf(input, one);
  const links = [
    h('a', { href: linkTo(path, pagePaths.version(policyId, record.version)) }, words.fullText),
    compared === null ? null : h('a', { href: linkTo(path, compared) }, words.whatChanged),
  ].filter((link) => link !== null);
  return h(
    'li',
    { class: standing, id: `version-${record.version}` },
    h(
      'h2',
      {},
      words.version(record.version),
      ' ',
      h('span', { class: 'standing' }, words.standing[standing]),
    ),
    h('p', {}, h('strong', {}, effectiveLine(record, context)), ' · ', weightOf(context, input, one)),
    h('p', { class: 'dates' }, datesOf(context, one)),
    ...amendmentLines(record, context).map((line) => h('p', { class: 'dates' }, line)),
    ...subjectsOf(context, one),
    h('p', { class: 'links' }, ...links.map((link) => h('span', {}, link))),
    h(
      'p',
      { class: 'fingerprint' },
      `${labelled(words.fingerprint, context.language)} `,
      h('code', {}, record.hash),
    ),
  );
}

function weightOf({ words }: PageContext, input: PolicyPagesInput, { record }: PostedVersion): string {
  return previousOf(input, record) === null
    ? words.baseline
    : words.significance[record.significance ?? 'review'];
}

/** What it was compared with: the one before it then, whatever has become of that one. */
function previousOf({ versions }: PolicyPagesInput, record: VersionRecord): Version | null {
  if (record.comparedWith !== undefined) return record.comparedWith;
  return lineageOf(versions, record.version).previous?.version ?? null;
}

function datesOf({ words, language, settings }: PageContext, { record }: PostedVersion): Content {
  const day = (time: string): string => inWords(todayIn(settings.timeZone, time), language);
  const { decision } = record;
  const posted = words.posted(
    decision === null ? day(record.publishedAt) : inWords(decision.decidedOn, language),
  );
  return record.announcedAt === null ? posted : `${posted} · ${words.announced(day(record.announcedAt))}`;
}

/** Readers can hold a mail against it: what has another subject is not from the company. */
function subjectsOf(context: PageContext, { record }: PostedVersion): readonly Content[] {
  const { settings, policyId, language, words } = context;
  const { decision } = record;
  const announcement =
    decision?.notify === true ? [noticeSubject(settings, policyId, language, decision.effectiveDate)] : [];
  const subjects = [...announcement, ...correctionSubjects(record, context)];
  return subjects.map((subject) => h('p', { class: 'dates' }, words.noticeSubject(subject)));
}

/** For the texts at hand their assessment says where readers are sent to; for others their row does. */
function comparedPathOf(input: PolicyPagesInput, { record }: PostedVersion): string | null {
  const { policyId, posting, inForce } = input;
  const text = [posting, inForce].find((one) => one?.record.version === record.version) ?? null;
  if (text !== null) return comparedPath(policyId, text);
  const previous = previousOf(input, record);
  return previous === null ? null : pagePaths.compare(policyId, previous, record.version);
}
