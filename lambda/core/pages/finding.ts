import type { Finding } from '../classify/model.ts';
import { labelled, type WrittenLanguage } from '../markup/language.ts';
import { type Content, type Element, h } from '../markup/html.ts';
import { Href } from '../markup/href.ts';
import { revealedText, shortened } from '../markup/text.ts';
import { excerpts } from '../notice/excerpt.ts';
import { citationsIn, reasonIn, type Said } from '../reasons/reason.ts';
import { redlineWords } from '../redline/words/words.ts';
import type { PageWords } from './words/model.ts';

const longestQuote = 400;

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
  const section = first.section.at(-1) ?? '';
  const show = place === null ? null : h('a', { class: 'place', href: Href.fragment(place) }, words.inText);
  return [
    section === '' ? null : h('h3', {}, shortened(section, 120)),
    quotes(first, words, language),
    ...group.map((finding) => groundsOf(finding, words, language)),
    show === null ? null : h('p', {}, show),
  ];
}

/** The rule that decides, then those that fire beside it, each with its basis. */
function groundsOf(finding: Finding, words: PageWords, language: WrittenLanguage): Content {
  return [finding, ...(finding.also ?? [])].map((ground, at) => {
    const label = (text: string): Element => h('span', { class: 'label' }, `${labelled(text, language)} `);
    const citations = citationsIn(ground, language).flatMap((said, place) =>
      place === 0 ? [inItsLanguage(said)] : [words.between, inItsLanguage(said)],
    );
    return [
      h(
        'p',
        { class: 'why' },
        label(at === 0 ? words.why : words.also),
        inItsLanguage(reasonIn(finding, language, ground)),
      ),
      citations.length === 0
        ? null
        : h('p', { class: 'basis' }, label(words.basis), h('cite', {}, ...citations)),
    ];
  });
}

function inItsLanguage({ text, lang }: Said): Content {
  return lang === null ? revealedText(text) : h('span', { lang }, revealedText(text));
}

function quotes({ old, new: fresh }: Finding, words: PageWords, language: WrittenLanguage): Content {
  const shown = (text: string): string => shortened(revealedText(text), longestQuote);
  const label = (name: string): string => `${labelled(name, language)} `;
  if (old !== null && fresh !== null && old.text === fresh.text)
    return quote('same', label(redlineWords[language].labels.moved), shown(fresh.text));
  if (old !== null && fresh !== null) {
    const [before, now] = excerpts(revealedText(old.text), revealedText(fresh.text), longestQuote);
    return [quote('before', label(words.before), before), quote('now', label(words.now), now)];
  }
  if (fresh !== null) return quote('now', label(words.added), shown(fresh.text));
  return old === null ? null : quote('before', label(words.removed), shown(old.text));
}

function quote(side: 'before' | 'now' | 'same', label: string, text: string): Element {
  return h('p', { class: `quote ${side}` }, h('span', { class: 'label' }, label), h('bdi', {}, text));
}
