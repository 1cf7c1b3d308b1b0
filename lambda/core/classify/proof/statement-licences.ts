import type { TermClass } from '../../lexicon/model.ts';
import { isCourtesy, isSameBesidePlatitude } from '../editorial/courtesy.ts';
import { isAsideMoved, isClauseSwap } from '../editorial/clause-order.ts';
import { isContactSentence } from '../editorial/contact.ts';
import { framesOf } from '../editorial/frame.ts';
import { isFurniture } from '../editorial/furniture.ts';
import { isIntroduction, openingOf } from '../editorial/introduction.ts';
import { isSameCondition } from '../editorial/joints.ts';
import { nameReordered } from '../editorial/order.ts';
import { isLogEntry } from '../editorial/whole.ts';
import { withoutPointing } from '../editorial/pointer.ts';
import { isAdverbMoved, isGenitiveTurn, isPairSwapped } from '../editorial/turned.ts';
import { isVoiceChange } from '../editorial/voice.ts';
import { isWrittenIn } from '../evidence.ts';
import { isDateLine } from '../normal/dates.ts';
import { wordsOf } from '../words.ts';
import { canonicalOf } from './canonical.ts';
import { bag, holds, moves, movesInHeading } from './terms-held.ts';
import type { Licence } from './licence.ts';
import { free, hard, turning, without } from './licence.ts';

/** A question that asks the same may name the data; it may not ask for another practice. */
const hardInQuestions: readonly TermClass[] = [...hard.filter((one) => one !== 'data'), 'practice'];

const inIntroductions: readonly TermClass[] = ['practice', 'data', 'security', 'scope', 'and', 'or'];

const sameBag: Licence = ({ old, new: fresh }) => bag(old) === bag(fresh);

/** What a transformation of a whole statement may do. */
export const statementLicences: Readonly<Record<string, Licence>> = {
  courtesy: ({ old, new: fresh }) =>
    [old, fresh].every((text) => text === '' || isCourtesy(text)) || isSameBesidePlatitude(old, fresh),
  introduction: ({ old, new: fresh }) =>
    [old, fresh].every((text) => text === '' || isIntroduction(text)) &&
    (old === '' ||
      fresh === '' ||
      !moves(old.replace(openingOf(old), ''), fresh.replace(openingOf(fresh), ''), inIntroductions)),
  'contact sentence': ({ old, new: fresh }) =>
    [old, fresh].every((text) => text === '' || isContactSentence(text)),
  'name order': ({ old, new: fresh }, comparison) => {
    const name = nameReordered(wordsOf(old), wordsOf(fresh));
    return name !== null && isWrittenIn(comparison.old, name);
  },
  question: ({ old, new: fresh }) =>
    [old, fresh].every((text) => /\?\W*$/.test(text)) && !moves(old, fresh, hardInQuestions),
  'two items': ({ old, new: fresh }) => isPairSwapped(wordsOf(old), wordsOf(fresh)),
  'list introduction': (step, comparison) =>
    without(hard)(step, comparison) || isSameCondition(step.old, step.new),
  'metadata date': ({ old, new: fresh }) =>
    [old, fresh].every((text) => text === '' || isDateLine(wordsOf(text))),
  'said elsewhere': ({ old, new: fresh }, { old: before, new: after }) =>
    old === ''
      ? canonicalOf(before).includes(canonicalOf(fresh))
      : canonicalOf(after).includes(canonicalOf(old)),
  'change log entry': ({ old, new: fresh }, { old: before, new: after }) =>
    [...before.blocks, ...after.blocks].some(
      (block) =>
        block.text.includes(old) && block.text.includes(fresh) && isLogEntry(`${old}${fresh}`, block),
    ),
  'heading wording': ({ old, new: fresh }, comparison) => !movesInHeading(old, fresh, comparison),
  'list order': sameBag,
  'aside moved': ({ old, new: fresh }) => isAsideMoved(wordsOf(old), wordsOf(fresh)),
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
  'page furniture': ({ old, new: fresh }, comparison) =>
    [old, fresh].every(
      (text) =>
        text === '' ||
        !holds(text, ['negation', 'remedy']) ||
        isFurniture(text) ||
        [...framesOf(comparison.old, comparison.new)].some((block) => block.text === text),
    ),
  'copyright line': without(turning),
  'plain rewording': ({ old, new: fresh }) => !moves(old, fresh, hard),
};

/** A pointer written on to a sentence that stays is looked at alone. */
function changedParts(old: string, fresh: string): readonly string[] {
  if (old !== '' && fresh.startsWith(old)) return [fresh.slice(old.length)];
  if (fresh !== '' && old.startsWith(fresh)) return [old.slice(fresh.length)];
  return [old, fresh];
}
