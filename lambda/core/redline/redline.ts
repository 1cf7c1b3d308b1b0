import type { Comparison } from '../compare/model.ts';
import type { Block } from '../document/model.ts';
import { departures } from './departures.ts';
import { entryOf } from './entries.ts';
import type { RedlineChange, RedlineEntry, RedlineSection, Whereabouts } from './model.ts';
import { sectionFinder } from './sections.ts';
import { movementsOf } from './whereabouts.ts';

/** Reads a comparison section by section, the way a person does: what stayed is folded away, what changed is shown. */
export function redline(comparison: Comparison): readonly RedlineSection[] {
  const sections = new Sections();
  const sectionOf = sectionFinder(comparison);
  const movements = movementsOf(comparison);
  const leaving = departures(comparison, sectionOf, movements);
  comparison.alignments.forEach((alignment, at) => {
    for (const one of leaving.get(at) ?? []) sections.add(one.path, one.entry);
    sections.add(sectionOf(alignment), entryOf(alignment, at, movements));
  });
  for (const one of leaving.get(comparison.alignments.length) ?? []) sections.add(one.path, one.entry);
  return numbered(sections);
}

/** Gathers neighbours of one section; in it, neighbours that stayed, came or went together are one entry. */
class Sections {
  readonly all: { path: readonly string[]; entries: RedlineEntry[] }[] = [];
  /** Numbers of entries that were joined to one before, and the number of that one. */
  readonly joined = new Map<number, number>();

  add(path: readonly string[], entry: RedlineEntry): void {
    let section = this.all.at(-1);
    if (section === undefined || JSON.stringify(section.path) !== JSON.stringify(path)) {
      section = { path, entries: [] };
      this.all.push(section);
    }
    const last = section.entries.at(-1);
    const one = last === undefined ? null : joined(last, entry);
    if (one === null) section.entries.push(entry);
    else {
      section.entries[section.entries.length - 1] = one;
      if ('number' in one && 'number' in entry) this.joined.set(entry.number, one.number);
    }
  }
}

function joined(last: RedlineEntry, entry: RedlineEntry): RedlineEntry | null {
  if (last.kind === 'unchanged' && entry.kind === 'unchanged') {
    return { ...last, blocks: [...last.blocks, ...entry.blocks] };
  }
  if (last.kind === 'departed' && entry.kind === 'departed')
    return same(last.movedTo, entry.movedTo) ? last : null;
  if (last.kind === 'moved' && entry.kind === 'moved') {
    return same(last.movedFrom, entry.movedFrom) ? { ...last, ...together(last, entry) } : null;
  }
  if ((last.kind === 'added' || last.kind === 'removed') && last.kind === entry.kind) {
    return { ...last, ...together(last, entry) };
  }
  return null;
}

type OfBlocks = Extract<RedlineChange, { readonly blocks: readonly Block[] }>;

function together(
  last: OfBlocks,
  entry: OfBlocks,
): Pick<OfBlocks, 'blocks' | 'asides' | 'oldRanges' | 'newRanges'> {
  return {
    blocks: [...last.blocks, ...entry.blocks],
    asides: [...last.asides, ...entry.asides],
    oldRanges: [...last.oldRanges, ...entry.oldRanges],
    newRanges: [...last.newRanges, ...entry.newRanges],
  };
}

function same(a: Whereabouts, b: Whereabouts): boolean {
  return a.relation === b.relation && a.section === b.section;
}

/** Entries come numbered by their alignment; readers count 1, 2, 3 … in the order they read. */
function numbered({ all, joined }: Sections): readonly RedlineSection[] {
  const numbers = new Map<number, number>();
  for (const entry of all.flatMap(({ entries }) => entries)) {
    if (isChangeEntry(entry)) numbers.set(entry.number, numbers.size + 1);
  }
  const final = (number: number): number => numbers.get(number) ?? numbers.get(joined.get(number) ?? -1) ?? 0;
  const renumber = (entry: RedlineEntry): RedlineEntry =>
    entry.kind === 'unchanged' ? entry : { ...entry, number: final(entry.number) };
  return all.map(({ path, entries }) => ({
    path,
    entries: entries.map(renumber),
    changes: entries.filter(isChangeEntry).length,
  }));
}

function isChangeEntry(entry: RedlineEntry): entry is RedlineChange {
  return entry.kind !== 'unchanged' && entry.kind !== 'departed';
}
