import { classify } from '../lambda/core/classify/classify.ts';
import { checkMinorProof } from '../lambda/core/classify/proof/proof.ts';
import { isAnnounced } from '../lambda/core/significance.ts';
import { baselines, tunedThreshold } from './baselines.ts';
import type { Pair } from './corpus.ts';
import { pairsOf } from './corpus.ts';

/**
 * Measures the classifier: `npx tsx bench/classify.ts <corpus folder or written pairs .json> [--misses]`. Prints precision,
 * recall and F1 for "significant", overall and by stratum, beside three baselines. Exits 1 when a minor verdict has no proof.
 */
interface Judged {
  readonly pair: Pair;
  readonly said: boolean;
  readonly why: string;
  readonly proof: readonly string[];
}

function judge(pair: Pair): Judged {
  const comparison = pair.compare();
  const verdict = classify(comparison);
  const said = isAnnounced(verdict.significance);
  const first = verdict.findings[0];
  const why = first === undefined ? verdict.forbidden.join(' ') : `${first.rule} ${first.summary}`;
  return { pair, said, why, proof: said ? [] : checkMinorProof(comparison, verdict).failures };
}

function scores(name: string, of: readonly { readonly truth: boolean; readonly said: boolean }[]): void {
  const count = (truth: boolean, said: boolean): number =>
    of.filter((one) => one.truth === truth && one.said === said).length;
  const [right, alarms, missed, quiet] = [
    count(true, true),
    count(false, true),
    count(true, false),
    count(false, false),
  ];
  const precision = right / Math.max(1, right + alarms);
  const recall = right / Math.max(1, right + missed);
  const f1 = (2 * right) / Math.max(1, 2 * right + alarms + missed);
  const cells = [precision, recall, f1].map((value) => value.toFixed(3)).join('  ');
  console.log(
    `${name.padEnd(30)} ${cells}   ${right} right, ${alarms} false alarms, ${missed} missed, ${quiet} rightly minor`,
  );
}

const strata: readonly (readonly [string, (pair: Pair) => boolean])[] = [
  ['all', () => true],
  ['random draw', ({ sample }) => sample === 'random'],
  ['targeted', ({ sample }) => sample === 'targeted'],
  ['at most 10 changed words', ({ words }) => words <= 10],
  ['11 to 100', ({ words }) => words > 10 && words <= 100],
  ['more than 100', ({ words }) => words > 100],
  ['Markdown', ({ ext }) => ext === 'md'],
  ['HTML', ({ ext }) => ext === 'html'],
  ['plain text', ({ ext }) => ext === 'txt'],
];

function main(path: string, showMisses: boolean): void {
  const judged = pairsOf(path).map(judge);
  const isTrue = ({ label }: Pair): boolean => label === 'significant';
  console.log(`${judged.length} pairs of ${path}\n${' '.repeat(30)} precision recall F1`);
  for (const [name, belongs] of strata) {
    const part = judged.filter(({ pair }) => belongs(pair));
    if (part.length === 0) continue;
    scores(
      name,
      part.map(({ pair, said }) => ({ truth: isTrue(pair), said })),
    );
  }
  const threshold = tunedThreshold(judged.map(({ pair }) => pair));
  console.log(`\nbaselines (the ratio's threshold is tuned on these very pairs: ${threshold.toFixed(4)})`);
  for (const [name, says] of baselines(threshold)) {
    scores(
      name,
      judged.map(({ pair }) => ({ truth: isTrue(pair), said: says(pair) })),
    );
    const tiny = judged.filter(({ pair }) => pair.words <= 10);
    scores(
      `  at most 10 changed words`,
      tiny.map(({ pair }) => ({ truth: isTrue(pair), said: says(pair) })),
    );
  }
  if (showMisses)
    for (const { pair, said, why } of judged)
      if (said !== isTrue(pair))
        console.log(
          `${said ? 'false alarm' : 'MISSED'} ${pair.id} ${pair.org}: ${pair.note} | ${why.slice(0, 240)}`,
        );
  const unproved = judged.filter(({ proof }) => proof.length > 0);
  console.log(
    `\n${judged.filter(({ said }) => !said).length} minor verdicts, ${unproved.length} without a proof that holds`,
  );
  for (const { pair, proof } of unproved) console.log(`  ${pair.id}: ${proof[0] ?? ''}`);
  if (unproved.length > 0) process.exitCode = 1;
}

const [path, flag] = process.argv.slice(2);
if (path === undefined) {
  console.error(
    'Name a corpus folder (with index.jsonl) or a .json file of written pairs: npx tsx bench/classify.ts ../shared/corpus/dev',
  );
  process.exitCode = 2;
} else main(path, flag === '--misses');
