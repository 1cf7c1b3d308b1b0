import type { Edit } from '../residue.ts';
import { weighs } from './pointer.ts';
import type { Neighbours } from './contact.ts';

const operates = /\b(?:click|tap|press|select|choose|go to|navigate to|button|tab|menu)\b/i;
const inQuotes = /\b(?:click|tap|press|select|choose|button|tab|menu|link)\b[^"“”‘’«»]*["“‘«][^"“”‘’«»]*$/i;
const toQuotes = /^[^"“”‘’«»]{0,30}["”’»]/;
const turning = new Set([
  'negation',
  'modal',
  'money',
  'remedy',
  'scope',
  'data',
  'sensitive',
  'party',
  'purpose',
]);

/** `click "Close it"` and `click "Close my box"`, `Settings > Box` and `Settings > Post > Box`: what a button or a menu is called. */
export function isInterfaceLabel(
  { deleted, inserted }: Edit,
  { lead, rest }: Neighbours,
  sentence: string,
): boolean {
  const isQuoted = inQuotes.test(lead) && toQuotes.test(rest);
  const isOnPath = /[>→›»]\s*$/.test(lead) || /^\s*[>→›»]/.test(rest);
  return (
    (isQuoted || isOnPath) &&
    operates.test(sentence) &&
    deleted.length + inserted.length <= 6 &&
    !weighs([...deleted, ...inserted].map(({ key }) => key).join(' '), turning)
  );
}
