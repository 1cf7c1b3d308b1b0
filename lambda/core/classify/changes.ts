import type { Comparison } from '../compare/model.ts';
import type { Step } from '../rules/model.ts';
import { clustersOf } from './clusters.ts';
import type { Neighbours } from './editorial/contact.ts';
import type { Evidence } from './evidence.ts';
import { evidenceOf } from './evidence.ts';
import type { Located } from './judged.ts';
import { editorialChange, isMarkupChange, located } from './judged.ts';
import { linkChangesOf, markChangesOf, moveChange } from './presentation.ts';
import { usedNames } from './normal/used.ts';
import type { Edit, Residue } from './residue.ts';
import { residueOf } from './residue.ts';
import { stepFor } from './resolve.ts';
import { statementChange } from './statements.ts';
import type { Unit } from './units.ts';
import { unitsOf } from './units.ts';
import type { Passage } from './words.ts';
import { passageOf, sentenceAt } from './words.ts';

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
  const steps: Step[] = [];
  const place = (unit.new[0] ?? unit.old[0])?.block.path.join(' ') ?? '';
  const open: Edit[] = [];
  for (const edit of residue.edits) {
    const step = stepFor(
      edit,
      {
        before: sentenceAround(before, edit.oldAt),
        after: sentenceAround(after, edit.newAt),
        place,
        near: {
          old: neighboursOf(before, edit.deleted, edit.oldAt),
          new: neighboursOf(after, edit.inserted, edit.newAt),
        },
      },
      evidence,
    );
    if (step === null) open.push(edit);
    else steps.push(step);
  }
  const named = (): string[] => [
    ...usedNames(before, after, residue),
    ...steps.map(({ transformation }) => transformation),
  ];
  if (open.length === 0) {
    const names = named();
    const op = unit.old.length === 0 ? 'added' : unit.new.length === 0 ? 'removed' : 'reworded';
    return [
      located(
        editorialChange(unit, op, names.length > 0 ? names : ['white space'], steps),
        unit,
        residue.degraded,
      ),
    ];
  }
  const substantive = clustersOf(residue, open, before, after).map((cluster) =>
    statementChange({ unit, before, after, cluster, evidence, degraded: residue.degraded }),
  );
  return steps.length > 0
    ? [...substantive, located(editorialChange(unit, 'reworded', named(), steps), unit)]
    : substantive;
}

/** Characters either side of an edit that say what it is a part of. */
const beside = 32;

function neighboursOf({ text }: Passage, words: Edit['deleted'], at: number): Neighbours {
  const [start, end] = [words[0]?.start ?? at, words.at(-1)?.end ?? at];
  return { lead: text.slice(Math.max(0, start - beside), start), rest: text.slice(end, end + beside) };
}

/** Characters either side of an edit that say what its sentence is about. */
const nearby = 400;

function sentenceAround(passage: Passage, offset: number): string {
  const found = passage.sentences[sentenceAt(passage, offset)];
  if (found === undefined) return '';
  return passage.text.slice(Math.max(found.start, offset - nearby), Math.min(found.end, offset + nearby));
}
