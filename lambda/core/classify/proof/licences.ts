import type { Comparison } from '../../compare/model.ts';
import { weightless } from '../../lexicon/editorial.ts';
import type { TermClass } from '../../lexicon/model.ts';
import type { Step } from '../../rules/model.ts';
import { isCourtesy } from '../editorial/courtesy.ts';
import { isClauseSwap } from '../editorial/clause-order.ts';
import { isContactSentence } from '../editorial/contact.ts';
import { legalForm } from '../editorial/edits.ts';
import { ownNamesOf } from '../editorial/own-name.ts';
import { isFurniture } from '../editorial/furniture.ts';
import { isIntroduction } from '../editorial/introduction.ts';
import { withoutPointing } from '../editorial/pointer.ts';
import { distance } from '../editorial/typo.ts';
import { isAdverbMoved, isGenitiveTurn, isPairSwapped } from '../editorial/turned.ts';
import { isVoiceChange } from '../editorial/voice.ts';
import { siteName } from '../links.ts';
import { registrableDomain } from '../normal/addresses.ts';
import { isDateLine } from '../normal/dates.ts';
import { wordsOf } from '../words.ts';
import { canonicalOf } from './canonical.ts';
import { bag, holds, moves, movesInHeading } from './terms-held.ts';

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

const inIntroductions: readonly TermClass[] = ['practice', 'data', 'security', 'scope', 'and', 'or'];

/** A name that grows or shrinks may hold the name of a country, or `AI`. */
const hardInNames = hard.filter((one) => one !== 'jurisdiction' && one !== 'ai');

const free: Licence = () => true;
const without =
  (classes: readonly TermClass[]): Licence =>
  ({ old, new: fresh }) =>
    [old, fresh].every((text) => !holds(text, classes));
/** Nothing but such words comes or goes. */
const only =
  (words: RegExp): Licence =>
  ({ old, new: fresh }) =>
    [old, fresh].every((text) => text === '' || words.test(text));
const sameBag: Licence = ({ old, new: fresh }) => bag(old) === bag(fresh);

/** What each named transformation may do; a step of any other name is refused. */
export const licences: Readonly<Record<string, Licence>> = {
  spelling: ({ old, new: fresh }) =>
    distance(old, fresh, 2) <= 2 &&
    !holds(old, ['negation', 'modal', 'scope']) &&
    !holds(fresh, ['negation', 'modal', 'scope']),
  'slip of the pen': ({ old, new: fresh }) => `${old}${fresh}` !== '' && !holds(`${old} ${fresh}`, hard),
  'word spacing': ({ old, new: fresh }) => old.replaceAll(' ', '') === fresh.replaceAll(' ', ''),
  'consistent rename': ({ old, new: fresh }) =>
    old !== fresh && !holds(`${old} ${fresh}`, old === '' || fresh === '' ? hardInNames : hard),
  'contact detail': without(turning),
  'contact channel': without(turning),
  courtesy: ({ old, new: fresh }) => [old, fresh].every((text) => text === '' || isCourtesy(text)),
  introduction: ({ old, new: fresh }) =>
    [old, fresh].every((text) => text === '' || isIntroduction(text)) &&
    (old === '' || fresh === '' || !moves(old, fresh, inIntroductions)),
  'contact sentence': ({ old, new: fresh }) =>
    [old, fresh].every((text) => text === '' || isContactSentence(text)),
  'person named': without(['negation', 'money', 'remedy']),
  'web address': without(turning),
  'placeholder filled': without(turning),
  'template tag': free,
  'weightless word': ({ old, new: fresh }) =>
    `${old} ${fresh}`.split(' ').every((word) => word === '' || weightless.has(word)),
  identifier: ({ old, new: fresh }) => !/\p{L}{4}/u.test(`${old} ${fresh}`),
  'former name': without(hard),
  'short name': without(hard),
  'own name': ({ old, new: fresh }, comparison) => {
    const names = new Set([...ownNamesOf(comparison.old), ...ownNamesOf(comparison.new)]);
    return [old, fresh].every((text) =>
      text
        .split(' ')
        .every((word) => names.has(word) || legalForm.test(word) || /^(?:we|us|our)$/.test(word)),
    );
  },
  'legal form': ({ old, new: fresh }) => legalForm.test(`${old}${fresh}`),
  'modal of equal force': ({ written }) =>
    [/^(?:shall|will)$/i, /^(?:must|may)$/i, /^(?:can|may)$/i].some(
      (modal) => modal.test(written?.old ?? '') && modal.test(written?.new ?? ''),
    ),
  tense: only(/^will$/),
  'reader addressed': only(/^(?:user|they|them|their|you|your)$/),
  'pronoun agreement': only(/^(?:they|them|their)$/),
  'revision number': only(/^v?\d[\d.]*$/),
  abbreviation: without(hard),
  possessive: ({ old, new: fresh }) => !holds(`${old} ${fresh}`, hard),
  correlative: only(/^both$/),
  'any under a negation': only(/^any$/),
  'name for ourselves': only(/^(?:(?:we|us|ours?|or|and|as|well) ?)+$/),
  'two items': ({ old, new: fresh }) => isPairSwapped(wordsOf(old), wordsOf(fresh)),
  contrast: only(/^but$/),
  'sentence split': ({ old, new: fresh }) => !`${old}${fresh}`.includes(' '),
  'list introduction': without(hard),
  'wiki mark': without(hard),
  'document title': without(turning),
  'cross-reference title': free,
  'metadata date': ({ old, new: fresh }) =>
    [old, fresh].every((text) => text === '' || isDateLine(wordsOf(text))),
  'said elsewhere': ({ old, new: fresh }, { old: before, new: after }) =>
    old === ''
      ? canonicalOf(before).includes(canonicalOf(fresh))
      : canonicalOf(after).includes(canonicalOf(old)),
  'heading wording': ({ old, new: fresh }, comparison) => !movesInHeading(old, fresh, comparison),
  'list order': sameBag,
  'clause order': ({ old, new: fresh }) => isClauseSwap(wordsOf(old), wordsOf(fresh)),
  genitive: ({ old, new: fresh }) => isGenitiveTurn(wordsOf(old), wordsOf(fresh)),
  'adverb order': ({ old, new: fresh }) => isAdverbMoved(wordsOf(old), wordsOf(fresh)),
  voice: ({ old, new: fresh }) => isVoiceChange(wordsOf(old), wordsOf(fresh)),
  pointer: ({ old, new: fresh }) =>
    changedParts(old, fresh).every((text) => !holds(withoutPointing(text), ['negation', 'money', 'remedy'])),
  punctuation: free,
  navigation: without(['negation', 'remedy']),
  'contents entry': free,
  'translation link': without(turning),
  'page furniture': ({ old, new: fresh }) =>
    [old, fresh].every((text) => text === '' || !holds(text, ['negation', 'remedy']) || isFurniture(text)),
  'copyright line': without(turning),
  'link on the same site': ({ old, new: fresh }) => {
    const [a, b] = [registrableDomain(old), registrableDomain(fresh)];
    return a === null || b === null || a === b || !/^https?:/i.test(old) || !/^https?:/i.test(fresh);
  },
  'link on a renamed site': ({ old, new: fresh }) => siteName(old, fresh) !== null,
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
