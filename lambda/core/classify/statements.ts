import type { Placed } from '../compare/model.ts';
import type { Change } from '../rules/model.ts';
import type { Cluster } from './clusters.ts';
import { wholeName } from './editorial/whole.ts';
import type { Evidence } from './evidence.ts';
import type { Located } from './judged.ts';
import { baseOf } from './judged.ts';
import { rewordedName } from './reworded.ts';
import { classesOf, termShift, writtenWords } from './terms.ts';
import type { Unit } from './units.ts';
import type { Passage, Word } from './words.ts';

interface Statement {
  readonly unit: Unit;
  readonly before: Passage;
  readonly after: Passage;
  readonly cluster: Cluster;
  readonly evidence: Evidence;
  readonly degraded: boolean;
}

/** One changed statement of a unit, with what it lost and gained, or with the names of what explains it. */
export function statementChange(statement: Statement): Located {
  const { unit, before, after, cluster, evidence, degraded } = statement;
  const old = blockAt(unit.old, before, cluster.old[0]);
  const fresh = blockAt(unit.new, after, cluster.new[0]);
  const own: Unit = { ...unit, old: old === null ? [] : [old], new: fresh === null ? [] : [fresh] };
  const op = old === null ? 'added' : fresh === null ? 'removed' : 'reworded';
  const [was, is] = [textOf(before, cluster.old), textOf(after, cluster.new)];
  const [deleted, inserted] = [
    cluster.edits.flatMap((edit) => edit.deleted),
    cluster.edits.flatMap((edit) => edit.inserted),
  ];
  const change: Change = {
    ...baseOf(own, op),
    before: was,
    after: is,
    deleted: deleted.map(({ key }) => key),
    inserted: inserted.map(({ key }) => key),
    written: { deleted: writtenWords(deleted), inserted: writtenWords(inserted) },
    names: [...deleted, ...inserted]
      .filter(({ kind, canon }) => kind === 'word' && /^\p{Lu}/u.test(canon))
      .map(({ canon }) => canon),
    ...termShift(wordsIn(before, cluster.old), wordsIn(after, cluster.new), cluster.edits),
    context: classesOf([was, is]),
    leadIn: classesOf(leadIns(old, fresh, evidence)),
    reordered: deleted.length > 0 && sorted(deleted) === sorted(inserted),
  };
  return { change: { ...change, ...explanation(change, statement, own) }, old, new: fresh, degraded };
}

function leadIns(old: Placed | null, fresh: Placed | null, evidence: Evidence): string[] {
  return [
    old === null ? '' : evidence.leadIn(old, 'old'),
    fresh === null ? '' : evidence.leadIn(fresh, 'new'),
  ];
}

/** Names and steps when the statement as a whole is editorial; nothing otherwise. */
function explanation(change: Change, { evidence }: Statement, unit: Unit): Partial<Change> {
  const name =
    change.op === 'reworded' ? rewordedName(change, unit, evidence) : loneName(change, unit, evidence);
  if (name === null) return {};
  return {
    aspect: 'wording',
    editorial: [name],
    steps: [{ transformation: name, old: change.before, new: change.after }],
  };
}

function loneName(change: Change, unit: Unit, evidence: Evidence): string | null {
  const placed = unit.new[0] ?? unit.old[0];
  if (placed === undefined || change.op === 'reworded' || change.op === 'moved') return null;
  return wholeName(
    { text: change.op === 'added' ? change.after : change.before, block: placed.block, op: change.op },
    evidence,
  );
}

function blockAt(placed: readonly Placed[], passage: Passage, sentence: number | undefined): Placed | null {
  if (sentence === undefined) return null;
  const start = passage.sentences[sentence]?.start ?? 0;
  let offset = 0;
  for (const one of placed) {
    offset += one.block.text.length + 1;
    if (start < offset) return one;
  }
  return placed.at(-1) ?? null;
}

function textOf(passage: Passage, sentences: readonly number[]): string {
  return sentences
    .map((id) =>
      passage.text.slice(passage.sentences[id]?.start ?? 0, passage.sentences[id]?.end ?? 0).trim(),
    )
    .join(' ');
}

function wordsIn(passage: Passage, sentences: readonly number[]): Word[] {
  return sentences.flatMap((id) => passage.bySentence[id] ?? []);
}

function sorted(words: readonly Word[]): string {
  return words
    .map(({ key }) => key)
    .sort()
    .join(' ');
}
