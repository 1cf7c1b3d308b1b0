import { knownRenames, weightless } from '../lexicon/editorial.ts';
import type { Neighbours } from './editorial/contact.ts';
import { areContactWords, isContactPlace, isContactText, sameMailDomain } from './editorial/contact.ts';
import { areIdentifiers, isPlaceholderDropped, isTagDebris, isWikiMark } from './editorial/debris.ts';
import {
  isChannelEdit,
  isLayoutTag,
  isPersonEdit,
  isPlaceholder,
  sameArguments,
  sameVariable,
} from './editorial/edits.ts';
import {
  isAddressed,
  isAgreement,
  isEqualForce,
  isGenericSubject,
  isLawInForce,
  isRevision,
  isTense,
} from './editorial/force.ts';
import { isApposition, isGetPassive, isListJoint, isSubjectMissed } from './editorial/grammar.ts';
import { isInterfaceLabel } from './editorial/interface-label.ts';
import { isListLead, isPlaceWord, isRelativeSplit, isSentenceSplit } from './editorial/joints.ts';
import {
  isAnyNegated,
  isContrast,
  isCorrelative,
  isNameForUs,
  isPossessiveRepeated,
} from './editorial/pairs.ts';
import type { Label } from './editorial/link-words.ts';
import { areLinkWords } from './editorial/link-words.ts';
import { isAbbreviation, isDocumentTitle, isFormerName, isShortName } from './editorial/titles.ts';
import { isLegalFormOnly, isOwnName } from './editorial/own-name.ts';
import { areRecipients } from './editorial/recipients.ts';
import { isMisspelt, isSlip } from './editorial/slip.ts';
import type { Evidence } from './evidence.ts';
import { isNeutralName, renameKey } from './renames.ts';
import type { Edit } from './residue.ts';
import { keysOf } from './words.ts';

/** The sentences an edit stands in. */
export interface Setting {
  readonly before: string;
  readonly after: string;
  /** The headings above, as one text. */
  readonly place: string;
  /** What stands right around the edit in either version. */
  readonly near: { readonly old: Neighbours; readonly new: Neighbours };
  /** The sentence up to the edit in either version. */
  readonly head: { readonly old: string; readonly new: string };
  /** The links of the blocks around it. */
  readonly labels: { readonly old: readonly Label[]; readonly new: readonly Label[] };
  /** The paragraph that a list item hangs on. */
  readonly leadIn: string;
}

type Recogniser = (edit: Edit, setting: Setting, evidence: Evidence) => boolean;

const rights =
  /\b(?:right|object|opt.?out|withdraw|complain|erasure|access request|unsubscribe|delete your|data protection officer)\b/i;

/** Why one edit is editorial though no canonical form explains it; the first that applies is named. */
export const recognisers: Readonly<Record<string, Recogniser>> = {
  spelling: isMisspelt,
  'slip of the pen': ({ deleted, inserted }, { near }) =>
    (inserted.length === 0 && isSlip(deleted, near.new.rest)) ||
    (deleted.length === 0 && isSlip(inserted, near.old.rest)),
  'weightless word': ({ deleted, inserted }) =>
    [...deleted, ...inserted].every(({ key }) => weightless.has(key)),
  'template tag': ({ deleted, inserted }, { near }) =>
    [...deleted, ...inserted].every(isLayoutTag) ||
    sameVariable(deleted, inserted) ||
    sameArguments(deleted, inserted) ||
    (isTagDebris(deleted, near.old) && isTagDebris(inserted, near.new)),
  'placeholder filled': (edit, { near }) =>
    isPlaceholderDropped(edit, near.old) ||
    (isPlaceholder(edit.deleted) &&
      edit.inserted.length > 0 &&
      edit.inserted.every(({ kind }) => kind === 'url' || kind === 'email')),
  identifier: areIdentifiers,
  'own name': (edit, { near }, { ownNames }) => isOwnName(edit, ownNames, near.old, near.new),
  'legal form': isLegalFormOnly,
  'modal of equal force': isEqualForce,
  tense: (edit, { near }) => isTense(edit, near.old.rest, near.new.rest),
  'generic subject': (edit, { near, head }) =>
    isGenericSubject(edit, head.old + near.old.rest, head.new + near.new.rest),
  'law in force': (edit, { before }) => isLawInForce(edit, before),
  'reader addressed': (edit, { before, after }) => isAddressed(edit, before, after),
  'pronoun agreement': (edit, { near }) => isAgreement(edit, near.old.rest, near.new.rest),
  'revision number': (edit, { near }) => isRevision(edit, near.old, near.new),
  abbreviation: isAbbreviation,
  possessive: (edit, { near }) =>
    [...edit.deleted, ...edit.inserted].every(({ key }) => articles.has(key)) ||
    isPossessiveRepeated(edit, near.old, near.new),
  'former name': isFormerName,
  'document title': (edit, { before, after }) =>
    isDocumentTitle(edit, `${before} ${after}`) && !rights.test(`${before} ${after}`),
  'cross-reference title': (edit, { before, after }, { headings }) =>
    (isReference.test(before) &&
      isReference.test(after) &&
      [edit.deleted, edit.inserted].every((words) => words.length === 0 || headings.has(keysOf(words)))) ||
    isPlaceWord(edit, `${before} ${after}`),
  correlative: (edit, { near }) => isCorrelative(edit, near.old, near.new),
  'any under a negation': (edit, { before, after }) => isAnyNegated(edit, before, after),
  'name for ourselves': (edit, { near }) =>
    isNameForUs(edit, near.old, near.new) || isApposition(edit, near.old, near.new),
  contrast: (edit, { near }) => isContrast(edit, near.old, near.new),
  'sentence split': (edit, { near, head }) =>
    isSentenceSplit(edit, { ...near.old, head: head.old }, { ...near.new, head: head.new }) ||
    isRelativeSplit(edit, near.old, near.new),
  'link words': (edit, { near, labels, before, place }) =>
    !rights.test(before) && !areRecipients([place]) && areLinkWords(edit, labels, near),
  'interface label': (edit, { near, before, after }) =>
    isInterfaceLabel(edit, near.old, before) && isInterfaceLabel(edit, near.new, after),
  'get passive': (edit, { near }) => isGetPassive(edit, near.old, near.new),
  'subject missed': (edit, { near }) => isSubjectMissed(edit, near.old, near.new),
  'list joint': (edit, { near, leadIn }) => isListJoint(edit, near.old, near.new, leadIn),
  'list introduction': (edit, { before, after }) => isListLead(edit, before, after),
  'wiki mark': (edit, { near }) => isWikiMark(edit, near.old, near.new),
  'short name': (edit, { near }) => isShortName(edit, edit.deleted.length > 0 ? near.old : near.new),
  'person named': (edit, { before, after, place, leadIn }) =>
    isPersonEdit(edit) && peopleTalk.test(`${before} ${after} ${place} ${leadIn}`),
  'contact channel': (edit, { before, after, place }) =>
    isChannelEdit(edit, `${before} ${after}`) &&
    !areRecipients([place]) &&
    !rights.test(`${before} ${after}`),
  'word spacing': ({ deleted, inserted }) =>
    deleted.length + inserted.length > 2 &&
    keysOf(deleted).replaceAll(' ', '') === keysOf(inserted).replaceAll(' ', ''),
  'consistent rename': (edit, _, { renames }) => {
    const key = renameKey(edit);
    return key !== null && (knownRenames.has(key) || (renames.has(key) && isNeutralName(edit)));
  },
  'contact detail': ({ deleted, inserted }, { before, after, near }) =>
    sameMailDomain(deleted, inserted) ||
    (areContactWords(deleted, near.old.rest, inserted.length === 0 ? near.old.lead : '') &&
      areContactWords(inserted, near.new.rest, deleted.length === 0 ? near.new.lead : '') &&
      isContactPlace(deleted, near.old, before) &&
      isContactPlace(inserted, near.new, after) &&
      isContactText(before) &&
      isContactText(after) &&
      !rights.test(before)),
  'web address': ({ deleted, inserted }, { before, place }) =>
    !areRecipients([place]) &&
    [...deleted, ...inserted].every(({ kind }) => kind === 'url') &&
    (deleted.length === 0 || inserted.length === 0) &&
    !rights.test(before),
};

/** Possessives that say no more than an article; `your` may say whose. */
const articles: ReadonlySet<string> = new Set(['our', 'their', 'unser', 'notr', 'nos']);
const isReference =
  /\b(?:section|sections|clause|article|see|refer to|described (?:in|under)|set out in|as per)\b.{3,}/i;
const peopleTalk =
  /\b(?:represented by|managing directors?|directors?|chair|members?|committee|board|officer|contact|staff|team|author|written by|editor|president|secretary|coordinator|organi[sz]er)\b/i;
