import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesOf } from '../lambda/core/classify/changes.ts';
import { isGrey } from '../lambda/core/classify/cleared.ts';
import type { Located } from '../lambda/core/classify/judged.ts';
import { featureNames, greyFeatures } from '../lambda/core/classify/grey.ts';
import { ruleFor } from '../lambda/core/rules/rules.ts';
import type { Pair } from './corpus.ts';
import { pairsOf } from './corpus.ts';
import type { Row } from './logistic.ts';
import { crossPredict, fit } from './logistic.ts';

/** Weights of K50's model and the measured precision of every rule; `npx tsx bench/train.ts <corpus folder> [--write]`. */
const table = join(__dirname, '..', 'lambda', 'core', 'classify', 'weights.json');
const folds = 10;
/** The model never clears a change of more words than this. */
const mostWords = 10;
const ridge = 3;
/** A version with more changes than this does not say which of them made it significant: it teaches nothing. */
const mostChanges = 4;

interface Seen {
  readonly pair: Pair;
  /** Its grey changes, and all that no editorial transformation explains. */
  readonly rows: readonly Row[];
  readonly lessons: readonly Row[];
  /** One of its grey changes has more words than the model may clear. */
  readonly long: boolean;
  readonly hard: boolean;
  readonly rules: ReadonlySet<string>;
}

function seen(pair: Pair): Seen {
  const comparison = pair.compare();
  const changes = changesOf(comparison);
  const grey = changes.filter(isGrey);
  const open = changes.filter(({ change }) => change.editorial.length === 0);
  const row = (one: Located, weight: number): Row => ({
    features: greyFeatures(one, comparison),
    label: pair.label === 'significant',
    weight,
    group: pair.org,
  });
  const rows = grey.map((one) => row(one, 1 / grey.length));
  const judged = changes.map(({ change }) => ruleFor(change));
  return {
    pair,
    rows,
    lessons: open.length > mostChanges ? [] : open.map((one) => row(one, 1 / open.length)),
    hard: judged.some(({ id, significance }) => significance !== 'minor' && id !== 'K50'),
    long: grey.some(({ change }) => change.deleted.length + change.inserted.length > mostWords),
    rules: new Set(judged.map(({ id }) => id)),
  };
}

/** Documents that only grey changes could make significant, judged by their highest probability. */
function documentsBelow(
  all: readonly Seen[],
  probabilities: ReadonlyMap<Row, number>,
  threshold: number,
): string {
  const counts = { kept: 0, cleared: 0, lost: 0, alarms: 0 };
  for (const { pair, rows, hard, long } of all) {
    if (hard || rows.length === 0) continue;
    const top = long ? 1 : Math.max(...rows.map((row) => probabilities.get(row) ?? 1));
    if (pair.label === 'significant') counts[top < threshold ? 'lost' : 'kept']++;
    else counts[top < threshold ? 'cleared' : 'alarms']++;
  }
  return `${threshold.toFixed(2)}  minor cleared ${counts.cleared} left ${counts.alarms}  significant kept ${counts.kept} lost ${counts.lost}`;
}

function precisions(all: readonly Seen[]): Record<string, number> {
  const counts = new Map<string, [number, number]>();
  for (const { pair, rules } of all) {
    for (const id of rules) {
      const [right, total] = counts.get(id) ?? [0, 0];
      const isMinorRule = ruleIsMinor(id);
      counts.set(id, [right + (isMinorRule === (pair.label === 'minor') || isMinorRule ? 1 : 0), total + 1]);
    }
  }
  return Object.fromEntries(
    [...counts]
      .filter(([id]) => !ruleIsMinor(id))
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([id, [right, total]]) => [id, Math.round(((right + 2) / (total + 2.5)) * 100) / 100]),
  );
}

const minorIds = new Set([
  'K01',
  'K03',
  'K03a',
  'K03b',
  'K04',
  'K05',
  'K07',
  'K08',
  'K09',
  'K11',
  'K14',
  'K45',
  'K47',
  'K50',
]);
const ruleIsMinor = (id: string): boolean => minorIds.has(id);

const [folder = '', flag, chosen = '0.45'] = process.argv.slice(2);
const all = pairsOf(folder).map(seen);
const lessons = all.flatMap((one) => one.lessons);
const rows = all.flatMap((one) => one.rows);
const crossed = crossPredict(lessons, rows, ridge, folds);
const probabilities = new Map(rows.map((row, index) => [row, crossed[index] ?? 1]));
const brier =
  rows.reduce((sum, row, index) => sum + row.weight * ((crossed[index] ?? 0) - (row.label ? 1 : 0)) ** 2, 0) /
  rows.reduce((sum, row) => sum + row.weight, 0);
console.log(
  `${lessons.length} lessons; ${rows.length} grey changes of ${all.length} pairs; Brier score ${brier.toFixed(3)} (cross-validated by organisation)`,
);
for (let bin = 0; bin < 5; bin++) {
  const inside = rows.filter((row) => Math.min(4, Math.floor((probabilities.get(row) ?? 0) * 5)) === bin);
  const weight = inside.reduce((sum, row) => sum + row.weight, 0);
  const share = inside.reduce((sum, row) => sum + (row.label ? row.weight : 0), 0) / Math.max(weight, 1e-9);
  console.log(
    `said ${bin * 20}-${bin * 20 + 20} %: ${inside.length} changes, ${(share * 100).toFixed(0)} % of their weight in significant versions`,
  );
}
for (let threshold = 0.2; threshold < 0.85; threshold += 0.05)
  console.log(documentsBelow(all, probabilities, threshold));
const model = fit(lessons, ridge);
featureNames.forEach((name, index) =>
  console.log(`${(model.weights[index] ?? 0).toFixed(2).padStart(6)} ${name}`),
);
if (flag === '--write') {
  const rounded = model.weights.map((weight) => Math.round(weight * 1000) / 1000);
  const grey = {
    bias: Math.round(model.bias * 1000) / 1000,
    weights: rounded,
    threshold: Number(chosen),
    mostWords,
  };
  writeFileSync(
    table,
    `${JSON.stringify({ grey, rules: precisions(all), minor: 0.97, other: 0.9 }, null, 2)}\n`,
  );
  console.log(`wrote ${table}`);
}
