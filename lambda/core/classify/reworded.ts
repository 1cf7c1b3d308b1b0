import type { Change } from '../rules/model.ts';
import { isAddressSentence } from './editorial/contact.ts';
import { isAsideMoved, isClauseSwap } from './editorial/clause-order.ts';
import { isFurniture } from './editorial/furniture.ts';
import { isSameBesidePlatitude } from './editorial/courtesy.ts';
import { openingOf } from './editorial/introduction.ts';
import { isSameCondition } from './editorial/joints.ts';
import { isListReorder, nameReordered } from './editorial/order.ts';
import { isQuestionReworded } from './editorial/questions.ts';
import { isPointer } from './editorial/pointer.ts';
import { isPartOfTitle } from './editorial/titles.ts';
import { isAdverbMoved, isGenitiveTurn, isPairSwapped } from './editorial/turned.ts';
import { isVoiceChange } from './editorial/voice.ts';
import { isHeading, wholeName } from './editorial/whole.ts';
import type { Evidence } from './evidence.ts';
import type { Unit } from './units.ts';
import type { Word } from './words.ts';
import { wordsOf } from './words.ts';

const weighty = new Set([
  'negation',
  'jurisdiction',
  'eligibility',
  'sensitive',
  'number',
  'time',
  'ai',
  'modal',
  'scope',
  'right',
  'remedy',
]);

type Recogniser = (
  change: Change,
  words: { readonly was: readonly Word[]; readonly is: readonly Word[] },
  unit: Unit,
  evidence: Evidence,
) => boolean;

/** Why a statement reworded as a whole says the same; the first that applies is named. */
const recognisers: Readonly<Record<string, Recogniser>> = {
  'contact detail': ({ before, after }) => isAddressSentence(before) && isAddressSentence(after),
  'name order': (_, { was, is }, __, evidence) => {
    const name = nameReordered(was, is);
    return name !== null && evidence.isWritten(name);
  },
  question: isQuestionReworded,
  courtesy: ({ before, after }) => isSameBesidePlatitude(before, after),
  'list introduction': ({ before, after }) => isSameCondition(before, after),
  'list order': (_, { was, is }) => isListReorder(was, is),
  'clause order': (_, { was, is }) => isClauseSwap(was, is),
  'aside moved': (_, { was, is }) => isAsideMoved(was, is),
  voice: (_, { was, is }) => isVoiceChange(was, is),
  genitive: (_, { was, is }) => isGenitiveTurn(was, is),
  'adverb order': (_, { was, is }) => isAdverbMoved(was, is),
  'two items': (_, { was, is }) => isPairSwapped(was, is),
  'heading wording': (change, _, unit) => isHeadingWording(change, unit),
  'page furniture': (change, _, unit, evidence) => isPageAround(change, unit, evidence),
  pointer: (change, _, unit) => isWithPointer(change, unit),
};

/** Why a statement that stands in both versions, reworded as a whole, is editorial; null when nothing says so. */
export function rewordedName(change: Change, unit: Unit, evidence: Evidence): string | null {
  const words = { was: wordsOf(change.before), is: wordsOf(change.after) };
  if (change.before.length + change.after.length > 4 * longestPair) return null;
  for (const [name, recognises] of Object.entries(recognisers))
    if (recognises(change, words, unit, evidence)) return name;
  return sameKind(change, unit, evidence);
}

/** A heading that says the same in other words; the title of the text may hold a country or `AI` as a part of a name. */
function isHeadingWording({ before, after, lost, gained }: Change, { new: [fresh] }: Unit): boolean {
  if (fresh === undefined || !isHeading(fresh.block)) return false;
  const moved = [...lost, ...gained].filter((term) => weighty.has(term.class));
  return moved.length === 0 || (fresh.block.kind === 'h1' && isPartOfTitle(moved, before, after));
}

function isPageAround({ before, after }: Change, { old, new: fresh }: Unit, { frame }: Evidence): boolean {
  const isPage = (text: string): boolean => isCounter.test(text) || isFurniture(text);
  return (isPage(before) && isPage(after)) || [...old, ...fresh].every(({ block }) => frame.has(block));
}

/** What a page counts about itself. */
const isCounter =
  /^\W*(?:\d[\d.,]*[kKmM]? (?:(?:min(?:ute)?s? )?read|views?|comments?|likes?|shares?|replies|upvotes?|followers)|viewed \d[\d.,]* times|\d+ (?:of|out of) \d+ (?:people )?found (?:this|it) helpful|(?:updated|edited|posted) \d+ \w+ ago)\W*$/i;

/** A sentence that stays, with a pointer written on to it or taken from its end. */
function isWithPointer({ before, after }: Change, unit: Unit): boolean {
  const [long, short] = before.length > after.length ? [before, after] : [after, before];
  const block = (before.length > after.length ? unit.old : unit.new)[0]?.block;
  const rest = long.startsWith(short) ? long.slice(short.length).trim() : '';
  return block !== undefined && short !== '' && /[.!?]$/.test(short) && isPointer(rest, block);
}

const longestPair = 640;
const replaceable = new Set([
  'page furniture',
  'pointer',
  'navigation',
  'contents entry',
  'copyright line',
  'contact detail',
  'contact sentence',
  'courtesy',
  'introduction',
]);
/** What a pointer or an introduction names in one version it has to name in the other. */
const fixed: Readonly<Record<string, ReadonlySet<string>>> = {
  pointer: new Set(['party', 'purpose']),
  introduction: new Set(['practice', 'data', 'security', 'notice', 'scope', 'and', 'or']),
};

/** Both versions are of one kind that may come and go, so one may take the other's place. */
function sameKind(change: Change, unit: Unit, evidence: Evidence): string | null {
  const [old, fresh] = [unit.old[0]?.block, unit.new[0]?.block];
  if (old === undefined || fresh === undefined || change.before.length + change.after.length > longestPair)
    return null;
  const opening = `${openingOf(change.before)} ${openingOf(change.after)}`;
  const moved = [...change.lost, ...change.gained].filter(
    ({ term, written = term }) => !opening.includes(written),
  );
  if (moved.some((term) => weighty.has(term.class))) return null;
  const was = wholeName({ text: change.before, block: old, op: 'removed' }, evidence);
  const is = wholeName({ text: change.after, block: fresh, op: 'added' }, evidence);
  if (was === null || is === null || !replaceable.has(was) || !replaceable.has(is)) return null;
  return moved.some((term) => fixed[is]?.has(term.class)) ? null : is;
}
