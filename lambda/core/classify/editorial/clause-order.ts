import type { Word } from '../words.ts';

const subordinators = new Set(
  'when whenever if while after before because since where as although once unless until in for to by upon during wenn sobald falls quand si lorsque cuando si'.split(
    ' ',
  ),
);
const shortestClause = 3;

/** `When you ring, we open` and `We open when you ring`: the same two clauses, the subordinate one first or last. */
export function isClauseSwap(before: readonly Word[], after: readonly Word[]): boolean {
  return isFronted(before, after) || isFronted(after, before);
}

/** Does `fronted` begin with a clause set off by a comma that ends `plain`, and is all else the same? */
function isFronted(fronted: readonly Word[], plain: readonly Word[]): boolean {
  if (!subordinators.has(fronted[0]?.key ?? '')) return false;
  const words = said(plain);
  return fronted.some(({ key }, comma) => {
    if (key !== ',' || comma < shortestClause) return false;
    const [first, rest] = [said(fronted.slice(0, comma)), said(fronted.slice(comma))];
    return rest.length >= shortestClause && [...rest, ...first].join(' ') === words.join(' ');
  });
}

function said(words: readonly Word[]): string[] {
  return words.filter(({ kind }) => kind !== 'punct').map(({ key }) => key);
}
