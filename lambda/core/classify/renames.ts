import type { Edit } from './residue.ts';
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
    if (count < leastOccurrences && !isDomainRenamed(key, candidates)) continue;
    const [from = '', to = ''] = key.split(' -> ');
    const { old, new: fresh } = texts();
    const isGone =
      occurrences(fresh, from) * 4 <= count ||
      [...followers].every((word) => !fresh.includes(` ${from} ${word} `));
    const isNew =
      occurrences(old, to) <= count || [...followers].every((word) => !old.includes(` ${to} ${word} `));
    if (isGone && isNew) found.add(key);
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
  for (const edit of edits.filter(mayRename)) {
    const candidate = candidates.get(renameKey(edit)) ?? { count: 0, followers: new Set() };
    candidate.count++;
    candidate.followers.add(edit.next);
    candidates.set(renameKey(edit), candidate);
  }
  return candidates;
}

function occurrences(text: string, part: string): number {
  return text.split(` ${part} `).length - 1;
}

/** `old -> new` in canonical words. */
export function renameKey({ deleted, inserted }: Edit): string {
  return `${keysOf(deleted)} -> ${keysOf(inserted)}`;
}

function mayRename({ deleted, inserted }: Edit): boolean {
  const isName = (words: Edit['deleted']): boolean =>
    words.length > 0 &&
    words.length <= longestName &&
    words.some(
      ({ canon, kind }) => kind === 'url' || kind === 'email' || (kind === 'word' && /^\p{Lu}/u.test(canon)),
    );
  return isName(deleted) && isName(inserted);
}
