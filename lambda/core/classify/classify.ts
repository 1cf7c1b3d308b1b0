import type { Comparison } from '../compare/model.ts';
import type { Rule } from '../rules/model.ts';
import { ruleFor } from '../rules/rules.ts';
import type { Significance } from '../significance.ts';
import { highest, significances } from '../significance.ts';
import { changesOf } from './changes.ts';
import { confidenceOf } from './confidence.ts';
import { affectedSections } from './definitions.ts';
import { documentChanges } from './document-changes.ts';
import { findingOf } from './findings.ts';
import { forbiddenOf } from './forbidden.ts';
import type { Located } from './judged.ts';
import type { Classification, Finding } from './model.ts';
import { withCleared } from './cleared.ts';
import { checkMinorProof } from './proof/proof.ts';

/** Named in every verdict and part of every finding's id: a changed rule is a changed engine. */
export const engine = 'policy-notice/1';

/**
 * The verdict on a version: every change judged by the rules table, the highest wins. Deterministic, never throws.
 * Minor is given only when named editorial transformations explain every change, the proof of it holds, and nothing forbids it.
 */
export function classify(comparison: Comparison): Classification {
  const classification = judged(comparison);
  if (classification.significance !== 'minor') return classification;
  const { failures } = checkMinorProof(comparison, classification);
  return failures.length === 0 ? classification : unproved(classification, failures);
}

function unproved(classification: Classification, failures: readonly string[]): Classification {
  const reason = `That the changes are editorial could not be proved: ${failures[0] ?? ''}.`;
  return { ...classification, significance: 'review', forbidden: [...classification.forbidden, reason] };
}

function judged(comparison: Comparison): Classification {
  const changes = withCleared(changesOf(comparison), comparison.new.language);
  const located = [...documentChanges(comparison, changes), ...changes];
  const judged = located.map((one) => ({ one, rule: ruleFor(one.change) }));
  const findings = judged.map(({ one, rule }) => finding(one, rule, comparison)).sort(bySeverity);
  const forbidden = forbiddenOf(comparison);
  const significance = atLeastReview(highest(findings.map((one) => one.significance)), forbidden);
  return {
    engine,
    significance,
    confidence: findings
      .filter((one) => one.significance === significance)
      .reduce((top, one) => Math.max(top, one.confidence), findings.length === 0 ? 1 : 0.5),
    findings: numbered(findings),
    forbidden,
    degraded: comparison.degraded || changes.some(({ degraded }) => degraded),
  };
}

function finding(one: Located, rule: Rule, comparison: Comparison): Finding {
  return findingOf(one, rule, comparison, {
    engine,
    confidence: confidenceOf(one, rule, comparison),
    affects: rule.kind === 'K42' ? affectedSections(one.change, comparison.new) : [],
  });
}

function atLeastReview(found: Significance, forbidden: readonly string[]): Significance {
  return forbidden.length > 0 && found !== 'none' ? highest([found, 'review']) : found;
}

function bySeverity(a: Finding, b: Finding): number {
  return significances.indexOf(b.significance) - significances.indexOf(a.significance);
}

/** The same finding twice in one version (a repeated sentence) keeps its id with a count behind it. */
function numbered(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((one) => {
    const count = (seen.get(one.id) ?? 0) + 1;
    seen.set(one.id, count);
    return count === 1 ? one : { ...one, id: `${one.id}-${count}` };
  });
}
