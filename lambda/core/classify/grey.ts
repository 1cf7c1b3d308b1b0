import type { Comparison } from '../compare/model.ts';
import type { PolicyDocument } from '../document/model.ts';
import { bindingSubjects } from '../lexicon/binding.ts';
import { stem } from '../lexicon/inflection.ts';
import type { TermClass } from '../lexicon/model.ts';
import type { Change } from '../rules/model.ts';
import type { Located } from './judged.ts';

/** The names of the features, in the order of their values. */
export const featureNames = [
  'words changed (log)',
  'added whole',
  'removed whole',
  'heavy terms around (log)',
  'one word for one',
  'share of words that both clauses have',
  'share of new words that the old document has',
] as const;

const heavy: readonly TermClass[] = [...bindingSubjects, 'jurisdiction', 'notice'];

/** What the model sees of a change that no rule knows: numbers between about 0 and 5. */
export function greyFeatures({ change }: Located, { old }: Comparison): number[] {
  const known = stemsOf(old);
  return [
    Math.log2(1 + change.deleted.length + change.inserted.length),
    flag(change.op === 'added'),
    flag(change.op === 'removed'),
    Math.log2(1 + heavy.filter((one) => change.context.has(one)).length),
    flag(change.deleted.length === 1 && change.inserted.length === 1),
    overlap(change),
    change.inserted.length === 0
      ? 0
      : change.inserted.filter((word) => known.has(word)).length / change.inserted.length,
  ];
}

function flag(fact: boolean): number {
  return fact ? 1 : 0;
}

const read = new WeakMap<PolicyDocument, ReadonlySet<string>>();

/** The stems of every word of a document. */
function stemsOf(document: PolicyDocument): ReadonlySet<string> {
  const found = read.get(document) ?? new Set(document.blocks.flatMap(({ text }) => stems(text)));
  read.set(document, found);
  return found;
}

function stems(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{Nd}'-]+/gu) ?? []).map(stem);
}

/** Dice coefficient of the two clauses' stems; 0 where there is but one clause. */
function overlap({ before, after }: Change): number {
  const [old, fresh] = [new Set(stems(before)), new Set(stems(after))];
  const both = [...old].filter((word) => fresh.has(word)).length;
  return old.size === 0 || fresh.size === 0 ? 0 : (2 * both) / (old.size + fresh.size);
}
