import type { Finding } from '../classify/model.ts';
import type { WrittenLanguage } from '../markup/language.ts';
import { type Content, type Element, h } from '../markup/html.ts';
import { Href } from '../markup/href.ts';
import { revealedText, shortened } from '../markup/text.ts';
import { excerpts } from '../notice/excerpt.ts';
import { redlineWords } from '../redline/words/words.ts';
import type { PageWords } from './words/words.ts';

const longestQuote = 400;
/** Reasons and citations come from the rules, which are written in English. */
const rulesLanguage = 'en';

/** Findings that speak about the same words, in their order. */
export function groupedFindings(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.section, finding.old?.text, finding.new?.text]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

/** One change as a reader sees it: where, old and new words, then why it counts and on what basis. */
export function findingContent(
  group: readonly [Finding, ...Finding[]],
  place: string | null,
  words: PageWords,
  language: WrittenLanguage,
): Content {
  const [first] = group;
  const lang = language === rulesLanguage ? null : rulesLanguage;
  const section = first.section.at(-1) ?? '';
  const show = place === null ? null : h('a', { class: 'place', href: Href.fragment(place) }, words.inText);
  return [
    section === '' ? null : h('h3', {}, shortened(section, 120)),
    quotes(first, words, redlineWords[language].labels.moved),
    ...group.map((finding) => groundsOf(finding, words, lang)),
    show === null ? null : h('p', {}, show),
  ];
}

function groundsOf({ reason, citations }: Finding, words: PageWords, lang: string | null): Content {
  const label = (text: string): Element => h('span', { class: 'label' }, `${text}: `);
  return [
    h('p', { class: 'why' }, label(words.why), h('span', { lang }, revealedText(reason))),
    citations.length === 0
      ? null
      : h('p', { class: 'basis' }, label(words.basis), h('cite', { lang }, citations.join('; '))),
  ];
}

function quotes({ old, new: fresh }: Finding, words: PageWords, moved: string): Content {
  const shown = (text: string): string => shortened(revealedText(text), longestQuote);
  if (old !== null && fresh !== null && old.text === fresh.text)
    return quote('same', moved, shown(fresh.text));
  if (old !== null && fresh !== null) {
    const [before, now] = excerpts(revealedText(old.text), revealedText(fresh.text), longestQuote);
    return [quote('before', words.before, before), quote('now', words.now, now)];
  }
  if (fresh !== null) return quote('now', words.added, shown(fresh.text));
  return old === null ? null : quote('before', words.removed, shown(old.text));
}

function quote(side: 'before' | 'now' | 'same', label: string, text: string): Element {
  return h('p', { class: `quote ${side}` }, h('span', { class: 'label' }, `${label}: `), h('bdi', {}, text));
}
