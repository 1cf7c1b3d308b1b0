import type { Comparison } from '../compare/model.ts';
import type { Rule } from '../rules/model.ts';
import { greyFeatures } from './grey.ts';
import type { Located } from './judged.ts';
import table from './weights.json';

const rulePrecision: Readonly<Record<string, number>> = table.rules;

/** Probability, 0..1, that a change no rule knows is significant: a logistic regression with the committed weights. */
export function greyProbability(located: Located, comparison: Comparison): number {
  const features = greyFeatures(located, comparison);
  const score = features.reduce(
    (sum, value, index) => sum + value * (table.grey.weights[index] ?? 0),
    table.grey.bias,
  );
  return 1 / (1 + Math.exp(-score));
}

/** 0..1: how sure we are of a finding's significance, rounded to two places. Rules carry their measured precision. */
export function confidenceOf(located: Located, rule: Rule, comparison: Comparison): number {
  const { change } = located;
  if (rule.id === 'K50') return round(greyProbability(located, comparison));
  if (change.editorial.includes('plain rewording')) return round(1 - greyProbability(located, comparison));
  return rulePrecision[rule.id] ?? (rule.significance === 'minor' ? table.minor : table.other);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
