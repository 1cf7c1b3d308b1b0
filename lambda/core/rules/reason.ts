import type { Shift, Step } from './model.ts';

/** How a language quotes, lists and says what comes and goes; a list is one piece of text, quotes and all. */
export interface ReasonPhrases {
  readonly quote: (text: string) => string;
  /** Between the last two things of a list; `next` is what stands after it. */
  readonly and: (next: string) => string;
  /** So many things that are not named. */
  readonly more: (count: number) => string;
  readonly added: (list: string, isMany: boolean) => string;
  readonly gone: (list: string, isMany: boolean) => string;
  /** A whole text that comes, goes, or gives way to another. */
  readonly isNew: (text: string) => string;
  readonly isGone: (text: string) => string;
  readonly becomes: (before: string, after: string) => string;
  /** What proves a change, by the names of the transformations; empty in a language that has no names for them. */
  readonly proof: (transformations: readonly string[]) => string;
  /** Stands for a text where there is none. */
  readonly nothing: string;
  /** Stands for words that cannot be named. */
  readonly words: string;
  /** Stands for the heading of a text that has none above it. */
  readonly noHeading: string;
}

/** What a reason tells of one change; a text is empty where there is none. */
export interface Told {
  readonly section: string;
  readonly before: string;
  readonly after: string;
  readonly shift: Shift;
  readonly steps: readonly Step[];
  readonly transformations: readonly string[];
}

const mostTerms = 3;
const longestQuote = 160;

type Filling = (told: Told, phrases: ReasonPhrases) => string;

const fillings: Readonly<Record<string, Filling>> = {
  section: ({ section }, { quote, noHeading }) => (section === '' ? noHeading : quote(section)),
  lost: ({ shift }, phrases) => named(shift.lost, phrases),
  gained: ({ shift }, phrases) => named(shift.gained, phrases),
  terms: ({ shift }, phrases) => named([...shift.lost, ...shift.gained], phrases),
  shift: shiftText,
  said: ({ before, after }) => cut(after || before),
  old: ({ before }) => cut(before),
  new: ({ after }) => cut(after),
  becomes: becomingText,
  steps: stepsText,
  transformations: ({ transformations }, { proof }) => proof(transformations),
};

/** A reason as a sentence about one change: its places, such as `{shift}`, filled in. */
export function reasonText(template: string, told: Told, phrases: ReasonPhrases): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => fillings[name]?.(told, phrases) ?? place);
}

function named(words: readonly string[], phrases: ReasonPhrases): string {
  return listed(words, phrases) || phrases.words;
}

/** At most three things, each once: `"must", "never" and 4 more`. */
function listed(words: readonly string[], phrases: ReasonPhrases): string {
  const all = [...new Set(words)];
  const shown = all.slice(0, all.length > mostTerms ? mostTerms - 1 : mostTerms).map(phrases.quote);
  const last = all.length > mostTerms ? phrases.more(all.length - shown.length) : (shown.pop() ?? '');
  return shown.length === 0 ? last : `${shown.join(', ')} ${phrases.and(last)} ${last}`;
}

/** What differs in few words: `"30" → "90"`, `"never" is gone`; the whole texts where no word does. */
function shiftText(told: Told, phrases: ReasonPhrases): string {
  const { lost, gained } = told.shift;
  return lost.length + gained.length === 0 ? wholeArrow(told, phrases) : arrow(lost, gained, phrases);
}

function arrow(from: readonly string[], to: readonly string[], phrases: ReasonPhrases): string {
  const [lost, gained] = [listed(from, phrases), listed(to, phrases)];
  if (lost === '') return phrases.added(gained, isMany(to));
  return gained === '' ? phrases.gone(lost, isMany(from)) : `${lost} → ${gained}`;
}

function wholeArrow({ before, after }: Told, phrases: ReasonPhrases): string {
  return `${quoted(before, phrases)} → ${quoted(after, phrases)}`;
}

function isMany(words: readonly string[]): boolean {
  return new Set(words).size > 1;
}

/** The steps of a proof as they stand in the text, three at most and each once; without any, what proves it. */
function stepsText(told: Told, phrases: ReasonPhrases): string {
  const all = new Set(told.steps.map((step) => stepText(step, told, phrases)));
  const shown = [...all].slice(0, mostTerms);
  const more = all.size - shown.length;
  if (shown.length === 0) return phrases.proof(told.transformations) || wholeArrow(told, phrases);
  return more === 0
    ? shown.join(', ')
    : `${shown.join(', ')} ${phrases.and(phrases.more(more))} ${phrases.more(more)}`;
}

function stepText({ written, old, new: fresh }: Step, told: Told, phrases: ReasonPhrases): string {
  const [from, to] = [cut(written?.old ?? old), cut(written?.new ?? fresh)];
  return from + to === '' ? wholeArrow(told, phrases) : arrow(someOf(from), someOf(to), phrases);
}

function someOf(text: string): readonly string[] {
  return text === '' ? [] : [text];
}

/** `"30 days" becomes "90 days"`, without the full stop. */
export function becomingText({ before, after }: Told, phrases: ReasonPhrases): string {
  if (before === '') return phrases.isNew(quoted(after, phrases));
  if (after === '') return phrases.isGone(quoted(before, phrases));
  return phrases.becomes(quoted(before, phrases), quoted(after, phrases));
}

function quoted(text: string, { quote, nothing }: ReasonPhrases): string {
  return text === '' ? nothing : quote(cut(text));
}

/** At most 160 characters, cut at a word, white space folded. */
export function cut(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  if (folded.length <= longestQuote) return folded;
  const space = folded.lastIndexOf(' ', longestQuote);
  return `${folded.slice(0, space > 60 ? space : longestQuote)} …`;
}
