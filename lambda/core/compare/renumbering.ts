import type { Block } from '../document/model.ts';
import type { Span } from './model.ts';
import { numberingOf } from './numbering.ts';

/** Which number became which, from the blocks that carry one: `4.2` -> `4.3`. Ambiguous numbers have several. */
export type Renumbering = ReadonlyMap<string, ReadonlySet<string>>;

const referenceWord =
  /(?:^|[^\p{L}])(?:sections?|sec\.|articles?|art\.|clauses?|paragraphs?|parts?|chapters?|annex|appendix|schedule|exhibit|§{1,2}|abschnitte?n?|ziffern?|artikel|kapitel|sección|artículo|chapitre)\s*(?:\d{1,3}(?:\.\d{1,3})*(?:,| and| or| und| et| y)? )*\(?$/iu;

/**
 * The renumbering that pairs of blocks show: by the numbers they begin with, and for numbers that none begins with by
 * those of list items.
 */
export function renumberingOf(pairs: Iterable<readonly [Block, Block]>): Renumbering {
  const written = new Map<string, Set<string>>();
  const listed = new Map<string, Set<string>>();
  for (const [old, fresh] of pairs) {
    add(written, bareLabel(numberingOf(old.text)), bareLabel(numberingOf(fresh.text)));
    add(listed, String(old.ordinal ?? ''), String(fresh.ordinal ?? ''));
  }
  return new Map([...listed, ...written]);
}

function add(found: Map<string, Set<string>>, from: string, to: string): void {
  if (from === '' || to === '') return;
  const known = found.get(from);
  if (known === undefined) found.set(from, new Set([to]));
  else known.add(to);
}

/** Did an item of an ordered list get another number? */
export function hasNewNumber(old: Block, fresh: Block): boolean {
  return old.ordinal !== undefined && fresh.ordinal !== undefined && old.ordinal !== fresh.ordinal;
}

/** `Section 4.2:` -> `4.2`. */
function bareLabel(label: string): string {
  return (
    label
      .trim()
      .match(/[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu)
      ?.at(-1)
      ?.toLowerCase() ?? ''
  );
}

/**
 * Are two texts the same but for the number they begin with and the numbers of sections they refer to, where a
 * reference follows the section it means? `Section 4` that became `Section 5` while section 4 stayed is another section.
 */
export function differsInNumberingOnly(
  oldText: string,
  newText: string,
  spans: readonly Span[],
  renumbering: Renumbering,
): boolean {
  const oldLabel = numberingOf(oldText);
  const newLabel = numberingOf(newText);
  const oldRest = oldText.slice(oldLabel.length);
  const newRest = newText.slice(newLabel.length);
  if (oldRest === newRest) return oldLabel !== newLabel;
  return changesOf(spans).every(({ before, gone, come }) => {
    if (before.length < oldLabel.length) return oldLabel.includes(gone) && newLabel.includes(come);
    return referenceWord.test(before.slice(-80)) && isFollowed(gone, come, renumbering);
  });
}

function isFollowed(gone: string, come: string, renumbering: Renumbering): boolean {
  const to = renumbering.get(gone.trim().toLowerCase());
  return to?.size === 1 && to.has(come.trim().toLowerCase());
}

/** Each change with the old text before it. */
function changesOf(spans: readonly Span[]): { before: string; gone: string; come: string }[] {
  const changes: { before: string; gone: string; come: string }[] = [];
  let before = '';
  let open: { before: string; gone: string; come: string } | null = null;
  for (const { op, text } of spans) {
    if (op === 'equal') open = null;
    else {
      if (open === null) changes.push((open = { before, gone: '', come: '' }));
      if (op === 'delete') open.gone += text;
      else open.come += text;
    }
    if (op !== 'insert') before += text;
  }
  return changes;
}
