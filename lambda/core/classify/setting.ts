import type { Neighbours } from './editorial/contact.ts';
import type { Evidence } from './evidence.ts';
import type { Setting } from './recognisers.ts';
import type { Edit } from './residue.ts';
import type { Unit } from './units.ts';
import type { Passage } from './words.ts';
import { sentenceAt } from './words.ts';

/** Characters either side of an edit that say what it is a part of. */
const beside = 32;
/** Characters either side of an edit that say what its sentence is about. */
const nearby = 400;

/** What stands around each edit of a unit. */
export function settingsOf(
  unit: Unit,
  before: Passage,
  after: Passage,
  evidence: Evidence,
): (edit: Edit) => Setting {
  const first = unit.new[0] ?? unit.old[0];
  const ofUnit = {
    place: first?.block.path.join(' ') ?? '',
    labels: {
      old: unit.old.flatMap(({ block }) => block.links),
      new: unit.new.flatMap(({ block }) => block.links),
    },
    leadIn: first === undefined ? '' : evidence.leadIn(first, unit.new.length > 0 ? 'new' : 'old'),
  };
  return ({ deleted, inserted, oldAt, newAt }) => ({
    ...ofUnit,
    before: sentenceAround(before, oldAt),
    after: sentenceAround(after, newAt),
    near: { old: neighboursOf(before, deleted, oldAt), new: neighboursOf(after, inserted, newAt) },
    head: {
      old: headOf(before, deleted[0]?.start ?? oldAt),
      new: headOf(after, inserted[0]?.start ?? newAt),
    },
  });
}

function neighboursOf({ text }: Passage, words: Edit['deleted'], at: number): Neighbours {
  const [start, end] = [words[0]?.start ?? at, words.at(-1)?.end ?? at];
  return { lead: text.slice(Math.max(0, start - beside), start), rest: text.slice(end, end + beside) };
}

/** The sentence that holds an offset, up to there. */
function headOf(passage: Passage, offset: number): string {
  const start = passage.sentences[sentenceAt(passage, offset)]?.start ?? 0;
  return passage.text.slice(start, offset);
}

function sentenceAround(passage: Passage, offset: number): string {
  const found = passage.sentences[sentenceAt(passage, offset)];
  if (found === undefined) return '';
  return passage.text.slice(Math.max(found.start, offset - nearby), Math.min(found.end, offset + nearby));
}
