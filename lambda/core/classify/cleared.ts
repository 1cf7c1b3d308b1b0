import { ruleFor } from '../rules/rules.ts';
import { isClearable } from './clearable.ts';
import type { Located } from './judged.ts';

/** The name of what was cleared. */
export const plainRewording = 'plain rewording';

/** The language whose tables are complete: in others a word that binds may be one that no table has. */
const fullyRead = 'en';

/** Light changes that no rule knows become editorial, by name. A hard trigger never does: only what would fall to K50 is looked at. */
export function withCleared(changes: readonly Located[], language: string): readonly Located[] {
  if (language !== fullyRead) return changes;
  return changes.map((located) => {
    const { change } = located;
    if (!isGrey(located) || !isClearable(change)) return located;
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
function isGrey({ change }: Located): boolean {
  return change.editorial.length === 0 && ruleFor(change).id === 'K50';
}
