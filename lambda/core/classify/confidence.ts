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

/** More words (grammar words left out) than a title has: a new or lost sentence about the reader or the company is for a person to read. */
const longestTitle = 2;

/** With one of these an item or a condition comes or goes. */
const joins: ReadonlySet<string> = new Set(['and', 'or', 'condition']);

/** May the model clear this change? Only below the committed threshold, only a few words, and no whole sentence about somebody. */
export function isClearable(located: Located, comparison: Comparison): boolean {
  const { deleted, inserted, lost, gained, context, op } = located.change;
  const words = deleted.length + inserted.length;
  if (words > table.grey.mostWords) return false;
  const joined = [...lost, ...gained].filter((term) => joins.has(term.class));
  if (joined.length > 0 && words > joined.length) return false;
  if (op !== 'reworded' && words > longestTitle && context.has('actor')) return false;
  return greyProbability(located, comparison) < table.grey.threshold;
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
