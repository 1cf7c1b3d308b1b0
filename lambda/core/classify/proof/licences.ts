import type { Comparison } from '../../compare/model.ts';
import type { TermClass } from '../../lexicon/model.ts';
import { termsIn } from '../../lexicon/lexicon.ts';
import type { Step } from '../../rules/model.ts';
import { isCourtesy } from '../editorial/courtesy.ts';
import { isClauseSwap } from '../editorial/clause-order.ts';
import { isContactSentence } from '../editorial/contact.ts';
import { withoutPointing } from '../editorial/pointer.ts';
import { distance } from '../editorial/typo.ts';
import { isVoiceChange } from '../editorial/voice.ts';
import { registrableDomain } from '../normal/addresses.ts';
import { isDateLine } from '../normal/dates.ts';
import { termShift } from '../terms.ts';
import { wordsOf } from '../words.ts';
import { canonicalOf } from './canonical.ts';

/** May the step be taken in this comparison? Each answer is worked out anew from the texts of the step. */
type Licence = (step: Step, comparison: Comparison) => boolean;

const turning: readonly TermClass[] = ['negation', 'modal', 'money', 'remedy'];
const hard: readonly TermClass[] = [
  'negation',
  'modal',
  'time',
  'number',
  'money',
  'right',
  'remedy',
  'security',
  'sensitive',
  'ai',
  'jurisdiction',
  'data',
  'party',
  'purpose',
  'conduct',
  'termination',
  'eligibility',
  'licence',
];

const free: Licence = () => true;
const without =
  (classes: readonly TermClass[]): Licence =>
  ({ old, new: fresh }) =>
    [old, fresh].every((text) => !holds(text, classes));
const sameBag: Licence = ({ old, new: fresh }) => bag(old) === bag(fresh);

/** What each named transformation may do; a step of any other name is refused. */
export const licences: Readonly<Record<string, Licence>> = {
  spelling: ({ old, new: fresh }) =>
    distance(old, fresh, 2) <= 2 &&
    !holds(old, ['negation', 'modal', 'scope']) &&
    !holds(fresh, ['negation', 'modal', 'scope']),
  'word spacing': ({ old, new: fresh }) => old.replaceAll(' ', '') === fresh.replaceAll(' ', ''),
  'consistent rename': ({ old, new: fresh }) => old !== fresh && !holds(`${old} ${fresh}`, hard),
  'contact detail': without(turning),
  'contact channel': without(turning),
  courtesy: ({ old, new: fresh }) => [old, fresh].every((text) => text === '' || isCourtesy(text)),
  'contact sentence': ({ old, new: fresh }) =>
    [old, fresh].every((text) => text === '' || isContactSentence(text)),
  'person named': without(['negation', 'money', 'remedy']),
  'web address': without(turning),
  'placeholder filled': without(turning),
  'template tag': free,
  'cross-reference title': free,
  'metadata date': ({ old, new: fresh }) =>
    [old, fresh].every((text) => text === '' || isDateLine(wordsOf(text))),
  'said elsewhere': ({ old, new: fresh }, { old: before, new: after }) =>
    old === ''
      ? canonicalOf(before).includes(canonicalOf(fresh))
      : canonicalOf(after).includes(canonicalOf(old)),
  'heading wording': ({ old, new: fresh }) =>
    !moves(unnumbered(old), unnumbered(fresh), [
      'negation',
      'jurisdiction',
      'eligibility',
      'sensitive',
      'number',
      'time',
      'ai',
    ]),
  'list order': sameBag,
  'clause order': ({ old, new: fresh }) => isClauseSwap(wordsOf(old), wordsOf(fresh)),
  voice: ({ old, new: fresh }) => isVoiceChange(wordsOf(old), wordsOf(fresh)),
  pointer: ({ old, new: fresh }) =>
    changedParts(old, fresh).every((text) => !holds(withoutPointing(text), ['negation', 'money', 'remedy'])),
  punctuation: free,
  navigation: without(['negation', 'remedy']),
  'contents entry': free,
  'translation link': without(turning),
  'page furniture': without(['negation', 'remedy']),
  'copyright line': without(turning),
  'link on the same site': ({ old, new: fresh }) => {
    const [a, b] = [registrableDomain(old), registrableDomain(fresh)];
    return a === null || b === null || a === b || !/^https?:/i.test(old) || !/^https?:/i.test(fresh);
  },
  'link added': ({ old }) => old === '',
  'link removed': ({ new: fresh }) => fresh === '',
  'link words': free,
  'protected e-mail address': ({ old, new: fresh }) => `${old}${fresh}`.includes('email-protection'),
  'plain rewording': ({ old, new: fresh }) => !moves(old, fresh, hard),
};

/** A pointer written on to a sentence that stays is looked at alone. */
function changedParts(old: string, fresh: string): readonly string[] {
  if (old !== '' && fresh.startsWith(old)) return [fresh.slice(old.length)];
  if (fresh !== '' && old.startsWith(fresh)) return [old.slice(fresh.length)];
  return [old, fresh];
}

function unnumbered(heading: string): string {
  return heading.replace(/^\W*(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.):]\s*/i, '');
}

function holds(text: string, classes: readonly TermClass[]): boolean {
  return termsIn(wordsOf(text).map(({ key }) => key)).some((term) => classes.includes(term.class));
}

/** Does the text lose or gain a term of these classes? */
function moves(old: string, fresh: string, classes: readonly TermClass[]): boolean {
  const [deleted, inserted] = [wordsOf(old), wordsOf(fresh)];
  const { lost, gained } = termShift(deleted, inserted, [
    { deleted, inserted, oldAt: 0, newAt: 0, next: '' },
  ]);
  return [...lost, ...gained].some((term) => classes.includes(term.class));
}

function bag(text: string): string {
  return wordsOf(text)
    .filter(({ kind }) => kind !== 'punct')
    .map(({ key }) => key)
    .filter((key) => key !== 'the' && key !== 'and')
    .sort()
    .join(' ');
}
