import type { Change } from '../rules/model.ts';
import { isClauseSwap } from './editorial/clause-order.ts';
import { isListReorder } from './editorial/order.ts';
import { isPointer } from './editorial/pointer.ts';
import { isVoiceChange } from './editorial/voice.ts';
import { isHeading, wholeName } from './editorial/whole.ts';
import type { Evidence } from './evidence.ts';
import type { Unit } from './units.ts';
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

/** Why a statement that stands in both versions, reworded as a whole, is editorial; null when nothing says so. */
export function rewordedName(change: Change, unit: Unit, evidence: Evidence): string | null {
  const [was, is] = [wordsOf(change.before), wordsOf(change.after)];
  if (change.before.length + change.after.length > 4 * longestPair) return null;
  if (isListReorder(was, is)) return 'list order';
  if (isClauseSwap(was, is)) return 'clause order';
  if (isVoiceChange(was, is)) return 'voice';
  const block = unit.new[0]?.block;
  const isTitle =
    block !== undefined &&
    isHeading(block) &&
    ![...change.lost, ...change.gained].some((term) => weighty.has(term.class));
  if (isTitle) return 'heading wording';
  if (isCounter.test(change.before) && isCounter.test(change.after)) return 'page furniture';
  return isWithPointer(change, unit) ? 'pointer' : sameKind(change, unit, evidence);
}

/** What a page counts about itself. */
const isCounter =
  /^\W*(?:\d[\d.,]*[kKmM]? (?:(?:min(?:ute)?s? )?read|views?|comments?|likes?|shares?|replies|upvotes?|followers)|\d+ (?:of|out of) \d+ (?:people )?found (?:this|it) helpful|(?:updated|edited|posted) \d+ \w+ ago)\W*$/i;

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
]);

/** Both versions are of one kind that may come and go, so one may take the other's place. */
function sameKind(change: Change, unit: Unit, evidence: Evidence): string | null {
  const [old, fresh] = [unit.old[0]?.block, unit.new[0]?.block];
  if (old === undefined || fresh === undefined || change.before.length + change.after.length > longestPair)
    return null;
  if ([...change.lost, ...change.gained].some((term) => weighty.has(term.class))) return null;
  const was = wholeName({ text: change.before, block: old, op: 'removed' }, evidence);
  const is = wholeName({ text: change.after, block: fresh, op: 'added' }, evidence);
  return was !== null && is !== null && replaceable.has(was) && replaceable.has(is) ? is : null;
}
