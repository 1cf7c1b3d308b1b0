import type { Comparison } from '../../compare/model.ts';
import type { PolicyDocument } from '../../document/model.ts';
import { termsIn } from '../../lexicon/lexicon.ts';
import type { TermClass } from '../../lexicon/model.ts';
import { termShift } from '../terms.ts';
import { wordsOf } from '../words.ts';

/** Does the text hold a term of these classes? */
export function holds(text: string, classes: readonly TermClass[]): boolean {
  return termsIn(wordsOf(text).map(({ key }) => key)).some((term) => classes.includes(term.class));
}

/** Does the text lose or gain a term of these classes? */
export function moves(old: string, fresh: string, classes: readonly TermClass[]): boolean {
  const [deleted, inserted] = [wordsOf(old), wordsOf(fresh)];
  const { lost, gained } = termShift(deleted, inserted, [
    { deleted, inserted, oldAt: 0, newAt: 0, previous: null, next: null },
  ]);
  return [...lost, ...gained].some((term) => classes.includes(term.class));
}

/** The words of a text in alphabetical order, without articles and `and`. */
export function bag(text: string): string {
  return wordsOf(text)
    .filter(({ kind }) => kind !== 'punct')
    .map(({ key }) => key)
    .filter((key) => key !== 'the' && key !== 'and')
    .sort()
    .join(' ');
}

const hardInTitles: readonly TermClass[] = ['negation', 'eligibility', 'sensitive', 'number', 'time'];

/** Does a reworded heading lose or gain a term that counts? In the title of both versions a country or `AI` may be a part of a name. */
export function movesInHeading(old: string, fresh: string, { old: before, new: after }: Comparison): boolean {
  const isTitle = ({ blocks }: PolicyDocument, text: string): boolean =>
    text !== '' && blocks.some(({ kind, text: own }) => kind === 'h1' && own.includes(text));
  const isTitled = isTitle(before, old) && isTitle(after, fresh);
  return moves(
    unnumbered(old),
    unnumbered(fresh),
    isTitled ? hardInTitles : [...hardInTitles, 'jurisdiction', 'ai'],
  );
}

function unnumbered(heading: string): string {
  return heading.replace(/^\W*(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.):]\s*/i, '');
}
