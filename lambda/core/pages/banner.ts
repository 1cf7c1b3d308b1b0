import { decisionNow } from '../amendment.ts';
import { inWords } from '../calendar/local-date.ts';
import { type Content, type Element, h } from '../markup/html.ts';
import { amendmentLines } from './amendments.ts';
import { comparedPath } from './compared.ts';
import { type PageContext, pagePaths } from './context.ts';
import type { PostedText } from './input.ts';
import { linkTo } from './layout.ts';

/** Which of the three pages a text is shown on: they differ in the banner above it. */
export type Kind = 'current' | 'upcoming' | 'version';

/** What a reader has to know of a text before reading it: whether and from when it applies, and what to read instead. */
export function bannerOf(context: PageContext, text: PostedText, kind: Kind, path: string): Content {
  const { words, policyId, current, upcoming } = context;
  if (kind === 'version') return copyBanner(context, text, path);
  if (kind === 'current' && upcoming !== null && upcoming !== text) {
    const read = h('a', { href: linkTo(path, pagePaths.upcoming(policyId)) }, words.readIt);
    return banner(words.comes(dateOf(upcoming, context)), read, compareLink(context, upcoming, path));
  }
  if (text !== upcoming) return null;
  const today =
    current === null ? null : h('a', { href: linkTo(path, pagePaths.current(policyId)) }, words.readCurrent);
  return [
    banner(words.notYet(dateOf(text, context)), today, compareLink(context, text, path)),
    amendmentNotes(context, text),
  ];
}

/** Above a permanent copy: what it is, and what became of its date. */
function copyBanner(context: PageContext, text: PostedText, path: string): Content {
  const { words, policyId } = context;
  const today = h('a', { href: linkTo(path, pagePaths.current(policyId)) }, words.readCurrent);
  const copy = words.copy(text.record.version);
  return [
    text.record.state === 'withdrawn'
      ? banner(words.standing.withdrawn, today)
      : h('p', { class: 'note' }, copy, ' ', today),
    amendmentNotes(context, text),
  ];
}

function amendmentNotes(context: PageContext, { record }: PostedText): Content {
  const lines = amendmentLines(record, context);
  const broken = lines.flatMap((line, at) => (at === 0 ? [line] : [h('br', {}), line]));
  return lines.length === 0 ? null : h('p', { class: 'note' }, broken);
}

function banner(sentence: string, ...links: readonly Content[]): Element {
  const shown = links.filter((link) => link !== null);
  return h(
    'div',
    { class: 'banner' },
    h('p', {}, h('strong', {}, sentence)),
    h('p', {}, ...shown.map((one) => h('span', {}, one))),
  );
}

function compareLink({ policyId, words }: PageContext, text: PostedText, path: string): Content {
  const compared = comparedPath(policyId, text);
  return compared === null ? null : h('a', { href: linkTo(path, compared) }, words.seeChanges);
}

function dateOf({ record }: PostedText, { language, words }: PageContext): string {
  const decision = decisionNow(record);
  return decision === null ? words.undated : inWords(decision.effectiveDate, language);
}
