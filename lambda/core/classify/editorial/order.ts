import type { Word } from '../words.ts';
import { differing } from './differing.ts';

const joins = new Set(['and', 'or', 'und', 'oder', 'et', 'ou', 'y', 'o', 'as', 'well']);

/** Do two sentences hold the same items of one list in another order, with the same words around the list? */
export function isListReorder(before: readonly Word[], after: readonly Word[]): boolean {
  const [a, b] = [segments(before), segments(after)];
  if (a === null || b === null || a.items.length !== b.items.length || a.items.length < 3) return false;
  const sameSet = [...a.items].sort().join('|') === [...b.items].sort().join('|');
  if (before.some(({ key }) => key.startsWith('respectiv'))) return false;
  return sameSet && a.joint === b.joint && a.items.join('|') !== b.items.join('|');
}

/** The items of the sentence's list: what stands before the first and after the last is cut to the items' length. */
function segments(
  words: readonly Word[],
): { readonly items: readonly string[]; readonly joint: string } | null {
  const parts: string[][] = [[]];
  let joint = '';
  for (const { key, kind } of words) {
    if (key === ',' || joins.has(key)) {
      if (joins.has(key)) joint += key;
      if (parts.at(-1)?.length !== 0) parts.push([]);
    } else if (kind !== 'punct') parts.at(-1)?.push(key);
  }
  const full = parts.filter((part) => part.length > 0);
  return full.length < 3 ? null : { items: trimmed(full), joint };
}

const leads = new Set([
  'in',
  'of',
  'your',
  'our',
  'the',
  'from',
  'to',
  'for',
  'with',
  'by',
  'collect',
  'include',
  'including',
  'on',
]);

/** The words that lead into the list belong to the sentence, not to its first item. */
function trimmed(parts: readonly (readonly string[])[]): string[] {
  const [first = [], ...rest] = parts;
  const lead = first.findLastIndex((key) => leads.has(key));
  const last = rest.map((part) => part.filter((key) => key !== 'the' && key !== 'your').join(' '));
  const head = first.slice(lead + 1).filter((key) => key !== 'the' && key !== 'your');
  return [
    head.join(' '),
    ...last,
    `^${first
      .slice(0, lead + 1)
      .filter((key) => key !== 'the')
      .join(' ')}`,
  ];
}

const longestName = 5;

/** `the Economic European Area` and `the European Economic Area`: the words of one name, all else the same; null where it is no such pair. */
export function nameReordered(before: readonly Word[], after: readonly Word[]): string | null {
  const [was, is] = differing(before, after, (one, other) => one?.canon === other?.canon);
  const isName =
    was.length > 1 && was.length <= longestName && was.every(({ canon }) => /^\p{Lu}/u.test(canon));
  const sorted = (words: readonly Word[]): string =>
    words
      .map(({ canon }) => canon)
      .sort()
      .join(' ');
  return isName && sorted(was) === sorted(is) ? is.map(({ canon }) => canon).join(' ') : null;
}
