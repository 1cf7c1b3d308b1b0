import type { Comparison } from '../compare/model.ts';
import { ruleFor } from '../rules/rules.ts';
import { isClearable } from './confidence.ts';
import type { Located } from './judged.ts';

/** The name of what the model cleared. */
export const plainRewording = 'plain rewording';

/**
 * Changes that no rule knows and that the model finds harmless become editorial, by name. A hard trigger never does:
 * only what would fall to K50 is looked at.
 */
export function withCleared(changes: readonly Located[], comparison: Comparison): Located[] {
  return changes.map((located) => {
    if (!isGrey(located) || !isClearable(located, comparison)) return located;
    const { change } = located;
    return {
      ...located,
      change: {
        ...change,
        editorial: [plainRewording],
        steps: [{ transformation: plainRewording, old: change.before, new: change.after }],
      },
    };
  });
}

/** Does the change fall to the rule of the unknown? */
export function isGrey({ change }: Located): boolean {
  return change.editorial.length === 0 && ruleFor(change).id === 'K50';
}
