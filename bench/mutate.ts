import { classify } from '../lambda/core/classify/classify.ts';
import { compareDocuments } from '../lambda/core/compare/compare.ts';
import { parseDocument } from '../lambda/core/document/parse.ts';
import { readSource } from '../lambda/core/document/source.ts';
import { isAnnounced } from '../lambda/core/significance.ts';
import { pairsOf } from './corpus.ts';
import { editorialMutations, significantMutations } from './mutate/mutations.ts';
import { unlistedMutations } from './mutate/unlisted.ts';
import type { Mutation } from './mutate/ways.ts';

/**
 * Edits the corpus texts in memory, one word at a time: `npx tsx bench/mutate.ts <corpus folder> [--misses]`. Prints by kind the
 * share of significant edits that are announced and of editorial edits that are proved minor. Exits 1 below the share promised.
 */
const promised = 0.99;
/** At most this many edits of one way in one text, so that no long text speaks for all. */
const perText = 2;
/** Sentences around the edited one, so that the language is known and names stand more than once. */
const around = 6;

interface Tally {
  tried: number;
  right: number;
  readonly misses: string[];
}

const sentences = (source: string): string[] =>
  [
    ...new Set(parseDocument(readSource('old.md', Buffer.from(source))).blocks.map(({ text }) => text)),
  ].filter((text) => /^[A-Z“"].{40,600}[.!]$/s.test(text) && !/https?:|[[\]<>{}|*_#]/.test(text));

function isAnnouncedEdit(before: readonly string[], at: number, edited: string): boolean {
  const document = (texts: readonly string[]) =>
    parseDocument(readSource('old.md', Buffer.from(`# Policy\n\n${texts.join('\n\n')}\n`)));
  const after = before.map((text, index) => (index === at ? edited : text));
  return isAnnounced(classify(compareDocuments(document(before), document(after))).significance);
}

function tryOn(texts: readonly string[], mutation: Mutation, tally: Tally): void {
  let done = 0;
  for (let at = 0; at < texts.length && done < perText; at++) {
    const edited = mutation.apply(texts[at] ?? '');
    if (edited === null) continue;
    done++;
    const from = Math.max(0, at - around);
    const announced = isAnnouncedEdit(texts.slice(from, at + around), at - from, edited);
    tally.tried++;
    if (announced === (mutation.truth === 'significant')) tally.right++;
    else tally.misses.push(`${texts[at]}\n      => ${edited}`);
  }
}

function measure(mutations: readonly Mutation[], bodies: readonly (readonly string[])[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const mutation of mutations) {
    const tally = tallies.get(mutation.kind) ?? { tried: 0, right: 0, misses: [] };
    tallies.set(mutation.kind, tally);
    for (const texts of bodies) tryOn(texts, mutation, tally);
  }
  return tallies;
}

function print(title: string, tallies: ReadonlyMap<string, Tally>, showMisses: boolean): number {
  const all = [...tallies.values()];
  const [right, tried] = [
    all.reduce((sum, one) => sum + one.right, 0),
    all.reduce((sum, one) => sum + one.tried, 0),
  ];
  console.log(`${title}: ${right} of ${tried} (${((100 * right) / Math.max(1, tried)).toFixed(2)} %)`);
  for (const [kind, one] of tallies) {
    const share = ((100 * one.right) / Math.max(1, one.tried)).toFixed(1).padStart(6);
    console.log(`  ${kind.padEnd(18)} ${share} %  of ${one.tried}`);
    if (showMisses) for (const miss of one.misses.slice(0, 12)) console.log(`    ${miss.slice(0, 700)}`);
  }
  return right / Math.max(1, tried);
}

function main(path: string, showMisses: boolean): void {
  const orgs = new Map(pairsOf(path).map((pair) => [pair.org, pair]));
  const bodies = [...orgs.values()]
    .filter(({ ext }) => ext === 'md')
    .map(({ texts }) => sentences(texts().old));
  console.log(`${bodies.length} texts, one an organisation`);
  const found = print('significant edits announced', measure(significantMutations, bodies), showMisses);
  const unlisted = print(
    'significant edits in words of no table',
    measure(unlistedMutations, bodies),
    showMisses,
  );
  print('editorial edits proved minor', measure(editorialMutations, bodies), showMisses);
  if (Math.min(found, unlisted) < promised) process.exitCode = 1;
}

const [path, flag] = process.argv.slice(2);
if (path === undefined) {
  console.error('Name a corpus folder (with index.jsonl): npx tsx bench/mutate.ts ../shared/corpus/dev');
  process.exitCode = 2;
} else main(path, flag === '--misses');
