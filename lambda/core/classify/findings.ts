import { createHash } from 'node:crypto';
import type { Comparison } from '../compare/model.ts';
import type { Rule } from '../rules/model.ts';
import { groundOf, groundsBeside } from './grounds.ts';
import type { Located } from './judged.ts';
import type { Finding } from './model.ts';
import { quoteOf } from './quotes.ts';
import { summaryOf, toldOf } from './wording.ts';

interface Circumstances {
  readonly engine: string;
  readonly confidence: number;
  readonly affects: readonly string[];
}

/** The finding of one rule over one change. Its id is a hash of engine, rule, places and texts. */
export function findingOf(
  located: Located,
  rule: Rule,
  comparison: Comparison,
  circumstances: Circumstances,
): Finding {
  const { change } = located;
  const old = quoteOf(change.before, located.old, comparison.old);
  const fresh = quoteOf(change.after, located.new, comparison.new);
  const terms = [
    ...change.lost.map((term) => `-${term.class}:${term.term}`),
    ...change.gained.map((term) => `+${term.class}:${term.term}`),
  ];
  return {
    ...groundOf(rule, change),
    id: idOf([
      circumstances.engine,
      rule.id,
      ...change.section,
      change.before,
      change.after,
      String(old?.start ?? ''),
      String(fresh?.start ?? ''),
    ]),
    significance: rule.significance,
    direction: rule.direction,
    also: groundsBeside(rule, change),
    section: change.section,
    sectionBefore: change.sectionBefore,
    old,
    new: fresh,
    summary: summaryOf(change, rule.title, toldOf(rule, change)),
    terms: [...new Set(terms)],
    transformations: change.editorial,
    steps: change.steps,
    confidence: circumstances.confidence,
    affects: circumstances.affects,
  };
}

function idOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 16);
}
