import type { Finding } from '../lambda/core/classify/model.ts';
import type { Span } from '../lambda/core/compare/model.ts';
import { tidySpans } from '../lambda/core/compare/tidy.ts';
import { wordSpans } from '../lambda/core/compare/words.ts';
import { ruleById } from '../lambda/core/rules/rules.ts';
import { significances } from '../lambda/core/significance.ts';
import { paint, paintDeleted, paintInserted, paintSignificance } from './paint.ts';
import { wrap } from './wrap.ts';

const contextWords = 12;

/** Findings as a lawyer reads them: by section, the most severe section and finding first. */
export function findingLines(findings: readonly Finding[]): string[] {
  const sections = new Map<string, Finding[]>();
  for (const finding of bySeverity(findings)) {
    const section = finding.section.join(' › ') || '(before the first heading)';
    sections.set(section, [...(sections.get(section) ?? []), finding]);
  }
  return [...sections].flatMap(([section, inside]) => [
    '',
    paint('bold', section),
    ...inside.flatMap(oneFinding),
  ]);
}

function bySeverity(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding): number => -significances.indexOf(finding.significance);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

function oneFinding(finding: Finding): string[] {
  const head = `  ${paintSignificance(finding.significance)}  ${ruleById(finding.rule)?.title ?? finding.summary}`;
  const why = [finding, ...(finding.also ?? [])].map(
    ({ rule, reason, citations }, at) =>
      `${at === 0 ? 'why' : 'also'}  ${reason} ${paint('dim', `(${[rule, ...citations].join('; ')})`)}`,
  );
  const affects = finding.affects.length === 0 ? [] : [`used in  ${finding.affects.join('; ')}`];
  const proof =
    finding.transformations.length === 0 ? [] : [`proved by  ${finding.transformations.join(', ')}`];
  return [
    wrap(head, 4),
    wrap(redline(finding), 6),
    ...[...why, ...proof, ...affects].map((line) => wrap(`      ${line}`, 11)),
  ];
}

function redline({ old, new: now }: Finding): string {
  if (old === null && now === null) return '';
  if (old === null) return `      ${paintInserted(now?.text ?? '')}`;
  if (now === null) return `      ${paintDeleted(old.text)}`;
  return `      ${tidySpans(wordSpans(old.text, now.text).spans).map(paintSpan).join('')}`;
}

/** Unchanged stretches are cut in the middle: the reader needs the change and its neighbourhood. */
function paintSpan({ op, text }: Span): string {
  if (op === 'delete') return paintDeleted(text);
  if (op === 'insert') return paintInserted(text);
  const words = text.split(' ');
  if (words.length <= contextWords * 2 + 2) return text;
  return `${words.slice(0, contextWords).join(' ')} … ${words.slice(-contextWords).join(' ')}`;
}
