import { bindingSubjects } from '../lexicon/binding.ts';
import { termsIn } from '../lexicon/lexicon.ts';
import type { TermClass } from '../lexicon/model.ts';
import type { Change } from '../rules/model.ts';
import { areRecipients } from './editorial/recipients.ts';
import { isCounted, isOwned, isTurnedKind, namesMaker } from './telling.ts';
import { wordsOf } from './words.ts';

/** More words (grammar words left out) than a title has: a new or lost sentence about the reader or the company is for a person to read. */
const longestTitle = 2;

/** Nothing longer is cleared unread. */
const mostWords = 10;

/** With one of these an item or a condition comes or goes. */
const joins: ReadonlySet<string> = new Set(['and', 'or', 'condition']);

/** Sentences that speak of these bind somebody; any word in them may widen or narrow what they say. */
const binding: readonly TermClass[] = ['actor', ...bindingSubjects];

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

/** Under a heading on one of these an item of a list is one more, or one fewer, of them. */
const listing: readonly TermClass[] = ['data', 'practice', 'purpose', 'conduct'];
/** What a list hangs on that has one of these says of each item what may, must or does happen to it. */
const commanding: readonly TermClass[] = [...binding, 'modal', 'negation'];

/** May a change that no rule knows be cleared as a plain rewording? Only a light one, and only where it names nobody. */
export function isClearable(change: Change): boolean {
  if (areRecipients(change.section) || namesMaker(change) || isTurnedKind(change)) return false;
  if (isCounted(change)) return false;
  return binds(change) ? isSwap(change) : isShort(change);
}

/** Is somebody bound: by the statement, by what its list hangs on, or by a heading above? */
function binds(change: Change): boolean {
  const { op, theme, context, leadIn } = change;
  return (
    (ruling.some((one) => theme.has(one)) && !isName(change)) ||
    (isEntry(change) &&
      (commanding.some((one) => leadIn.has(one)) ||
        (op !== 'reworded' && listing.some((one) => theme.has(one))))) ||
    (binding.some((one) => context.has(one)) && !namesOnlyOwners(change))
  );
}

/** An item of a list that comes, goes, or gives way to another. */
function isEntry({ kind, op, before }: Change): boolean {
  return kind === 'li' && (op !== 'reworded' || before.split(' ').length <= longestEntry);
}

/** The name of a person or an office, and no more; one word with a capital may be any entry of a list. */
function isName({ deleted, inserted, names }: Change): boolean {
  return names.length > 1 && names.length === deleted.length + inserted.length;
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

/** Where somebody is bound: one plain word for one other, neither of them a term or a name. What comes or goes there widens or narrows. */
function isSwap(change: Change): boolean {
  const { deleted, inserted, lost, gained, names, op, before, after } = change;
  const [from = '', to = ''] = [deleted[0], inserted[0]];
  return (
    op === 'reworded' &&
    deleted.length === 1 &&
    inserted.length === 1 &&
    names.length + lost.length + gained.length === 0 &&
    !isEntry(change) &&
    !isOwned(before, from) &&
    !isOwned(after, to)
  );
}

/** More words say what is done; fewer are the thing itself, one of those that the list is of. */
const longestEntry = 3;

/** Elsewhere: a few words, with no item or condition that comes or goes, and no whole sentence that says what may be. */
function isShort({ deleted, inserted, lost, gained, context, op }: Change): boolean {
  const words = deleted.length + inserted.length;
  if (words > mostWords) return false;
  const joined = [...lost, ...gained].filter((term) => joins.has(term.class));
  if (joined.length > 0 && words > joined.length) return false;
  return op === 'reworded' || words <= longestTitle || !context.has('modal');
}
