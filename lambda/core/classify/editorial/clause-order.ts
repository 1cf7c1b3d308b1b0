import type { Word } from '../words.ts';

const subordinators = new Set(
  'when whenever if while after before because since where as although once unless until wenn sobald falls quand si lorsque cuando si'.split(
    ' ',
  ),
);
const prepositions = new Set(
  'in for to by upon during on at with without under from through via according due because as'.split(' '),
);
const shortestClause = 2;
/** A phrase in front reaches over all of these; behind them it may belong to the last part alone. */
const reached = new Set('and or not never no only nor'.split(' '));

/** `When you ring, we open` and `We open when you ring`: the same two clauses, the subordinate one first or last. */
export function isClauseSwap(before: readonly Word[], after: readonly Word[]): boolean {
  return isFronted(before, after) || isFronted(after, before);
}

/** Does `fronted` begin with a clause set off by a comma that ends `plain`, and is all else the same? */
function isFronted(fronted: readonly Word[], plain: readonly Word[]): boolean {
  const lead = fronted[0]?.key ?? '';
  if (!subordinators.has(lead) && !prepositions.has(lead)) return false;
  const words = said(plain);
  return fronted.some(({ key }, comma) => {
    if (key !== ',' || comma < shortestClause) return false;
    const [first, rest] = [said(fronted.slice(0, comma)), said(fronted.slice(comma))];
    if (!subordinators.has(lead) && rest.some((word) => reached.has(word))) return false;
    return rest.length >= shortestClause && [...rest, ...first].join(' ') === words.join(' ');
  });
}

const longestAside = 7;

/** `We may, at our discretion, close it` and `We may close it at our discretion`: a phrase between commas, at another place of the same clause. */
export function isAsideMoved(before: readonly Word[], after: readonly Word[]): boolean {
  return isSetApart(before, after) || isSetApart(after, before);
}

/** Has `apart` a phrase between two commas that stands first or last in `plain`, and is all else the same? */
function isSetApart(apart: readonly Word[], plain: readonly Word[]): boolean {
  const words = said(plain).join(' ');
  const commas = apart.flatMap(({ key }, at) => (key === ',' ? [at] : []));
  return commas.some((open, index) => {
    const close = commas[index + 1] ?? apart.length;
    const aside = said(apart.slice(open, close));
    const rest = [...said(apart.slice(0, open)), ...said(apart.slice(close))];
    if (aside.length === 0 || aside.length > longestAside || !isAdverbial(aside)) return false;
    if (rest.some((word) => reached.has(word))) return false;
    return [...aside, ...rest].join(' ') === words || [...rest, ...aside].join(' ') === words;
  });
}

/** What a preposition or an adverb opens, and no item of a list. */
function isAdverbial([first = '']: readonly string[]): boolean {
  return (
    prepositions.has(first) ||
    subordinators.has(first) ||
    /^(?:however|therefore|always|\p{L}{3,}ly)$/u.test(first)
  );
}

function said(words: readonly Word[]): string[] {
  return words.filter(({ kind }) => kind !== 'punct').map(({ key }) => key);
}
