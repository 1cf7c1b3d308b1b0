import type { Edit, Residue } from './residue.ts';
import type { Passage, Word } from './words.ts';
import { sentenceAt } from './words.ts';

/** Edits that share sentences, with the numbers of those sentences in the old and the new passage. */
export interface Cluster {
  readonly old: readonly number[];
  readonly new: readonly number[];
  readonly edits: readonly Edit[];
}

/** Puts together the edits that touch the same sentences; a sentence inserted or deleted whole stands alone. */
export function clustersOf(
  residue: Residue,
  open: readonly Edit[],
  before: Passage,
  after: Passage,
): Cluster[] {
  const sizes = { old: countBySentence(residue.old), new: countBySentence(residue.new) };
  const clusters: Open[] = [];
  const homes = { old: new Map<number, Open>(), new: new Map<number, Open>() };
  for (const edit of open.flatMap((one) => separated(one, sizes))) {
    const old = new Set(edit.deleted.map(({ sentence }) => sentence));
    const fresh = new Set(edit.inserted.map(({ sentence }) => sentence));
    if (old.size === 0 && !isWhole(edit.inserted, sizes.new)) old.add(sentenceAt(before, edit.oldAt));
    if (fresh.size === 0 && !isWhole(edit.deleted, sizes.old)) fresh.add(sentenceAt(after, edit.newAt));
    const home = homeOf(homes.old, old) ?? homeOf(homes.new, fresh) ?? begun(clusters);
    for (const id of old) homes.old.set(id, home).get(id)?.old.add(id);
    for (const id of fresh) homes.new.set(id, home).get(id)?.new.add(id);
    home.edits.push(edit);
  }
  return clusters.map((one) => ({
    old: [...one.old].sort(byNumber),
    new: [...one.new].sort(byNumber),
    edits: one.edits,
  }));
}

interface Open {
  readonly old: Set<number>;
  readonly new: Set<number>;
  readonly edits: Edit[];
}

function homeOf(homes: ReadonlyMap<number, Open>, ids: ReadonlySet<number>): Open | undefined {
  for (const id of ids) {
    const home = homes.get(id);
    if (home !== undefined) return home;
  }
  return undefined;
}

function begun(clusters: Open[]): Open {
  const open: Open = { old: new Set(), new: new Set(), edits: [] };
  clusters.push(open);
  return open;
}

type Sizes = { readonly old: ReadonlyMap<number, number>; readonly new: ReadonlyMap<number, number> };

/** An edit of whole sentences only is cut into one edit a sentence. */
function separated(edit: Edit, sizes: Sizes): Edit[] {
  const [words, size] = edit.deleted.length === 0 ? [edit.inserted, sizes.new] : [edit.deleted, sizes.old];
  if (edit.deleted.length > 0 && edit.inserted.length > 0) return [edit];
  if (!isWhole(words, size)) return [edit];
  const ids = [...new Set(words.map(({ sentence }) => sentence))];
  return ids.map((id) => {
    const own = words.filter(({ sentence }) => sentence === id);
    return edit.deleted.length === 0 ? { ...edit, inserted: own } : { ...edit, deleted: own };
  });
}

function isWhole(words: readonly Word[], sizes: ReadonlyMap<number, number>): boolean {
  const counts = countBySentence(words);
  return [...counts].every(([sentence, count]) => sizes.get(sentence) === count);
}

function countBySentence(words: readonly Word[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { sentence } of words) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  return counts;
}

function byNumber(a: number, b: number): number {
  return a - b;
}
