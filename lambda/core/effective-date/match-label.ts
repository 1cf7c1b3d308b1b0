import { dateLanguages, type DateLanguage } from '../calendar/languages.ts';
import { connectors, labelKinds, labels, type LabelKind } from './labels.ts';

/** A recognised label in a line; offsets are those of the text it was looked for in. */
export interface LabelMatch {
  readonly text: string;
  readonly kind: LabelKind;
  /** The languages that write it so; several share `date` or `actualizado`. */
  readonly languages: readonly DateLanguage[];
  readonly start: number;
  readonly end: number;
}

interface KnownLabel {
  readonly words: readonly string[];
  readonly kind: LabelKind;
  readonly languages: readonly DateLanguage[];
}

interface Word {
  readonly plain: string;
  readonly start: number;
  readonly end: number;
}

const word = /\p{L}+/gu;
const insideLabel = /^[\s_'’-]{1,40}$/;
const byFirstWord = table();
const sign = /[:：=|–—-]/;
const signs = `(?:["'“”«».(:：=|–—-]|[^\\S\\n])*`;
const small = `(?:(?:${connectors.join('|')})(?![\\p{L}\\p{N}])[^\\S\\n]*|[dl]+['’][^\\S\\n]*)*`;
const between = new RegExp(`${signs}${small}${signs}`, 'iuy');

/**
 * Every label in a line, from left to right, the longest where several begin. Case, accents and the kind of
 * apostrophe do not matter; between its words may be any space, since a tag there is spaces.
 */
export function labelsIn(line: string): readonly LabelMatch[] {
  const words = wordsOf(line);
  const found: LabelMatch[] = [];
  for (let index = 0; index < words.length; index++) {
    const known = byFirstWord
      .get(words[index]?.plain ?? '')
      ?.find((label) => standsAt(label, words, index, line));
    const start = words[index]?.start ?? 0;
    const last = words[index + (known?.words.length ?? 0) - 1];
    if (known === undefined || last === undefined) continue;
    found.push({ ...known, text: line.slice(start, last.end), start, end: last.end });
    index += known.words.length - 1;
  }
  return found;
}

/** What lies between a label and its date: where the date should begin, and whether a sign (colon, cell, dash) parts them. */
export function gapAfter(line: string, at: number): { readonly end: number; readonly signed: boolean } {
  between.lastIndex = at;
  const gap = between.exec(line)?.[0] ?? '';
  return { end: at + gap.length, signed: sign.test(gap) };
}

function standsAt(label: KnownLabel, words: readonly Word[], at: number, line: string): boolean {
  return label.words.every((expected, offset) => {
    const here = words[at + offset];
    const before = words[at + offset - 1];
    if (here?.plain !== expected) return false;
    return offset === 0 || (before !== undefined && insideLabel.test(line.slice(before.end, here.start)));
  });
}

function wordsOf(line: string): readonly Word[] {
  return Array.from(line.matchAll(word), (found) => ({
    plain: plain(found[0]),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

function table(): ReadonlyMap<string, readonly KnownLabel[]> {
  const all = new Map<string, KnownLabel>();
  for (const kind of labelKinds) {
    for (const language of dateLanguages) {
      for (const label of labels[language][kind]) {
        // The words that `wordsOf` would find, since labels are written with nothing else between them.
        const words = plain(label).split(/[ '-]/);
        const before = all.get(words.join(' '));
        all.set(words.join(' '), {
          words,
          kind: before?.kind ?? kind,
          languages: [...(before?.languages ?? []), language],
        });
      }
    }
  }
  const longestFirst = [...all.values()].sort((a, b) => b.words.length - a.words.length);
  const grouped = new Map<string, KnownLabel[]>();
  for (const label of longestFirst) {
    const first = label.words[0] ?? '';
    grouped.set(first, [...(grouped.get(first) ?? []), label]);
  }
  return grouped;
}

function plain(text: string): string {
  const lower = text.toLowerCase();
  return /^[a-z]+$/.test(lower) ? lower : lower.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
