import type { Comparison } from '../compare/model.ts';
import type { Step } from '../rules/model.ts';
import type { Cluster } from './clusters.ts';
import { clustersOf } from './clusters.ts';
import type { Evidence } from './evidence.ts';
import { evidenceOf } from './evidence.ts';
import type { Located } from './judged.ts';
import { editorialChange, isMarkupChange, located } from './judged.ts';
import { linkChangesOf, markChangesOf, moveChange } from './presentation.ts';
import { usedNames } from './normal/used.ts';
import type { Edit, Residue } from './residue.ts';
import { residueOf } from './residue.ts';
import { stepFor } from './resolve.ts';
import { settingsOf } from './setting.ts';
import { statementChange } from './statements.ts';
import type { Unit } from './units.ts';
import { unitsOf } from './units.ts';
import type { Passage } from './words.ts';
import { passageOf } from './words.ts';

interface Read {
  readonly unit: Unit;
  readonly before: Passage;
  readonly after: Passage;
  readonly residue: Residue | null;
}

const unread: Passage = { text: '', words: [], sentences: [], bySentence: [] };

/** Every change between two versions: what is editorial with the proof of it, and what is not with its evidence. */
export function changesOf(comparison: Comparison): Located[] {
  const read = unitsOf(comparison).map(readUnit);
  const evidence = evidenceOf(
    comparison,
    read.flatMap(({ residue }) => residue?.edits ?? []),
  );
  return read.flatMap((one) => changesIn(one, evidence));
}

function readUnit(unit: Unit): Read {
  const [old, fresh] = [unit.old.map(({ block }) => block.text), unit.new.map(({ block }) => block.text)];
  if (old.join('\n') === fresh.join('\n')) return { unit, before: unread, after: unread, residue: null };
  const [before, after] = [passageOf(old), passageOf(fresh)];
  return { unit, before, after, residue: residueOf(before, after) };
}

function changesIn(read: Read, evidence: Evidence): Located[] {
  const { unit, residue } = read;
  const presented = [...markChangesOf(unit), ...(isPair(unit) ? linkChangesOf(unit, evidence) : [])];
  const wording = residue === null ? [] : wordingChanges(read, residue, evidence);
  const moved = unit.moved ? moveChange(unit) : [];
  if (presented.length + wording.length + moved.length > 0) return [...presented, ...wording, ...moved];
  const [old, fresh] = [unit.old[0], unit.new[0]];
  return old !== undefined && fresh !== undefined && isMarkupChange(old.block, fresh.block)
    ? [located(editorialChange(unit, 'reworded', ['markup']), unit)]
    : [];
}

function isPair({ old, new: fresh }: Unit): boolean {
  return old.length > 0 && fresh.length > 0;
}

function wordingChanges({ unit, before, after }: Read, residue: Residue, evidence: Evidence): Located[] {
  const settingOf = settingsOf(unit, before, after, evidence);
  const read = residue.edits.map((edit) => ({ edit, step: stepFor(edit, settingOf(edit), evidence) }));
  const explained = read.flatMap(({ edit, step }) => (step === null ? [] : [{ edit, step }]));
  const named = (steps: readonly Step[]): string[] => [
    ...usedNames(before, after, residue),
    ...steps.map(({ transformation }) => transformation),
  ];
  if (explained.length === read.length) {
    const steps = explained.map(({ step }) => step);
    const names = named(steps);
    const op = unit.old.length === 0 ? 'added' : unit.new.length === 0 ? 'removed' : 'reworded';
    const change = editorialChange(unit, op, names.length > 0 ? names : ['white space'], steps);
    return [located(change, unit, residue.degraded)];
  }
  const open = read.filter(({ step }) => step === null).map(({ edit }) => edit);
  const clusters = clustersOf(residue, open, before, after);
  const statements = clusters.map((cluster) =>
    statementChange({ unit, before, after, cluster, evidence, degraded: residue.degraded }),
  );
  const whole = clusters.filter((_, index) => (statements[index]?.change.editorial.length ?? 0) > 0);
  const steps = explained
    .filter(({ edit }) => !whole.some((cluster) => holdsEdit(cluster, edit)))
    .map(({ step }) => step);
  return steps.length > 0
    ? [...statements, located(editorialChange(unit, 'reworded', named(steps), steps), unit)]
    : statements;
}

/** Does the edit stand in sentences that are explained as wholes? */
function holdsEdit({ old, new: fresh }: Cluster, { deleted, inserted }: Edit): boolean {
  return (
    deleted.every(({ sentence }) => old.includes(sentence)) &&
    inserted.every(({ sentence }) => fresh.includes(sentence))
  );
}
