import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesOf } from '../lambda/core/classify/changes.ts';
import { featureNames, greyFeatures } from '../lambda/core/classify/grey.ts';
import { ruleById, ruleFor } from '../lambda/core/rules/rules.ts';
import { pairsOf } from './corpus.ts';
import type { Row } from './logistic.ts';
import { areaUnderCurve, brierScore, crossPredict, fit, predict } from './logistic.ts';

/**
 * Trains the model behind the confidence of K50 and measures every rule's precision:
 * `npx tsx bench/train.ts <corpus folder> [<folder of other organisations>] [--write]`. Prints Brier score and area under the curve,
 * cross-validated by organisation with the ridge chosen on the other folds, beside a constant and the number of words alone.
 */
const table = join(__dirname, '..', 'lambda', 'core', 'classify', 'weights.json');
const folds = 10;
const ridges = [1, 3, 10] as const;
/** A version with more open changes than this does not say which of them made it significant: it teaches nothing. */
const mostChanges = 4;

interface Learnt {
  readonly lessons: readonly Row[];
  /** By rule: how many versions it fired in, and how many of those are significant. */
  readonly fired: ReadonlyMap<string, readonly [right: number, total: number]>;
}

/**
 * Every change that no editorial transformation explains is a lesson with the label of its version: one that a rule knows
 * stands in for the one whose word the lexicon lacks, since the features leave the lexicon's words in the change itself aside.
 */
function learnt(folder: string): Learnt {
  const lessons: Row[] = [];
  const fired = new Map<string, readonly [number, number]>();
  for (const pair of pairsOf(folder)) {
    const comparison = pair.compare();
    const label = pair.label === 'significant';
    const changes = changesOf(comparison);
    const open = changes.filter(({ change }) => change.editorial.length === 0);
    if (open.length <= mostChanges)
      for (const one of open)
        lessons.push({
          features: greyFeatures(one, comparison),
          label,
          weight: 1 / open.length,
          group: pair.org,
        });
    for (const id of new Set(changes.map(({ change }) => ruleFor(change).id))) {
      const [right, total] = fired.get(id) ?? [0, 0];
      fired.set(id, [right + (label ? 1 : 0), total + 1]);
    }
  }
  return { lessons, fired };
}

/** Each row predicted by a model that saw nothing of its organisation, under the ridge that does best on the other organisations. */
function nested(rows: readonly Row[]): number[] {
  const inner = ridges.map((ridge) => crossPredict(rows, rows, ridge, folds));
  const groups = [...new Set(rows.map(({ group }) => group))].sort();
  return rows.map((row, at) => {
    const fold = groups.indexOf(row.group) % folds;
    const others = rows.flatMap(({ group }, index) =>
      groups.indexOf(group) % folds === fold ? [] : [index],
    );
    const scores = inner.map((said) =>
      brierScore(
        others.map((index) => rows[index] ?? row),
        others.map((index) => said[index] ?? 0),
      ),
    );
    return inner[scores.indexOf(Math.min(...scores))]?.[at] ?? 0;
  });
}

const columns: readonly (readonly [name: string, features: readonly number[]])[] = [
  ['a constant', []],
  ['number of words', [0]],
  ['the model', featureNames.map((_, index) => index)],
];

function only(rows: readonly Row[], features: readonly number[]): Row[] {
  return rows.map((row) => ({ ...row, features: features.map((index) => row.features[index] ?? 0) }));
}

function compareModels(rows: readonly Row[], unseen: readonly Row[]): void {
  for (const [name, features] of columns) {
    const own = only(rows, features);
    const said = nested(own);
    const cells = [scores('nested cross-validation', own, said)];
    if (unseen.length > 0) {
      const model = fit(own, ridges[1]);
      const others = only(unseen, features);
      cells.push(
        scores(
          'other organisations',
          others,
          others.map((row) => predict(model, row.features)),
        ),
      );
    }
    console.log(`${name.padEnd(16)} ${cells.join('   ')}`);
  }
}

function scores(where: string, rows: readonly Row[], said: readonly number[]): string {
  return `${where}: Brier ${brierScore(rows, said).toFixed(3)}, area ${areaUnderCurve(rows, said).toFixed(3)}`;
}

function precisions(fired: Learnt['fired']): Record<string, number> {
  return Object.fromEntries(
    [...fired]
      .filter(([id]) => id !== 'K50' && ruleById(id)?.significance !== 'minor')
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([id, [right, total]]) => [id, Math.round(((right + 2) / (total + 2.5)) * 100) / 100]),
  );
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function main(folder: string, other: string | undefined, write: boolean): void {
  const { lessons, fired } = learnt(folder);
  const unseen = other === undefined ? [] : learnt(other).lessons;
  console.log(
    `${lessons.length} lessons of ${folder}${other === undefined ? '' : `, ${unseen.length} of ${other}`}`,
  );
  compareModels(lessons, unseen);
  const model = fit(lessons, ridges[1]);
  featureNames.forEach((name, index) =>
    console.log(`${(model.weights[index] ?? 0).toFixed(2).padStart(6)} ${name}`),
  );
  if (!write) return;
  const grey = { bias: rounded(model.bias), weights: model.weights.map(rounded) };
  writeFileSync(
    table,
    `${JSON.stringify({ grey, rules: precisions(fired), minor: 0.97, other: 0.9 }, null, 2)}\n`,
  );
  console.log(`wrote ${table}`);
}

const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name a corpus folder (with index.jsonl): npx tsx bench/train.ts ../shared/corpus/dev');
  process.exitCode = 2;
} else
  main(
    folder,
    rest.find((argument) => argument !== '--write'),
    rest.includes('--write'),
  );
