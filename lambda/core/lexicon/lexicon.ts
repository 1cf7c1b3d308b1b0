import { stem } from './inflection.ts';
import modality from './modality.json';
import type { Provenance, Term, TermClass } from './model.ts';
import { termClasses } from './model.ts';
import subjects from './subjects.json';

interface Entry {
  readonly words: readonly string[];
  readonly class: TermClass;
  readonly term: string;
  /** Matched as written, not by its base form. */
  readonly exact: boolean;
}

const classNames: ReadonlySet<string> = new Set(termClasses);
const byFirstWord = new Map<string, Entry[]>();
interface Group {
  readonly class: string;
  readonly terms: string;
  readonly foreign?: string;
}

const groups: readonly Group[] = [...subjects.groups, ...modality.groups];
for (const group of groups) {
  if (!isTermClass(group.class)) throw new Error(`The lexicon names an unknown class: ${group.class}`);
  for (const term of group.terms.split('|')) addEntry(group.class, term, term.split(' ').map(stem));
  for (const term of group.foreign?.split('|') ?? []) addEntry(group.class, term, term.split(' '), true);
}
for (const entries of byFirstWord.values())
  if (entries.length > 1) entries.sort((a, b) => b.words.length - a.words.length);

function isTermClass(name: string): name is TermClass {
  return classNames.has(name);
}

function addEntry(termClass: TermClass, term: string, words: readonly string[], exact = false): void {
  const first = words[0] ?? '';
  const entry = { words, class: termClass, term, exact };
  const entries = byFirstWord.get(first);
  if (entries === undefined) byFirstWord.set(first, [entry]);
  else entries.push(entry);
}

/** Vocabularies behind the tables, for the documentation. */
export const provenance: readonly Provenance[] = [
  ...Object.values(subjects.sources),
  ...Object.values(modality.sources),
];

/** Every term in a run of lower-case words, each class's longest match first, set phrases passed over; numbers count as terms of class `number`. */
export function termsIn(words: readonly string[]): Term[] {
  const stems = words.map(stem);
  const found: Term[] = [];
  const takenUntil = new Map<TermClass, number>();
  for (let at = 0; at < stems.length; at++) {
    const idiom = idiomAt(stems, at);
    if (idiom > 0) {
      at += idiom - 1;
      continue;
    }
    for (const entry of entriesAt(words[at] ?? '', stems[at] ?? '')) {
      if ((takenUntil.get(entry.class) ?? 0) > at || !matches(entry.exact ? words : stems, at, entry.words))
        continue;
      found.push({ class: entry.class, term: entry.term, at, length: entry.words.length });
      takenUntil.set(entry.class, at + entry.words.length);
    }
    if (isQuantity(words[at] ?? '')) found.push({ class: 'number', term: words[at] ?? '', at, length: 1 });
  }
  return found;
}

/** Set phrases in which a term says nothing, by their first base form: `feel free` is no price. */
const idioms = new Map<string, (readonly string[])[]>();
for (const phrase of modality.neutral.split('|')) {
  const words = phrase.split(' ').map(stem);
  const first = words[0] ?? '';
  idioms.set(first, [...(idioms.get(first) ?? []), words]);
}

/** How many words the set phrase at this place has; 0 when none begins here. */
function idiomAt(stems: readonly string[], at: number): number {
  const found = idioms.get(stems[at] ?? '')?.find((words) => matches(stems, at, words));
  return found?.length ?? 0;
}

function entriesAt(word: string, base: string): readonly Entry[] {
  const own = byFirstWord.get(base) ?? [];
  return word === base
    ? own
    : [...own.filter(({ exact }) => !exact), ...(byFirstWord.get(word) ?? []).filter(({ exact }) => exact)];
}

function matches(stems: readonly string[], at: number, words: readonly string[]): boolean {
  return words.every((word, offset) => stems[at + offset] === word);
}

const notCounting = new Set(['one', 'once', 'second', 'mil', 'cent', 'sept', 'elf']);

/** A figure, a number word, a percentage or an amount of money: anything with a digit, and the currency and percent signs. */
export function isQuantity(word: string): boolean {
  if (/\p{Nd}/u.test(word) || /^[%$€£¥₹]$/.test(word)) return !isIdentifier(word);
  return !notCounting.has(word) && numeralValue(word) !== undefined;
}

const currencyFirst = /^(?:usd|eur|gbp|chf|cad|aud|nzd|jpy|inr|rs|us\$|ca\$|au\$|a\$|c\$)\.?\d/;

/** A patent, registration or revision number, a name with a figure in it (`d3-color`, `sha-256`), or a template tag: no quantity of anything. */
function isIdentifier(word: string): boolean {
  if (/^(?:\{[{%]|<%)/.test(word)) return true;
  if (/^\p{L}/u.test(word)) return !currencyFirst.test(word);
  return /^\d{7,}$/.test(word) || word.includes('/');
}

/** Strength of a modal verb: 1 may … 5 must; undefined for a word that is none. */
export function modalStrength(term: string): number | undefined {
  const strengths: Readonly<Record<string, number>> = modality.modalStrength;
  return strengths[term];
}

/** The value of a number word in English, German, French or Spanish (`thirty` -> 30). */
export function numeralValue(word: string): number | undefined {
  const values: Readonly<Record<string, number>> = modality.numerals;
  return Object.hasOwn(values, word) ? values[word] : undefined;
}

/** Every single word of the tables, for telling words from misspellings. */
export function lexiconWords(): string[] {
  return [...byFirstWord.values()].flatMap((entries) => entries.flatMap(({ term }) => term.split(' ')));
}
