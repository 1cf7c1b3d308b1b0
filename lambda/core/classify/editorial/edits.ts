import { termsIn } from '../../lexicon/lexicon.ts';
import type { Edit } from '../residue.ts';
import type { Word } from '../words.ts';
import { keysOf } from '../words.ts';
import { isKnownWord } from './known-words.ts';

/** Words that name the legal form of a company. */
export const legalForm =
  /^(?:inc|llc|ltd|limited|gmbh|ag|bv|sa|sas|sarl|corp|corporation|plc|oy|ab|holdings?)$/;

/** What plans, editions and services are called, and people are not. */
const inProductNames =
  /^(?:team|enterpris|pro|plus|basic|premium|business|cloud|plan|edition|suit|app|group|servic|network|media|lab|system|technology|solution|bank|mail)$/;

/** Only names of people: capitalised words that are no words of the language, and what joins them. */
function arePersonNames(words: readonly Word[]): boolean {
  const names = words.filter(({ kind, canon }) => kind === 'word' && !/^(?:and|or)$/i.test(canon));
  const strange = names.filter(({ canon }) => !isKnownWord(canon.toLowerCase()));
  return (
    names.length > 0 &&
    names.every(
      ({ canon, key }) => /^\p{Lu}\p{Ll}/u.test(canon) && !legalForm.test(key) && !inProductNames.test(key),
    ) &&
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
  'email e mail contact form support ticket portal team help helpdesk center centre page desk open via through write call phone reach us our submit send message chat at request site website link address customer inquiry use fill user service department click or and'.split(
    ' ',
  ),
);
const channelNouns = new Set(['form', 'ticket', 'portal', 'helpdesk']);
const reaches =
  /\b(?:contact|reach|write|e-?mail|call|question|quer(?:y|ies)|enquir|inquir|support|help|report|channel)/i;
const handlesData =
  /\b(?:collect|stor(?:e|ed|ing)|process|shar(?:e|ed|ing)|disclos|sell|transfer|keep|kept|retain|log)\w*/i;

/** Only words about how to get in touch, and at least one address or form on either side; data is not spoken of. */
export function isChannelEdit({ deleted, inserted }: Edit, sentence: string): boolean {
  const all = [...deleted, ...inserted];
  const isContactTalk = reaches.test(sentence);
  const isAddress = ({ key, kind }: Word): boolean =>
    kind === 'email' || kind === 'url' || key.startsWith('‹') || (isContactTalk && channelNouns.has(key));
  const names = all.some(({ key }) => channelNouns.has(key)) && isContactTalk;
  const isChannel = (word: Word): boolean =>
    isAddress(word) || channelWords.has(word.key) || (names && isOwnName(word));
  const isSupportMailbox =
    all.some(({ key }) => key === 'support' || key === 'help') &&
    all.some(({ key }) => key === 'email' || key === 'address');
  return (
    all.every(isChannel) &&
    (all.some(isAddress) || (isSupportMailbox && isContactTalk)) &&
    (all.every(({ kind, key }) => kind === 'email' || kind === 'url' || key.startsWith('‹')) ||
      !handlesData.test(sentence))
  );
}

/** A word that no dictionary has, or one with a capital: the name of the organisation or its desk. */
function isOwnName({ key, canon, kind }: Word): boolean {
  return kind === 'word' && /\p{Lu}/u.test(canon) && termsIn([key]).length === 0;
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
    /^(?:\{%-?|<%-?)\s*(?:end)?(?:block|extends|include|layout|import|set|comment|data|render|load|partial|macro|from|raw|content_for|url|static|asset|with|assign|capture|csrf|javascript|stylesheet|trans|blocktrans|translate)/.test(
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

/** `Act 89/2012` as `Act {% law_link 89 2012 %}`: the tag is given the very words that stood there. */
export function sameArguments(deleted: readonly Word[], inserted: readonly Word[]): boolean {
  const given = (tag: readonly Word[], words: readonly Word[]): boolean => {
    const [one] = tag;
    if (tag.length !== 1 || one?.kind !== 'template' || words.length === 0) return false;
    const parts = one.key.match(/[\p{L}\p{Nd}_.-]+/gu) ?? [];
    return parts.slice(1).join(' ') === words.map(({ key }) => key.replaceAll('/', ' ')).join(' ');
  };
  return given(inserted, deleted) || given(deleted, inserted);
}
