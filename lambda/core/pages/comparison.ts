import type { Classification } from '../classify/model.ts';
import type { Comparison } from '../compare/model.ts';
import type { WrittenLanguage } from '../markup/language.ts';
import { type Content, type Element, h } from '../markup/html.ts';
import { redlineContent } from '../redline/html.ts';
import type { RedlineSection } from '../redline/model.ts';
import { redline } from '../redline/redline.ts';
import { findingContent, groupedFindings } from './finding.ts';
import { placesOf } from './places.ts';
import { pageWords } from './words/words.ts';

/** A comparison below its heading: the findings first, then every change section by section. */
export function comparisonContent(
  comparison: Comparison,
  classification: Classification | null,
  language: WrittenLanguage,
): readonly Content[] {
  const words = pageWords[language];
  const sections = redline(comparison);
  const documentLanguage = comparison.new.language;
  const lang = documentLanguage === 'und' || documentLanguage === language ? null : documentLanguage;
  return [
    h(
      'section',
      { class: 'summary' },
      h('h2', {}, words.summary),
      summary(classification, sections, language),
    ),
    h('h2', { id: 'changes' }, words.everyChange),
    h('p', { class: 'legend' }, words.legend),
    h('div', { class: 'redlines', lang }, redlineContent(sections, language)),
  ];
}

/** Findings of substance stand open; small ones are folded away with their count. */
function summary(
  classification: Classification | null,
  sections: readonly RedlineSection[],
  language: WrittenLanguage,
): Content {
  const words = pageWords[language];
  const groups = groupedFindings(classification?.findings ?? []);
  const weighty = groups.filter((group) => group.some(({ significance }) => significance !== 'minor'));
  const minor = groups.filter((group) => !weighty.includes(group));
  const places = placesOf(sections);
  const item = (group: (typeof groups)[number]): Element =>
    h('li', {}, findingContent(group, places(group[0]), words, language));
  return [
    h('p', { class: 'count' }, weighty.length === 0 ? words.noFindings : words.findings(weighty.length)),
    weighty.length === 0 ? null : h('ol', { class: 'findings' }, ...weighty.map(item)),
    minor.length === 0
      ? null
      : h(
          'details',
          { class: 'small-changes' },
          h('summary', {}, words.smallChanges(minor.length)),
          h('ol', { class: 'findings' }, ...minor.map(item)),
        ),
  ];
}
