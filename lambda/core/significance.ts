/** From nothing to what customers are told. `review` = a person should look; it counts as significant if nobody does. */
export const significances = ['none', 'minor', 'review', 'significant'] as const;
export type Significance = (typeof significances)[number];

/** The highest of many; `none` of nothing. */
export function highest(all: Iterable<Significance>): Significance {
  let top = 0;
  for (const one of all) top = Math.max(top, significances.indexOf(one));
  return significances[top] ?? 'none';
}

/** Are customers told, when nobody has approved otherwise? */
export function isAnnounced(significance: Significance): boolean {
  return significance === 'significant' || significance === 'review';
}
