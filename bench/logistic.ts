/** A weighted training row: features and whether it is significant. */
export interface Row {
  readonly features: readonly number[];
  readonly label: boolean;
  readonly weight: number;
  readonly group: string;
}

export interface Model {
  readonly bias: number;
  readonly weights: readonly number[];
}

const rounds = 4_000;
const rate = 0.3;

/** Logistic regression by gradient descent with L2; deterministic. */
export function fit(rows: readonly Row[], ridge: number): Model {
  const width = rows[0]?.features.length ?? 0;
  let weights = Array.from({ length: width }, () => 0);
  let bias = 0;
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < rounds; round++) {
    const slope = Array.from({ length: width }, () => 0);
    let lift = 0;
    for (const row of rows) {
      const error = (predict({ bias, weights }, row.features) - (row.label ? 1 : 0)) * row.weight;
      row.features.forEach((value, index) => (slope[index] = (slope[index] ?? 0) + error * value));
      lift += error;
    }
    weights = weights.map(
      (weight, index) => weight - rate * ((slope[index] ?? 0) / total + (ridge * weight) / total),
    );
    bias -= (rate * lift) / total;
  }
  return { bias, weights };
}

/** Probability that the row is significant. */
export function predict({ bias, weights }: Model, features: readonly number[]): number {
  return (
    1 / (1 + Math.exp(-features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), bias)))
  );
}

/** Every row's probability under a model that learnt from no lesson of its group, with groups dealt into folds. */
export function crossPredict(
  lessons: readonly Row[],
  rows: readonly Row[],
  ridge: number,
  folds: number,
): number[] {
  const groups = [...new Set([...lessons, ...rows].map(({ group }) => group))].sort();
  const foldOf = new Map(groups.map((group, index) => [group, index % folds]));
  const out = rows.map(() => 0);
  for (let fold = 0; fold < folds; fold++) {
    const model = fit(
      lessons.filter(({ group }) => foldOf.get(group) !== fold),
      ridge,
    );
    rows.forEach((row, index) => {
      if (foldOf.get(row.group) === fold) out[index] = predict(model, row.features);
    });
  }
  return out;
}

/** Mean squared distance between what was said and what was true, by weight: 0 is perfect, .25 is a coin. */
export function brierScore(rows: readonly Row[], said: readonly number[]): number {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  return (
    rows.reduce((sum, row, at) => sum + row.weight * ((said[at] ?? 0) - (row.label ? 1 : 0)) ** 2, 0) / total
  );
}

/** Chance that a significant row was given a higher probability than one that is not; ties count half. */
export function areaUnderCurve(rows: readonly Row[], said: readonly number[]): number {
  let [won, total] = [0, 0];
  rows.forEach((row, at) => {
    if (!row.label) return;
    rows.forEach((other, index) => {
      if (other.label) return;
      const weight = row.weight * other.weight;
      const apart = (said[at] ?? 0) - (said[index] ?? 0);
      total += weight;
      won += apart > 0 ? weight : apart === 0 ? weight / 2 : 0;
    });
  });
  return won / total;
}
