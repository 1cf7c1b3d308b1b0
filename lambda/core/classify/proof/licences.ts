import { weightless } from '../../lexicon/editorial.ts';
import { legalForm } from '../editorial/edits.ts';
import { ownNamesOf } from '../editorial/own-name.ts';
import { distance } from '../editorial/typo.ts';
import { siteName } from '../links.ts';
import { registrableDomain } from '../normal/addresses.ts';
import { holds } from './terms-held.ts';
import type { Licence } from './licence.ts';
import { free, hard, only, turning, without } from './licence.ts';
import { statementLicences } from './statement-licences.ts';

/** A name that grows or shrinks may hold the name of a country, or `AI`. */
const hardInNames = hard.filter((one) => one !== 'jurisdiction' && one !== 'ai');

/** A word this long is known again with a letter missing, though it be `except`. */
const shortestCertain = 5;

/** What each named transformation may do; a step of any other name is refused. */
export const licences: Readonly<Record<string, Licence>> = {
  ...statementLicences,
  spelling: ({ old, new: fresh }) =>
    distance(old, fresh, 2) <= 2 &&
    (!holds(`${old} ${fresh}`, ['negation', 'modal', 'scope']) ||
      (distance(old, fresh, 1) <= 1 && Math.min(old.length, fresh.length) >= shortestCertain)),
  'slip of the pen': ({ old, new: fresh }) => `${old}${fresh}` !== '' && !holds(`${old} ${fresh}`, hard),
  'word spacing': ({ old, new: fresh }) => old.replaceAll(' ', '') === fresh.replaceAll(' ', ''),
  'consistent rename': ({ old, new: fresh }) =>
    old !== fresh && !holds(`${old} ${fresh}`, old === '' || fresh === '' ? hardInNames : hard),
  'contact detail': without(turning),
  'contact channel': without(turning),
  'person named': without(['negation', 'money', 'remedy']),
  'web address': without(turning),
  'placeholder filled': without(turning),
  'template tag': free,
  'weightless word': ({ old, new: fresh }) =>
    `${old} ${fresh}`.split(' ').every((word) => word === '' || weightless.has(word)),
  identifier: ({ old, new: fresh }) => !/\p{L}{4}/u.test(`${old} ${fresh}`),
  'former name': without(hard),
  'short name': (step, comparison) =>
    without(hard)(step, comparison) || /^\p{Lu}{2,6}$/u.test(`${step.written?.old}${step.written?.new}`),
  'own name': ({ old, new: fresh }, comparison) => {
    const names = new Set([...ownNamesOf(comparison.old), ...ownNamesOf(comparison.new)]);
    return [old, fresh].every((text) =>
      text
        .split(' ')
        .every((word) => names.has(word) || legalForm.test(word) || /^(?:we|us|our|company)$/.test(word)),
    );
  },
  'legal form': ({ old, new: fresh }) => legalForm.test(`${old}${fresh}`),
  'modal of equal force': ({ written }) =>
    [/^(?:shall|will)$/i, /^(?:must|may)$/i, /^(?:can|may)$/i].some(
      (modal) => modal.test(written?.old ?? '') && modal.test(written?.new ?? ''),
    ),
  tense: ({ written }) => /^(?:will|shall)$/i.test(`${written?.old ?? ''}${written?.new ?? ''}`),
  'law in force': only(/^whether [a-z ]+ (?:effect|forc|law)[a-z ]*$/),
  'interface label': without([...turning, 'data', 'sensitive', 'party', 'purpose']),
  'get passive': only(/^get$/),
  'subject missed': only(/^you$/),
  'list joint': only(/^well$/),
  'reader addressed': only(/^(?:our )?(?:user|they|them|their|you|your)$/),
  'pronoun agreement': only(/^(?:they|them|their)$/),
  'revision number': only(/^v?\d[\d.]*$/),
  abbreviation: (step, comparison) =>
    without(hard)(step, comparison) || /^(?:us usa|usa us)$/.test(`${step.old} ${step.new}`),
  possessive: ({ old, new: fresh }) => !holds(`${old} ${fresh}`, hard),
  correlative: only(/^both$/),
  'any under a negation': only(/^any$/),
  'name for ourselves': ({ old, new: fresh, written }) =>
    /^(?:(?:we|us|ours?|or|and|as|well) ?)*$/.test(`${old}${fresh}`) ||
    /^(?:\p{Lu}\S* ?){1,3}$/u.test(`${written?.old}${written?.new}`),
  contrast: only(/^but$/),
  'sentence split': only(/^(?:,|well|also|however|und|et|y)$/),
  'wiki mark': without(hard),
  'document title': without(turning),
  'cross-reference title': free,
  'generic subject': only(/^every$/),
  'link on the same site': ({ old, new: fresh }) => {
    const [a, b] = [registrableDomain(old), registrableDomain(fresh)];
    return a === null || b === null || a === b || !/^https?:/i.test(old) || !/^https?:/i.test(fresh);
  },
  'link on a renamed site': ({ old, new: fresh }) => siteName(old, fresh) !== null,
  'link added': ({ old }) => old === '',
  'link removed': ({ new: fresh }) => fresh === '',
  'link words': free,
  'protected e-mail address': ({ old, new: fresh }) => `${old}${fresh}`.includes('email-protection'),
};
