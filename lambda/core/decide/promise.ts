import type { PolicyDocument } from '../document/model.ts';
import { addPeriod, parseLocalDate } from '../calendar/local-date.ts';
import { english, german } from './promise-words-germanic.ts';
import { french, spanish } from './promise-words-romance.ts';
import type { PromiseWords } from './promise-words.ts';
import { periodsIn } from './written-period.ts';

/** What a policy promises about notice of its own changes. */
export interface ChangePromise {
  /** ISO 8601. Business days are turned into the calendar days that hold them, public holidays aside. */
  readonly period: string;
  /** The sentence, white space folded, cut at 300 characters. */
  readonly quote: string;
  /** The heading above it; empty when there is none. */
  readonly section: string;
  /** `some changes`: fees, subprocessors or one part alone. */
  readonly covers: 'material changes' | 'some changes' | 'changes';
}

const languages: readonly PromiseWords[] = [english, german, french, spanish];
const longestQuote = 300;
const sentenceEnd = /(?<=[.!?;])\s+(?=[\p{Lu}("“„«(])/u;

/**
 * Reads the change clause ("we will notify you at least thirty (30) days before…") in English, German, French and
 * Spanish; the longest promise where there are several, null where there is none with a period.
 */
export function readPromise(document: PolicyDocument): ChangePromise | null {
  const all = document.blocks.flatMap((block) =>
    block.text.split(sentenceEnd).flatMap((sentence) => promisesIn(sentence, block.path.at(-1) ?? '')),
  );
  return all.reduce<ChangePromise | null>(
    (longest, one) => (longest === null || lengthOf(one) > lengthOf(longest) ? one : longest),
    null,
  );
}

function promisesIn(sentence: string, section: string): readonly ChangePromise[] {
  if (!/\d|\p{L}/u.test(sentence)) return [];
  return languages.flatMap((words) => {
    if (!speaksOfNotice(sentence, section, words)) return [];
    return periodsIn(sentence, words).map(({ period }) => ({
      period,
      quote: shortened(sentence),
      section,
      covers: coverOf(sentence, words),
    }));
  });
}

function coverOf(sentence: string, words: PromiseWords): ChangePromise['covers'] {
  if (words.material.test(sentence)) return 'material changes';
  return words.part.test(sentence) ? 'some changes' : 'changes';
}

/** The sentence is about changes to the document and about telling people, not about ending a contract. */
function speaksOfNotice(sentence: string, section: string, words: PromiseWords): boolean {
  if (!words.telling.test(sentence)) return false;
  if (words.ending.test(sentence) && !words.weTell.test(sentence)) return false;
  return words.change.test(sentence) || words.change.test(section);
}

function lengthOf({ period }: ChangePromise): string {
  return addPeriod(parseLocalDate('2001-01-01'), period);
}

function shortened(sentence: string): string {
  const folded = sentence.replaceAll(/\s+/g, ' ').trim();
  return folded.length <= longestQuote ? folded : `${folded.slice(0, longestQuote - 1)}…`;
}
