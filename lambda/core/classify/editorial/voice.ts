import { stem } from '../../lexicon/inflection.ts';
import type { Word } from '../words.ts';
import { keysOf } from '../words.ts';

const passive =
  /^(?<what>.+?) (?:(?:is|are)(?<not> not)?|(?<modal>will|may|can|must)(?<never> not)? be) (?<verb>\p{L}+)(?: by (?<who>us|our partners|them))?(?<rest> .+)?$/u;
const subject: Readonly<Record<string, string>> = { us: 'we', them: 'they' };
/** `collected`, `kept`, `sold`, `sent`: no adjective such as `open`. */
const participle = /(?:ed|[^p]en|pt|ld|nt|id|wn|ght|und|made|done)$/;

/**
 * The sentence in the active voice as stems, when it is a plain passive (`is stored by us`); null otherwise. In a company's own
 * text a passive that names nobody (`is stored`) speaks of the company.
 */
function activated(words: readonly Word[]): string | null {
  const groups = passive.exec(said(words))?.groups;
  if (groups === undefined) return null;
  const { what = '', modal = '', verb = '', who = 'us', rest = '' } = groups;
  const negated = groups['not'] ?? groups['never'] ?? '';
  if (!participle.test(verb)) return null;
  return keyed(`${subject[who] ?? who} ${modal}${negated} ${verb} ${what}${rest}`);
}

function said(words: readonly Word[]): string {
  return keysOf(words.filter(({ kind }) => kind !== 'punct'));
}

function keyed(text: string): string {
  const plain = text.replace(/\b(?:do|does) not\b/, 'not').replace(/\b(?:don['’]t|doesn['’]t)\b/, 'not');
  return plain.replace(/ +/g, ' ').split(' ').map(stem).join(' ');
}

/** Do two sentences say the same, one in the active and one in the passive voice? */
export function isVoiceChange(before: readonly Word[], after: readonly Word[]): boolean {
  return activated(before) === keyed(said(after)) || activated(after) === keyed(said(before));
}
