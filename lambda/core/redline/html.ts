import type { Block } from '../document/model.ts';
import type { WrittenLanguage } from '../markup/language.ts';
import { type Content, type Element, h, render } from '../markup/html.ts';
import { Href } from '../markup/href.ts';
import { isHeading } from '../markup/outline.ts';
import { revealedText } from '../markup/text.ts';
import { asideContent, spanContent } from './html-spans.ts';
import type { RedlineChange, RedlineEntry, RedlineSection } from './model.ts';
import type { RedlineWords } from './words/model.ts';
import { redlineWords, whereaboutsText } from './words/words.ts';

/** The id of a change on a comparison page. */
export function changeId(number: number): string {
  return `change-${number}`;
}

/** The redline as HTML: one `section` with an h3 per section of the policy; unchanged text folded into `details`. */
export function redlineHtml(sections: readonly RedlineSection[], language: WrittenLanguage = 'en'): string {
  return render(redlineContent(sections, language));
}

/** The same, to be placed in a page. */
export function redlineContent(
  sections: readonly RedlineSection[],
  language: WrittenLanguage,
): readonly Content[] {
  const words = redlineWords[language];
  const total = sections.reduce((sum, { changes }) => sum + changes, 0);
  if (total === 0) return [h('p', {}, words.nothing)];
  return groups(sections).map((group) =>
    group.length === 1 && group[0] !== undefined && hasNews(group[0])
      ? sectionContent(group[0], total, words)
      : foldedSections(group, words),
  );
}

function hasNews({ entries }: RedlineSection): boolean {
  return entries.some(({ kind }) => kind !== 'unchanged');
}

/** Neighbouring sections without news are folded together. */
function groups(sections: readonly RedlineSection[]): readonly (readonly RedlineSection[])[] {
  const out: RedlineSection[][] = [];
  for (const section of sections) {
    const last = out.at(-1)?.[0];
    if (last !== undefined && !hasNews(last) && !hasNews(section)) out.at(-1)?.push(section);
    else out.push([section]);
  }
  return out;
}

function foldedSections(sections: readonly RedlineSection[], words: RedlineWords): Element {
  return folded(
    sections.flatMap(({ entries }) =>
      entries.flatMap((entry) => (entry.kind === 'unchanged' ? entry.blocks : [])),
    ),
    words,
  );
}

function folded(blocks: readonly Block[], words: RedlineWords): Element {
  return h(
    'details',
    { class: 'same' },
    h('summary', {}, words.unchanged(blocks.length)),
    ...blocks.map((block) => blockLine(block, block.text)),
  );
}

function sectionContent({ path, entries }: RedlineSection, total: number, words: RedlineWords): Element {
  const above = path.slice(1, -1).join(' › ');
  return h(
    'section',
    { class: 'redline' },
    above === '' ? null : h('p', { class: 'above' }, above),
    h('h3', {}, path.at(-1) || words.start),
    ...entries.map((entry) => entryContent(entry, total, words)),
  );
}

function entryContent(entry: RedlineEntry, total: number, words: RedlineWords): Element {
  if (entry.kind === 'unchanged') return folded(entry.blocks, words);
  if (entry.kind !== 'departed') return changeContent(entry, total, words);
  const href = Href.fragment(changeId(entry.number));
  return h('p', { class: 'departed' }, h('a', { href }, whereaboutsText(words, 'movedTo', entry.movedTo)));
}

function changeContent(change: RedlineChange, total: number, words: RedlineWords): Element {
  return h(
    'div',
    { class: `change ${change.kind}`, id: changeId(change.number) },
    changeHead(change, total, words),
    ...changedText(change),
    ...change.asides.map((aside) => asideContent(aside, words)),
  );
}

function changeHead(change: RedlineChange, total: number, words: RedlineWords): Element {
  const { kind, number } = change;
  const from = 'movedFrom' in change ? change.movedFrom : null;
  const label =
    kind !== 'moved' && from !== null ? `${words.labels[kind]}, ${words.labels.moved}` : words.labels[kind];
  const next = Href.fragment(changeId(number + 1));
  return h(
    'p',
    { class: 'tag' },
    h('a', { href: Href.fragment(changeId(number)), 'aria-label': words.change(number) }, String(number)),
    ' ',
    h('strong', {}, label),
    from === null ? null : [' ', whereaboutsText(words, 'movedFrom', from)],
    number < total ? [' ', h('a', { class: 'next', href: next, 'aria-label': words.next }, '↓')] : null,
  );
}

function changedText(change: RedlineChange): readonly Content[] {
  if (change.kind === 'moved') return change.blocks.map((block) => blockLine(block, block.text));
  if ('blocks' in change) {
    const tag = change.kind === 'added' ? 'ins' : 'del';
    return change.blocks.map((block) => blockLine(block, h(tag, {}, revealedText(block.text))));
  }
  return [blockLine(change.block, 'spans' in change ? spanContent(change.spans) : change.block.text)];
}

/** Every passage is a paragraph; a heading, list item or table row looks like what it is. */
function blockLine(block: Block, content: Content): Element {
  const look = isHeading(block) ? 'was-heading' : block.kind === 'li' ? 'was-item' : null;
  return h('p', { class: look }, content);
}
