import type { TermClass } from '../lexicon/model.ts';
import { legalForm } from './editorial/edits.ts';
import { isKnownWord } from './editorial/known-words.ts';
import type { Edit } from './residue.ts';
import { termShift } from './terms.ts';
import type { Word } from './words.ts';
import { keysOf } from './words.ts';

const longestName = 4;
const leastOccurrences = 2;

interface Candidate {
  count: number;
  readonly followers: Set<string>;
}

/**
 * `old -> new` of every name that edits replace at least twice and that is (nearly) gone from the new document,
 * alone or before the words that followed it. The texts are asked for only when there is a candidate.
 */
export function renamesOf(
  edits: readonly Edit[],
  texts: () => { readonly old: string; readonly new: string },
): ReadonlySet<string> {
  const candidates = candidatesIn(edits);
  const found = new Set<string>();
  for (const [key, { count, followers }] of candidates) {
    const withSite = isDomainRenamed(key, candidates);
    if (count < leastOccurrences && !withSite) continue;
    const [from = '', to = ''] = key.split(' -> ');
    const { old, new: fresh } = texts();
    const isGone =
      alone(fresh, from, to) * 4 <= count ||
      [...followers].every((word) => !fresh.includes(` ${from} ${word} `));
    const isNew =
      alone(old, to, from) <= count || [...followers].every((word) => !old.includes(` ${to} ${word} `));
    if (withSite || (isGone && isNew)) found.add(key);
  }
  return found;
}

/** `Ashdesk` for `Birchdesk`, and `birchdesk.com` for `ashdesk.com`: the site changed its name with the company. */
function isDomainRenamed(key: string, candidates: ReadonlyMap<string, Candidate>): boolean {
  const bare = (text: string): string => text.replaceAll(/[ -]/g, '');
  const [from = '', to = ''] = key.split(' -> ').map(bare);
  return [...candidates.keys()].some((other) => {
    const [old = '', fresh = ''] = other.split(' -> ');
    return old.startsWith(`‹${from}.`) && fresh.startsWith(`‹${to}.`);
  });
}

function candidatesIn(edits: readonly Edit[]): ReadonlyMap<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const edit of edits) {
    const key = renameKey(edit);
    if (key === null) continue;
    const candidate = candidates.get(key) ?? { count: 0, followers: new Set() };
    candidate.count++;
    candidate.followers.add(edit.next?.key ?? '');
    candidates.set(key, candidate);
  }
  return candidates;
}

/** How often a name stands there, but not as a part of the longer name that it takes the place of. */
function alone(text: string, name: string, other: string): number {
  const whole = ` ${other} `.includes(` ${name} `) ? occurrences(text, other) : 0;
  return occurrences(text, name) - whole;
}

function occurrences(text: string, part: string): number {
  return text.split(` ${part} `).length - 1;
}

/** `old -> new` in canonical words, a lengthened or shortened name with the part of it that stays; null for what is no change of name. */
export function renameKey(edit: Edit): string | null {
  const { deleted, inserted } = edit;
  if (isName(deleted) && isName(inserted)) return `${keysOf(deleted)} -> ${keysOf(inserted)}`;
  const part = deleted.length === 0 ? inserted : inserted.length === 0 ? deleted : [];
  const stays = isName(part) && part.every(isCapital) ? partThatStays(edit) : null;
  if (stays === null) return null;
  const [before, after] = stays === edit.next ? ['', ` ${stays.key}`] : [`${stays.key} `, ''];
  return [deleted, inserted].map((words) => `${before}${keysOf(words)}${after}`.trim()).join(' -> ');
}

/** The word of the same name before or after: one of the two words is known to no dictionary, and no comma makes them items of a list. */
function partThatStays({ previous, next, deleted, inserted }: Edit): Word | null {
  const part = [...deleted, ...inserted];
  const own = part.some(isStrange);
  const belongs = (word: Word | null): word is Word =>
    word !== null && isCapital(word) && (own || isStrange(word));
  if (belongs(previous) && isRun(part)) return previous;
  return belongs(next) && isRun(deleted.length > 0 ? [...part, next] : part) ? next : null;
}

/** Words with nothing but one space between them. */
function isRun(words: readonly Word[]): boolean {
  return words.every(({ start }, index) => index === 0 || start - (words[index - 1]?.end ?? 0) <= 1);
}

const inAnyName: ReadonlySet<TermClass> = new Set(['ai']);
const inNewNames: ReadonlySet<TermClass> = new Set(['ai', 'jurisdiction']);

/** Classes of words that say nothing where they stand inside a name: `Ashdesk AI`, and `Ashcon US` where the name comes or goes whole. */
function partOfName({ deleted, inserted }: Edit): ReadonlySet<TermClass> {
  if (deleted.length > 0 && inserted.length > 0) return new Set();
  return [...deleted, ...inserted].some(isStrange) ? inNewNames : inAnyName;
}

function isStrange({ key }: Word): boolean {
  return !isKnownWord(key);
}

function isCapital({ canon, kind }: Word): boolean {
  return kind === 'word' && /^\p{Lu}/u.test(canon);
}

function isName(words: readonly Word[]): boolean {
  return (
    words.length > 0 &&
    words.length <= longestName &&
    words.some((word) => word.kind === 'url' || word.kind === 'email' || isCapital(word))
  );
}

const guardedInNames = new Set([
  'negation',
  'modal',
  'scope',
  'number',
  'time',
  'party',
  'actor',
  'data',
  'sensitive',
  'right',
  'jurisdiction',
  'practice',
  'remedy',
  'eligibility',
  'ai',
  'condition',
  'security',
  'conduct',
]);

/** Is it a name and no more: no legal form, and no term that would say something else? */
export function isNeutralName(edit: Edit): boolean {
  const { deleted, inserted } = edit;
  if ([...deleted, ...inserted].some(({ key }) => legalForm.test(key))) return false;
  const { lost, gained } = termShift(deleted, inserted, [edit]);
  const part = partOfName(edit);
  return ![...lost, ...gained].some((term) => guardedInNames.has(term.class) && !part.has(term.class));
}
