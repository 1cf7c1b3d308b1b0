import type { Alignment, Comparison } from '../compare/model.ts';
import type { RedlineEntry } from './model.ts';
import type { SectionOf } from './sections.ts';
import { isMoved, type Movements } from './whereabouts.ts';

interface Departure {
  readonly oldIndex: number;
  readonly path: readonly string[];
  readonly entry: RedlineEntry;
}

/**
 * The places that moved texts left, keyed by the alignment they are shown before: the first that stayed in order and
 * stood after them in the old version.
 */
export function departures(
  { alignments }: Comparison,
  sectionOf: SectionOf,
  movements: Movements,
): ReadonlyMap<number, readonly Departure[]> {
  const waiting = departed(alignments, sectionOf, movements).toSorted((a, b) => a.oldIndex - b.oldIndex);
  const places = new Map<number, Departure[]>();
  let next = 0;
  const release = (at: number, before: number): void => {
    for (let one = waiting[next]; one !== undefined && one.oldIndex < before; one = waiting[next]) {
      places.set(at, [...(places.get(at) ?? []), one]);
      next += 1;
    }
  };
  alignments.forEach((alignment, at) => {
    const index = oldIndexInOrder(alignment);
    if (index !== null) release(at, index);
  });
  release(alignments.length, Infinity);
  return places;
}

function departed(
  alignments: readonly Alignment[],
  sectionOf: SectionOf,
  movements: Movements,
): readonly Departure[] {
  return alignments.flatMap((alignment, number): readonly Departure[] => {
    if (!isMoved(alignment)) return [];
    const { index } = alignment.old;
    const movedTo = movements.to(alignment);
    return [
      {
        oldIndex: index,
        path: sectionOf({ op: 'removed', old: alignment.old }),
        entry: { kind: 'departed', movedTo, number },
      },
    ];
  });
}

function oldIndexInOrder(alignment: Alignment): number | null {
  if (isMoved(alignment) || !('old' in alignment)) return null;
  return 'index' in alignment.old ? alignment.old.index : (alignment.old[0]?.index ?? null);
}
