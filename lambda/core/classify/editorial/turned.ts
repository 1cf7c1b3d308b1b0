import { stem } from '../../lexicon/inflection.ts';
import { termsIn } from '../../lexicon/lexicon.ts';
import type { TermClass } from '../../lexicon/model.ts';
import { normalised, transformations } from '../normal/transformations.ts';
import type { Word } from '../words.ts';
import { keysOf } from '../words.ts';
import { differing } from './differing.ts';

/** Order tells who does what only as long as the grammar words still stand there. */
const keepsGrammar: ReadonlySet<string> = new Set(
  transformations.map(({ name }) => name).filter((name) => name !== 'function word'),
);
const articles: ReadonlySet<string> = new Set(['a', 'an', 'the']);
const longestName = 4;
const turning: readonly TermClass[] = ['negation', 'modal', 'scope', 'number', 'and', 'or'];

/** `the members of the board` and `the board members`: one genitive turned, all else the same. */
export function isGenitiveTurn(before: readonly Word[], after: readonly Word[]): boolean {
  const [was, is] = differing(...readTogether(before, after));
  return isTurned(was, is) || isTurned(is, was);
}

function isTurned(long: readonly string[], short: readonly string[]): boolean {
  const of = long.indexOf('of');
  const [head, owner] = [long.slice(0, of), long.slice(of + 1)];
  return (
    of > 0 &&
    owner.length > 0 &&
    long.length <= 2 * longestName &&
    [...owner, ...head].join(' ') === short.join(' ') &&
    !holdsTurning(short)
  );
}

/** Past one of these words an adverb belongs to something else. */
const joins: ReadonlySet<string> = new Set(
  'and or but nor that which who whether if when while to because'.split(' '),
);

/** `oak and ash` and `ash and oak`: two items of one list, the other way about. */
export function isPairSwapped(before: readonly Word[], after: readonly Word[]): boolean {
  const [was, is] = differing(...readTogether(before, after));
  const joints = was.filter((word) => word === 'and' || word === 'or');
  const at = was.findIndex((word) => word === joints[0]);
  const [first, second] = [was.slice(0, at), was.slice(at + 1)];
  return (
    joints.length === 1 &&
    [first, second].every(({ length }) => length > 0 && length <= longestName) &&
    [...second, ...joints, ...first].join(' ') === is.join(' ') &&
    !was.includes('not') &&
    !before.some(({ key }) => key.startsWith('respectiv'))
  );
}

/** What they stand beside is all they speak of: moved, they limit something else. */
const focusing =
  /^(?:on|main|primari|most|large|sole|exclusive|especial|specific|particular|explicit|express|mere|simp|partial|part)ly$/;

/** `We currently open` and `Currently, we open`: one adverb at another place of the same clause. */
export function isAdverbMoved(before: readonly Word[], after: readonly Word[]): boolean {
  const [was, is] = differing(...readTogether(before, after));
  return isMovedToEnd(was, is) || isMovedToEnd(is, was);
}

/** Does the first word stand last in the other, and is all between the two the same? */
function isMovedToEnd([adverb = '', ...rest]: readonly string[], other: readonly string[]): boolean {
  return (
    /^(?:\p{L}{3,}ly|sometim)$/u.test(adverb) &&
    !focusing.test(adverb) &&
    rest.length > 0 &&
    [...rest, adverb].join(' ') === other.join(' ') &&
    !rest.some((word) => joins.has(word)) &&
    !holdsTurning([adverb])
  );
}

function holdsTurning(words: readonly string[]): boolean {
  return termsIn(words).some((term) => turning.includes(term.class));
}

function readTogether(before: readonly Word[], after: readonly Word[]): readonly [string[], string[]] {
  const [was, is] = normalised(before, after, keepsGrammar);
  const said = (words: readonly Word[]): string[] =>
    keysOf(words)
      .replaceAll(' as well as ', ' and ')
      .split(' ')
      .map(stem)
      .filter((key) => !articles.has(key));
  return [said(was), said(is)];
}
