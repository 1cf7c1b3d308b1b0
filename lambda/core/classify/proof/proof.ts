import { diffArrays } from 'diff';
import type { Comparison } from '../../compare/model.ts';
import type { PolicyDocument } from '../../document/model.ts';
import type { Step } from '../../rules/model.ts';
import { ruleById } from '../../rules/rules.ts';
import type { Classification, Finding, Quote } from '../model.ts';
import { normalised, transformations } from '../normal/transformations.ts';
import { withJoinedPairs } from '../residue.ts';
import type { Word } from '../words.ts';
import { keysOf, passageOf, sameWords, wordsOf } from '../words.ts';
import { canonicalOf } from './canonical.ts';
import { licences } from './licences.ts';

/** What is wrong with a proof; no failures means that it holds. */
export interface ProofResult {
  readonly holds: boolean;
  readonly failures: readonly string[];
}

const canonicalNames: ReadonlySet<string> = new Set(transformations.map(({ name }) => name));
/** Names of what a canonical text never shows. */
const surface: ReadonlySet<string> = new Set([
  'case',
  'typography',
  'white space',
  'markup',
  'moved unchanged',
]);

/**
 * Proves a minor verdict anew, from the documents and the named transformations alone: each finding's old text, under its
 * transformations and licensed steps, must arrive at its new text; and every block that differs must be explained by findings.
 */
export function checkMinorProof(comparison: Comparison, classification: Classification): ProofResult {
  const findings = classification.findings;
  const failures = [
    ...findings.flatMap((finding) => findingFailures(finding, findings, comparison)),
    ...uncovered(comparison.old, comparison.new, findings, 'old'),
    ...uncovered(comparison.new, comparison.old, findings, 'new'),
  ];
  return { holds: failures.length === 0, failures };
}

function findingFailures(finding: Finding, all: readonly Finding[], comparison: Comparison): string[] {
  const say = (what: string): string[] => [`${finding.rule} ${finding.id}: ${what}`];
  if (ruleById(finding.rule)?.significance !== 'minor') return say('its rule is not a minor one');
  const strange = finding.transformations.find(
    (name) => !canonicalNames.has(name) && !surface.has(name) && licences[name] === undefined,
  );
  if (strange !== undefined || finding.transformations.length === 0)
    return say(`no known transformation is named (${strange ?? 'none'})`);
  const refused = finding.steps.find((step) => licences[step.transformation]?.(step, comparison) !== true);
  if (refused !== undefined)
    return say(`the step "${refused.old}" -> "${refused.new}" is no ${refused.transformation}`);
  return arrives(finding, all)
    ? []
    : say('the named transformations do not lead from the old text to the new one');
}

/** Link findings quote targets, which are no part of the text. */
const links = /^(?:link|protected|consistent rename)/;

/** Statements that come, go or are replaced whole are proved by the licence of their step; all else must arrive word by word. */
function arrives(finding: Finding, all: readonly Finding[]): boolean {
  if (isStatement(finding)) return true;
  const others = all.filter(
    (other) =>
      other !== finding &&
      isStatement(other) &&
      !other.transformations.some((name) => links.test(name)) &&
      (isInside(other.old, finding.old) || isInside(other.new, finding.new)),
  );
  const old = others.reduce(
    (text, other) => text.replace(other.old?.text || '\u0000', ' '),
    finding.old?.text ?? '',
  );
  const fresh = others.reduce(
    (text, other) => text.replace(other.new?.text || '\u0000', ' '),
    finding.new?.text ?? '',
  );
  const names = new Set(finding.transformations);
  const [before, after] = canonicalPair(old, fresh, finding.steps.length === 0 ? names : null);
  if (others.length > 0 && before.length + after.length === 0) return true;
  if (finding.steps.length === 0) return sameWords(before, after);
  return isExplained(before, after, finding);
}

function isInside(inner: Quote | null, outer: Quote | null): boolean {
  return inner !== null && outer !== null && inner.start >= outer.start && inner.end <= outer.end;
}

function isStatement({ old, new: fresh, steps }: Finding): boolean {
  return steps.some((step) => step.old === (old?.text ?? '') && step.new === (fresh?.text ?? ''));
}

function canonicalPair(
  old: string,
  fresh: string,
  names: ReadonlySet<string> | null,
): readonly [Word[], Word[]] {
  const [before, after] = normalised(
    passageOf(old.split('\n')).words,
    passageOf(fresh.split('\n')).words,
    names,
  );
  return [withJoinedPairs(before, after), withJoinedPairs(after, before)];
}

/** Taking the steps' old words from the old text and adding their new words gives the new text, and nothing else changed its order. */
function isExplained(before: readonly Word[], after: readonly Word[], { steps }: Finding): boolean {
  const taken = steps.flatMap((step) => stepWords(step, step.old));
  const given = steps.flatMap((step) => stepWords(step, step.new));
  const [old, fresh] = [before.map(({ key }) => key), after.map(({ key }) => key)];
  const parts = diffArrays(old, fresh);
  const deleted = parts.filter(({ removed }) => removed).reduce((sum, { value }) => sum + value.length, 0);
  return deleted <= taken.length && sorted([...old, ...given]) === sorted([...fresh, ...taken]);
}

/** A spelling step quotes words as written, every other step in canonical form. */
function stepWords({ transformation }: Step, text: string): string[] {
  if (transformation === 'spelling') return normalised(wordsOf(text), [])[0].map(({ key }) => key);
  if (transformation === 'template tag') return wordsOf(text).map(({ key }) => key);
  return text.split(' ').filter((word) => word !== '');
}

function sorted(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

/** Blocks of one version that the other lacks and that no finding explains. */
function uncovered(
  own: PolicyDocument,
  other: PolicyDocument,
  findings: readonly Finding[],
  side: 'old' | 'new',
): string[] {
  const left = new Map<string, number>();
  for (const { text } of other.blocks) left.set(text, (left.get(text) ?? 0) + 1);
  const quoted = findings.flatMap((finding) => finding[side]?.text ?? []);
  return own.blocks.flatMap(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    if (count > 0 || quoted.some((quote) => quote.split('\n').includes(text))) return [];
    return isRemainderKept(text, quoted, other)
      ? []
      : [`the ${side} text "${text.slice(0, 80)}" is explained by no finding`];
  });
}

function isRemainderKept(text: string, quoted: readonly string[], other: PolicyDocument): boolean {
  const rest = [...quoted]
    .sort((a, b) => b.length - a.length)
    .reduce((left, quote) => (quote.length > 2 ? left.split(quote).join('\n') : left), text);
  const target = canonicalOf(other);
  return rest
    .split('\n')
    .every((part) => keysOf(passageOf([part]).words) === '' || target.includes(canonicalOf(part)));
}
