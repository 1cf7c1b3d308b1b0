import { classify } from '../../../lambda/core/classify/classify.ts';
import type { Classification } from '../../../lambda/core/classify/model.ts';
import { compareDocuments } from '../../../lambda/core/compare/compare.ts';
import type { Comparison } from '../../../lambda/core/compare/model.ts';
import type { Format } from '../../../lambda/core/document/model.ts';
import { parseDocument } from '../../../lambda/core/document/parse.ts';
import { sourceOf } from '../../../lambda/core/document/source.ts';

/** Two texts compared. */
export function compared(old: string, fresh: string, format: Format = 'md'): Comparison {
  return compareDocuments(parseDocument(sourceOf(old, format)), parseDocument(sourceOf(fresh, format)));
}

/** Around every short example stand sentences that tell its language. */
const before =
  '# House rules\n\nThis page says in plain words how the shop and its customers get along with each other.\n\n';
const after =
  '\n\n## Closing words\n\nThank you for reading all of this, and for being with us since the shop was opened.\n';

/** The two texts inside a small English document. */
export function inContext(text: string): string {
  return `${before}${text}${after}`;
}

/** The verdict on two short texts, each put inside a small document. */
export function verdictOn(
  old: string,
  fresh: string,
): { comparison: Comparison; classification: Classification } {
  const comparison = compared(inContext(old), inContext(fresh));
  return { comparison, classification: classify(comparison) };
}
