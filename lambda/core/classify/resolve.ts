import type { Step } from '../rules/model.ts';
import type { Neighbours } from './editorial/contact.ts';
import { areContactWords, isContactPlace, isContactText, sameMailDomain } from './editorial/contact.ts';
import {
  isChannelEdit,
  isLayoutTag,
  isPersonEdit,
  isPlaceholder,
  legalForm,
  sameVariable,
} from './editorial/edits.ts';
import { isTypo } from './editorial/typo.ts';
import type { Evidence } from './evidence.ts';
import { renameKey } from './renames.ts';
import type { Edit } from './residue.ts';
import { termShift, writtenWords } from './terms.ts';
import type { Word } from './words.ts';
import { keysOf } from './words.ts';

/** The sentences an edit stands in. */
export interface Setting {
  readonly before: string;
  readonly after: string;
  /** The headings above, as one text. */
  readonly place: string;
  /** What stands right around the edit in either version. */
  readonly near: { readonly old: Neighbours; readonly new: Neighbours };
}

type Recogniser = (edit: Edit, setting: Setting, evidence: Evidence) => boolean;

const guardedInNames = new Set([
  'negation',
  'modal',
  'scope',
  'number',
  'time',
  'party',
  'actor',
  'data',
  'sensitive',
  'right',
  'jurisdiction',
  'practice',
  'remedy',
  'eligibility',
  'ai',
  'condition',
  'security',
  'conduct',
]);
const rights =
  /\b(?:right|object|opt.?out|withdraw|complain|erasure|access request|unsubscribe|delete your|data protection officer)\b/i;

/** Why one edit is editorial though no canonical form explains it; the first that applies is named. */
export const recognisers: Readonly<Record<string, Recogniser>> = {
  spelling: ({ deleted, inserted }) =>
    isOneWord(deleted) && isOneWord(inserted) && isTypo(written(deleted), written(inserted)),
  'template tag': ({ deleted, inserted }) =>
    [...deleted, ...inserted].every(isLayoutTag) || sameVariable(deleted, inserted),
  'placeholder filled': ({ deleted, inserted }) =>
    isPlaceholder(deleted) &&
    inserted.length > 0 &&
    inserted.every(({ kind }) => kind === 'url' || kind === 'email'),
  'cross-reference title': ({ deleted, inserted }, { before, after }, { headings }) =>
    isReference.test(before) &&
    isReference.test(after) &&
    [deleted, inserted].every((words) => words.length === 0 || headings.has(keysOf(words))),
  'person named': (edit, { before, after, place }) =>
    isPersonEdit(edit) && peopleTalk.test(`${before} ${after} ${place}`),
  'contact channel': (edit, { before, after }) =>
    isChannelEdit(edit, `${before} ${after}`) && !rights.test(`${before} ${after}`),
  'word spacing': ({ deleted, inserted }) =>
    deleted.length + inserted.length > 2 &&
    keysOf(deleted).replaceAll(' ', '') === keysOf(inserted).replaceAll(' ', ''),
  'consistent rename': (edit, _, { renames }) => renames.has(renameKey(edit)) && isNeutralName(edit),
  'contact detail': ({ deleted, inserted }, { before, after, near }) =>
    sameMailDomain(deleted, inserted) ||
    (areContactWords(deleted, near.old.rest) &&
      areContactWords(inserted, near.new.rest) &&
      isContactPlace(deleted, near.old, before) &&
      isContactPlace(inserted, near.new, after) &&
      isContactText(before) &&
      isContactText(after) &&
      !rights.test(before)),
  'web address': ({ deleted, inserted }, { before }) =>
    [...deleted, ...inserted].every(({ kind }) => kind === 'url') &&
    (deleted.length === 0 || inserted.length === 0) &&
    !rights.test(before),
};

/** The step that explains an edit, or null. */
export function stepFor(edit: Edit, setting: Setting, evidence: Evidence): Step | null {
  for (const [transformation, recognises] of Object.entries(recognisers)) {
    if (!recognises(edit, setting, evidence)) continue;
    const [old, fresh] = [edit.deleted, edit.inserted].map(transformation === 'spelling' ? written : keysOf);
    const shown = { old: writtenWords(edit.deleted), new: writtenWords(edit.inserted) };
    return { transformation, old: old ?? '', new: fresh ?? '', written: shown };
  }
  return null;
}

function isOneWord(words: readonly Word[]): boolean {
  return words.length > 0 && words.every(({ kind, start }) => kind === 'word' && start === words[0]?.start);
}

function written(words: readonly Word[]): string {
  return words[0]?.canon.toLowerCase() ?? '';
}

function isNeutralName(edit: Edit): boolean {
  const { deleted, inserted } = edit;
  if ([...deleted, ...inserted].some(({ key }) => legalForm.test(key))) return false;
  const { lost, gained } = termShift(deleted, inserted, [edit]);
  return ![...lost, ...gained].some((term) => guardedInNames.has(term.class));
}

const isReference =
  /\b(?:section|sections|clause|article|see|refer to|described (?:in|under)|set out in|as per)\b.{3,}/i;
const peopleTalk =
  /\b(?:represented by|managing directors?|directors?|chair|members?|committee|board|officer|contact|staff|team|author|written by|editor|president|secretary|coordinator|organi[sz]er)\b/i;
