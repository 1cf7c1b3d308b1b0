import type { Comparison } from '../compare/model.ts';
import type { TermClass } from '../lexicon/model.ts';
import type { Change } from '../rules/model.ts';
import { isKnownWord } from './editorial/known-words.ts';
import type { Located } from './judged.ts';

/** The names of the features, in the order of their values. */
export const featureNames = [
  'words changed (log)',
  'added whole',
  'removed whole',
  'only inserted',
  'only deleted',
  'short and alone',
  'share of capitals',
  'share of words unknown',
  'heavy terms around (log)',
  'speaks of us or you',
  'has a modal verb',
  'list item or row',
  'near the top or the end',
  'web address or mailbox',
  'heavy heading above',
] as const;

const heavy: readonly TermClass[] = [
  'data',
  'sensitive',
  'practice',
  'purpose',
  'ai',
  'party',
  'right',
  'basis',
  'security',
  'transfer',
  'retention',
  'jurisdiction',
  'remedy',
  'money',
  'termination',
  'licence',
  'conduct',
  'eligibility',
  'binding',
  'notice',
];

/** What the model sees of a change that no rule knows: numbers between about 0 and 5. */
export function greyFeatures({ change, old, new: fresh }: Located, comparison: Comparison): number[] {
  const changed = [...change.deleted, ...change.inserted];
  const [placed, document] = fresh === null ? [old, comparison.old] : [fresh, comparison.new];
  const place = placed === null ? 0.5 : placed.index / Math.max(1, document.blocks.length - 1);
  return [
    Math.log2(1 + changed.length),
    flag(change.op === 'added'),
    flag(change.op === 'removed'),
    flag(change.op === 'reworded' && change.deleted.length === 0),
    flag(change.op === 'reworded' && change.inserted.length === 0),
    flag(change.op !== 'reworded' && changed.length <= 4),
    capitals(change),
    share(changed, (word) => !isKnownWord(word)),
    Math.log2(1 + heavy.filter((one) => change.context.has(one)).length),
    flag(change.context.has('actor')),
    flag(change.context.has('modal') || change.context.has('negation')),
    flag(change.kind === 'li' || change.kind === 'tr'),
    flag(place < 0.08 || place > 0.92),
    flag(changed.some((word) => /[@‹]|https?:/.test(word))),
    flag(heavy.some((one) => change.theme.has(one))),
  ];
}

function flag(fact: boolean): number {
  return fact ? 1 : 0;
}

function share(words: readonly string[], counts: (word: string) => boolean): number {
  return words.length === 0 ? 0 : words.filter(counts).length / words.length;
}

/** How much of what came (or went) is written with a capital inside a sentence. */
function capitals(change: Change): number {
  const stems = new Set([...change.inserted, ...change.deleted]);
  const words = `${change.after} ${change.before}`.match(/[\p{L}][\p{L}'-]*/gu) ?? [];
  const own = words.filter((word) =>
    [...stems].some((base) => base.length > 2 && word.toLowerCase().startsWith(base)),
  );
  return share(own, (word) => /^\p{Lu}/u.test(word));
}
