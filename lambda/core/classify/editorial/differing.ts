/** Two runs without what both begin and end with. */
export function differing<Item>(
  was: readonly Item[],
  is: readonly Item[],
  same: (one: Item | undefined, other: Item | undefined) => boolean = Object.is,
): readonly [Item[], Item[]] {
  const shorter = Math.min(was.length, is.length);
  let start = 0;
  while (start < shorter && same(was[start], is[start])) start++;
  let end = 0;
  while (end < shorter - start && same(was.at(-1 - end), is.at(-1 - end))) end++;
  return [was.slice(start, was.length - end), is.slice(start, is.length - end)];
}
