import type { Classification } from '../lambda/core/classify/model.ts';
import type { Comparison } from '../lambda/core/compare/model.ts';
import { paint, paintSignificance } from './paint.ts';
import { findingLines } from './print-findings.ts';

/** Prints verdict, counts and findings of one comparison. */
export function printComparison(
  comparison: Comparison,
  classification: Classification,
  names: { readonly oldPath: string; readonly newPath: string },
): void {
  const { findings, forbidden, significance } = classification;
  const lines = [
    `${names.oldPath} ${paint('dim', '→')} ${names.newPath}`,
    `${paintSignificance(significance)} ${paint('dim', '·')} ${verdictSentence(classification)}`,
    paint('dim', countsLine(comparison)),
    ...forbidden.map((why) => paint('yellow', `not provably minor: ${why}`)),
    ...findingLines(findings),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function verdictSentence({ significance, findings }: Classification): string {
  const told = findings.filter(
    (one) => one.significance === 'significant' || one.significance === 'review',
  ).length;
  switch (significance) {
    case 'none':
      return 'the words are the same: nothing to post, nobody to tell.';
    case 'minor':
      return `${findings.length} ${findings.length === 1 ? 'change' : 'changes'}, each proved editorial: post it, tell nobody.`;
    case 'review':
      return `a person should look; if nobody does, customers are told (${told} of ${findings.length} findings).`;
    case 'significant':
      return `customers must be told (${told} of ${findings.length} findings).`;
  }
}

function countsLine({ counts }: Comparison): string {
  const parts = (['reworded', 'added', 'removed', 'moved', 'renumbered', 'split', 'merged'] as const)
    .filter((op) => counts[op] > 0)
    .map((op) => `${counts[op]} ${op}`);
  return `${[...parts, `${counts.kept} kept`].join(', ')}; ${counts.wordsDeleted} words out, ${counts.wordsInserted} in`;
}
