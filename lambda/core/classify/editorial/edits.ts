import type { Edit } from '../residue.ts';
import type { Word } from '../words.ts';
import { keysOf } from '../words.ts';
import { isKnownWord } from './known-words.ts';

/** Words that name the legal form of a company. */
export const legalForm =
  /^(?:inc|llc|ltd|limited|gmbh|ag|bv|sa|sas|sarl|corp|corporation|plc|oy|ab|holdings?)$/;

/** Only names of people: capitalised words that are no words of the language, and what joins them. */
function arePersonNames(words: readonly Word[]): boolean {
  const names = words.filter(({ kind, key }) => kind === 'word' && key !== 'and' && key !== 'or');
  const strange = names.filter(({ canon }) => !isKnownWord(canon.toLowerCase()));
  return (
    names.length > 0 &&
    names.every(({ canon, key }) => /^\p{Lu}\p{Ll}/u.test(canon) && !legalForm.test(key)) &&
    strange.length * 2 >= names.length
  );
}

/** An edit that only names people. */
export function isPersonEdit({ deleted, inserted }: Edit): boolean {
  return (
    [deleted, inserted].every((words) => words.length === 0 || arePersonNames(words)) &&
    deleted.length + inserted.length <= 40
  );
}

const channelWords = new Set(
  'email e mail contact form support ticket portal team help helpdesk center centre page desk open via through write call phone reach us our submit send message chat at request site website link address customer inquiry use fill'.split(
    ' ',
  ),
);

/** Only words about how to get in touch, and at least one address or form on either side. */
export function isChannelEdit({ deleted, inserted }: Edit): boolean {
  const all = [...deleted, ...inserted];
  const isChannel = ({ key, kind }: Word): boolean =>
    kind === 'email' || kind === 'url' || channelWords.has(key) || key.startsWith('‹');
  return (
    all.every(isChannel) &&
    all.some(
      ({ key, kind }) => kind === 'email' || kind === 'url' || ['form', 'ticket', 'portal'].includes(key),
    )
  );
}

/** Words that stand for something still to be filled in. */
export function isPlaceholder(words: readonly Word[]): boolean {
  const text = keysOf(words);
  return /^(?:tbd|tba|todo|xxx|add link|insert link|link|add|placeholder)$/.test(text) && words.length > 0;
}

/** A tag of the page's layout, not of its text: blocks, includes, closing tags. */
export function isLayoutTag({ kind, key }: Word): boolean {
  return (
    kind === 'template' &&
    /^(?:\{%-?|<%-?)\s*(?:end)?(?:block|extends|include|layout|import|set|comment|data|render|load|partial|macro|from|raw|content_for)/.test(
      key,
    )
  );
}

/** Two spellings of one template variable. */
export function sameVariable(deleted: readonly Word[], inserted: readonly Word[]): boolean {
  const name = (words: readonly Word[]): string | undefined =>
    words.length === 1 && words[0]?.kind === 'template'
      ? /[\w.]*?(\w+)\s*-?[%}]\}$/.exec(words[0].key)?.[1]
      : undefined;
  return name(deleted) !== undefined && name(deleted) === name(inserted);
}
