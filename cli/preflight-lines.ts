import { notAsked } from '../lambda/core/preflight/faults.ts';
import type { PassedPreflight } from '../lambda/core/preflight/preflights.ts';
import type { CheckName } from '../lambda/core/settings/checks.ts';
import { checkNames } from '../lambda/core/settings/checks.ts';
import { paint } from './paint.ts';

/** What SES was asked before the first mail, what the settings skipped, and what cannot be asked; nothing before it passed. */
export function preflightLines(passed: PassedPreflight | null): string[] {
  if (passed === null) return [];
  const well = checkNames.filter((name) => !passed.skipped.includes(name));
  return [
    `  preflight  ${well.length === 0 ? 'nothing was asked' : `well: ${well.join(', ')}`}`,
    ...skippedLines(passed.skipped).map((line) => `    ${line}`),
    paint('dim', `    not asked: ${notAsked}`),
  ];
}

/** The checks that the settings left out before the first mail, if any. */
export function skippedLines(skipped: readonly CheckName[]): string[] {
  return skipped.length === 0 ? [] : [paint('yellow', `checks skipped by setting: ${skipped.join(', ')}`)];
}
