import type { Comparison } from '../compare/model.ts';

const readable: ReadonlySet<string> = new Set(['en', 'de', 'fr', 'es']);

/** Why the verdict may not be "minor", whatever the changes are; empty when nothing stands in the way. */
export function forbiddenOf({ old, new: fresh, degraded }: Comparison): string[] {
  const reasons = [...old.damage, ...fresh.damage].map(({ what }) => what);
  if (!readable.has(fresh.language)) {
    reasons.push(
      `The language of the text (${fresh.language}) is none of those whose words we know (${[...readable].join(', ')}).`,
    );
  }
  if (degraded)
    reasons.push(
      'The versions differ so much in places that the comparison stopped looking for what they share.',
    );
  return [...new Set(reasons)];
}
