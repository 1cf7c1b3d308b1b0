import type { Comparison } from '../compare/model.ts';
import type { Change } from '../rules/model.ts';
import type { Located } from './judged.ts';

const fewestWords = 60;
const mostRewordings = 20;

/** What is said of the version as a whole: replaced, in another language, many small edits, a mix. */
export function documentChanges(comparison: Comparison, changes: readonly Located[]): Located[] {
  const facts: string[] = [];
  if (isReplaced(comparison)) facts.push('document replaced');
  const [from, to] = [comparison.old.language, comparison.new.language];
  if (from !== to && from !== 'und' && to !== 'und') facts.push('language changed');
  const editorial = changes.filter(({ change }) => change.editorial.length > 0);
  if (
    editorial.length === changes.length &&
    editorial.filter(({ change }) => change.editorial.includes('plain rewording')).length > mostRewordings
  )
    facts.push('many rewordings');
  if (editorial.length > 0 && editorial.length < changes.length) facts.push('mixed');
  return facts.map((fact) => ({
    change: documentChange(fact, comparison),
    old: null,
    new: null,
    degraded: false,
  }));
}

function isReplaced({ counts, old }: Comparison): boolean {
  const words = old.blocks.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  return words >= fewestWords && counts.wordsDeleted * 2 > words;
}

function documentChange(fact: string, { old, new: fresh }: Comparison): Change {
  return {
    aspect: 'document',
    op: 'reworded',
    kind: 'p',
    section: [],
    sectionBefore: null,
    before: old.title,
    after: fresh.title,
    deleted: [],
    inserted: [],
    written: { deleted: '', inserted: '' },
    names: [],
    lost: [],
    gained: [],
    context: new Set(),
    theme: new Set(),
    leadIn: new Set(),
    reordered: false,
    editorial: [fact],
    steps: [],
  };
}
