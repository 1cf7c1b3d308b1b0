import { termsIn } from '../lexicon/lexicon.ts';
import type { TermClass } from '../lexicon/model.ts';
import type { Change } from '../rules/model.ts';
import { areRecipients } from './editorial/recipients.ts';
import { wordsOf } from './words.ts';

/** More words (grammar words left out) than a title has: a new or lost sentence about the reader or the company is for a person to read. */
const longestTitle = 2;

/** Nothing longer is cleared unread. */
const mostWords = 10;

/** With one of these an item or a condition comes or goes. */
const joins: ReadonlySet<string> = new Set(['and', 'or', 'condition']);

/** Sentences that speak of these bind somebody; any word in them may widen or narrow what they say. */
const binding: readonly TermClass[] = [
  'actor',
  'data',
  'sensitive',
  'practice',
  'purpose',
  'ai',
  'party',
  'right',
  'basis',
  'security',
  'transfer',
  'retention',
  'remedy',
  'money',
  'termination',
  'licence',
  'conduct',
  'eligibility',
  'binding',
];

/** Under a heading on one of these a line without a verb says what holds: `Reuse of the library itself` under `Licence`. */
const ruling: readonly TermClass[] = [
  'right',
  'security',
  'retention',
  'transfer',
  'sensitive',
  'remedy',
  'money',
  'termination',
  'licence',
  'eligibility',
];

/** May a change that no rule knows be cleared as a plain rewording? Only a light one, and only where it names nobody. */
export function isClearable(change: Change): boolean {
  if (areRecipients(change.section) || namesMaker(change)) return false;
  const binds =
    (ruling.some((one) => change.theme.has(one)) && !isName(change)) ||
    (binding.some((one) => change.context.has(one)) && !namesOnlyOwners(change));
  return binds ? isSwap(change) : isShort(change);
}

/** The name of a person or an office, and no more. */
function isName({ deleted, inserted, names }: Change): boolean {
  return names.length === deleted.length + inserted.length;
}

/** `Our approach is simple`: nobody acts and nothing is done to anybody; a possessive alone binds no one. */
function namesOnlyOwners({ before, after, deleted, inserted, context, op }: Change): boolean {
  return (
    op === 'reworded' &&
    ![...deleted, ...inserted].some((word) => owners.has(word)) &&
    binding.every((one) => one === 'actor' || !context.has(one)) &&
    [before, after].every((text) =>
      termsIn(wordsOf(text).map(({ key }) => key)).every(
        (term) => term.class !== 'actor' || owners.has(term.term),
      ),
    )
  );
}

const owners: ReadonlySet<string> = new Set(['our', 'your', 'their', 'my']);

/** `by Ashford`: a name behind the text or the service. */
function namesMaker({ names, before, after }: Change): boolean {
  return names.some((name) =>
    new RegExp(`\\b(?:by|von|par|por) (?:the )?${escaped(name)}`, 'u').test(`${before}\n${after}`),
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Where somebody is bound: one plain word for one other, neither of them a term or a name. What comes or goes there widens or narrows. */
function isSwap({ deleted, inserted, lost, gained, names, op }: Change): boolean {
  return (
    op === 'reworded' &&
    deleted.length === 1 &&
    inserted.length === 1 &&
    names.length + lost.length + gained.length === 0
  );
}

/** Elsewhere: a few words, with no item or condition that comes or goes, and no whole sentence that says what may be. */
function isShort({ deleted, inserted, lost, gained, context, op }: Change): boolean {
  const words = deleted.length + inserted.length;
  if (words > mostWords) return false;
  const joined = [...lost, ...gained].filter((term) => joins.has(term.class));
  if (joined.length > 0 && words > joined.length) return false;
  return op === 'reworded' || words <= longestTitle || !context.has('modal');
}
