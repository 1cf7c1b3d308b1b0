import { slips, softWords } from '../../lexicon/editorial.ts';
import type { Edit } from '../residue.ts';
import type { Word } from '../words.ts';
import { keysOf } from '../words.ts';
import { isTypo } from './typo.ts';

/** One word for one other, and the one is a misspelling of the other. */
export function isMisspelt({ deleted, inserted }: Edit): boolean {
  return (
    isOneWord(deleted) &&
    isOneWord(inserted) &&
    (isTypo(written(deleted), written(inserted)) || isTypo(keysOf(deleted), keysOf(inserted)))
  );
}

/** One word against a grammar word that stands in its place: `form` for `from`. */
export function isSlip(words: readonly Word[], rest: string): boolean {
  const other = /^\s*(\p{L}+)/u.exec(rest)?.[1]?.toLowerCase() ?? '';
  return (
    isOneWord(words) &&
    softWords.has(other) &&
    (slips.has(`${written(words)}=${other}`) || slips.has(`${other}=${written(words)}`))
  );
}

function isOneWord(words: readonly Word[]): boolean {
  return words.length > 0 && words.every(({ kind, start }) => kind === 'word' && start === words[0]?.start);
}

/** The first word as written, in lower case; the whole of a run that `isOneWord`. */
export function written(words: readonly Word[]): string {
  return words[0]?.canon.toLowerCase() ?? '';
}
