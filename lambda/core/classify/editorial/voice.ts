import { stem } from '../../lexicon/inflection.ts';
import type { Word } from '../words.ts';
import { keysOf } from '../words.ts';

const passive =
  /^(?<what>.+?) (?:is|are|will be|may be) (?<verb>\p{L}+) by (?<who>us|our partners|them)(?<rest> .+)?$/u;
const subject: Readonly<Record<string, string>> = { us: 'we', them: 'they' };

/** The sentence in the active voice as sorted stems, when it is a plain passive (`is stored by us`); null otherwise. */
function activated(words: readonly Word[]): string | null {
  const groups = passive.exec(keysOf(words.filter(({ kind }) => kind !== 'punct')))?.groups;
  if (groups === undefined) return null;
  const { what = '', verb = '', who = '', rest = '' } = groups;
  return keyed(`${subject[who] ?? who} ${verb} ${what}${rest}`);
}

function keyed(text: string): string {
  return text.split(' ').map(stem).join(' ');
}

/** Do two sentences say the same, one in the active and one in the passive voice? */
export function isVoiceChange(before: readonly Word[], after: readonly Word[]): boolean {
  const plain = (words: readonly Word[]): string =>
    keyed(keysOf(words.filter(({ kind }) => kind !== 'punct')));
  return activated(before) === plain(after) || activated(after) === plain(before);
}
