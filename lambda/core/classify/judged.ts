import type { Placed } from '../compare/model.ts';
import type { Block } from '../document/model.ts';
import type { TermClass } from '../lexicon/model.ts';
import type { Change, Step } from '../rules/model.ts';
import { isHeading } from './editorial/whole.ts';
import { classesOf } from './terms.ts';
import type { Unit } from './units.ts';

/** A change with the blocks it stands in, so that a finding can quote the source. */
export interface Located {
  readonly change: Change;
  readonly old: Placed | null;
  readonly new: Placed | null;
  readonly degraded: boolean;
}

const none: ReadonlySet<TermClass> = new Set();

/** What most changes have in common, from the unit they stand in. */
export function baseOf(unit: Unit, op: Change['op']): Change {
  const [old, fresh] = [unit.old[0]?.block, unit.new[0]?.block];
  const block = fresh ?? old;
  const path = block?.path ?? [];
  return {
    aspect: block !== undefined && isHeading(block) ? 'heading' : 'wording',
    op,
    kind: block?.kind ?? 'p',
    section: path,
    sectionBefore: old?.path ?? null,
    before: '',
    after: '',
    deleted: [],
    inserted: [],
    written: { deleted: '', inserted: '' },
    names: [],
    lost: [],
    gained: [],
    context: none,
    theme: classesOf(path),
    leadIn: none,
    reordered: false,
    editorial: [],
    steps: [],
  };
}

/** An editorial change of a unit, explained by named transformations. */
export function editorialChange(
  unit: Unit,
  op: Change['op'],
  names: readonly string[],
  steps: readonly Step[] = [],
): Change {
  const base = baseOf(unit, op);
  return {
    ...base,
    aspect: 'wording',
    before: unit.old.map(({ block }) => block.text).join('\n'),
    after: unit.new.map(({ block }) => block.text).join('\n'),
    editorial: [...new Set(names)],
    steps,
  };
}

/** A change located at the first block of its unit. */
export function located(change: Change, unit: Unit, degraded = false): Located {
  return { change, old: unit.old[0] ?? null, new: unit.new[0] ?? null, degraded };
}

/** A statement of one block alone. */
export function loneUnit(placed: Placed, op: 'added' | 'removed'): Unit {
  return op === 'added' ? { old: [], new: [placed], moved: false } : { old: [placed], new: [], moved: false };
}

/** Do two blocks look different to a reader though their texts are equal? */
export function isMarkupChange(a: Block, b: Block): boolean {
  const marks = (block: Block): string =>
    block.marks.map(({ kind, start, end }) => `${kind}:${start}:${end}`).join(' ');
  return a.kind !== b.kind || a.depth !== b.depth || marks(a) !== marks(b);
}
