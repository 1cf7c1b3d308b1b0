import type { Placed } from '../compare/model.ts';
import type { Change } from '../rules/model.ts';
import type { Cluster } from './clusters.ts';
import { isListReorder } from './editorial/order.ts';
import { isVoiceChange } from './editorial/voice.ts';
import { isHeading, wholeName } from './editorial/whole.ts';
import type { Evidence } from './evidence.ts';
import type { Located } from './judged.ts';
import { baseOf } from './judged.ts';
import { classesOf, termShift } from './terms.ts';
import type { Unit } from './units.ts';
import type { Passage, Word } from './words.ts';
import { wordsOf } from './words.ts';

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
  const { unit, before, after, cluster, degraded } = statement;
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
    names: [...deleted, ...inserted]
      .filter(({ kind, canon }) => kind === 'word' && /^\p{Lu}/u.test(canon))
      .map(({ canon }) => canon),
    ...termShift(wordsIn(before, cluster.old), wordsIn(after, cluster.new), cluster.edits),
    context: classesOf([was, is]),
    reordered: deleted.length > 0 && sorted(deleted) === sorted(inserted),
  };
  return { change: { ...change, ...explanation(change, statement, own) }, old, new: fresh, degraded };
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

const weighty = new Set([
  'negation',
  'jurisdiction',
  'eligibility',
  'sensitive',
  'number',
  'time',
  'ai',
  'modal',
  'scope',
  'right',
  'remedy',
]);

function rewordedName(change: Change, unit: Unit, evidence: Evidence): string | null {
  const [was, is] = [wordsOf(change.before), wordsOf(change.after)];
  if (change.before.length + change.after.length > 4 * longestPair) return null;
  if (isListReorder(was, is)) return 'list order';
  if (isVoiceChange(was, is)) return 'voice';
  const block = unit.new[0]?.block;
  const isTitle =
    block !== undefined &&
    isHeading(block) &&
    ![...change.lost, ...change.gained].some((term) => weighty.has(term.class));
  if (isTitle) return 'heading wording';
  return sameKind(change, unit, evidence);
}

const longestPair = 640;
const replaceable = new Set([
  'page furniture',
  'pointer',
  'navigation',
  'contents entry',
  'copyright line',
  'contact detail',
]);

/** Both versions are of one kind that may come and go, so one may take the other's place. */
function sameKind(change: Change, unit: Unit, evidence: Evidence): string | null {
  const [old, fresh] = [unit.old[0]?.block, unit.new[0]?.block];
  if (old === undefined || fresh === undefined || change.before.length + change.after.length > longestPair)
    return null;
  if ([...change.lost, ...change.gained].some((term) => weighty.has(term.class))) return null;
  const was = wholeName({ text: change.before, block: old, op: 'removed' }, evidence);
  const is = wholeName({ text: change.after, block: fresh, op: 'added' }, evidence);
  return was !== null && is !== null && replaceable.has(was) && replaceable.has(is) ? is : null;
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
