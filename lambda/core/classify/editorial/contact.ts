import { termsIn } from '../../lexicon/lexicon.ts';
import { registrableDomain } from '../normal/addresses.ts';
import type { TermClass } from '../../lexicon/model.ts';
import type { Word } from '../words.ts';
import { wordsOf } from '../words.ts';

const street =
  /^(?:street|st|avenue|ave|road|rd|floor|fl|suite|ste|plaza|platz|way|drive|dr|lane|ln|boulevard|blvd|box|p\.?o|building|bldg|house|square|court|place|quay|wharf|straße|strasse|str|rue|via|viale|piazza|calle|avenida|allee|weg|gasse|laan|plein|unit|level|room|tower|park|zip|cedex)$/;
const place =
  /\b(?:street|avenue|ave|road|floor|suite|plaza|platz|drive|lane|boulevard|p\.? ?o\.? box|stra(?:ß|ss)e|rue|via|calle|registered (?:office|address)|postal|address|headquarter|offices? at|located at|mail to|by mail|zip|phone|tel\.?|telephone|fax|hotline|sales:|support:)/iu;
const postcode = /\b[A-Z]{2} \d{5}\b|\b\d{4,5} \p{Lu}\p{L}+/u;
const forbidden = new Set([
  'negation',
  'modal',
  'scope',
  'time',
  'money',
  'data',
  'sensitive',
  'right',
  'remedy',
  'jurisdiction',
  'practice',
  'purpose',
  'retention',
  'actor',
  'ai',
  'eligibility',
  'termination',
]);

/** Is the text, with these words in it, a postal address, a telephone number or a mailbox? */
export function isContactText(text: string): boolean {
  return place.test(text) || postcode.test(text) || /@|\+\d{2}|\(\d{3}\)/.test(text);
}

/** Text right before and right after an edit, as written. */
export interface Neighbours {
  readonly lead: string;
  readonly rest: string;
}

const sharing =
  /\b(?:shar(?:e|ed|es|ing)|disclos|sell|sold|transfer|recipient|sub-?processor|provider|partner|vendor|supplier)/i;
const nearAddress =
  /\d|\b(?:street|avenue|road|stra(?:ß|ss)e|rue|calle|via|viale|piazza|plaza|suite|floor|box|tel|phone|fax)\b/i;
/** A house number or the word for a street follows at once. */
const beforeNumber =
  /^\s*(?:\d|(?:street|avenue|road|way|lane|drive|square|place|stra(?:ß|ss)e|platz|allee|weg)\b)/i;
/** A figure of an address stands before a name, another figure or a stop: never before `days` or `percent`. */
const beforeOrdinaryWord = /^[\s)\]-]*(?:[%$€£]|\p{Ll}[\p{L}-]*)/u;

/** Do contact words stand where an address stands, and not where a period, an amount or a recipient is named? */
export function isContactPlace(
  words: readonly Word[],
  { lead, rest }: Neighbours,
  sentence: string,
): boolean {
  if (words.some(({ kind }) => kind === 'email')) return true;
  const last = words.at(-1);
  if (last === undefined) return true;
  const next = beforeOrdinaryWord.exec(rest)?.[0].replace(/[^\p{L}%$€£]/gu, '') ?? '';
  if (/\d/.test(last.key) && next !== '' && !street.test(next)) return false;
  if (/[$€£]\s?$/.test(lead)) return false;
  const isNameOnly = words.every(({ key }) => !/\d/.test(key) && !street.test(key));
  return !isNameOnly || ((nearAddress.test(lead) || beforeNumber.test(rest)) && !sharing.test(sentence));
}

/** The words without a state or country that a postcode follows: there it is part of an address, not of a law. */
function withoutStates(words: readonly Word[], rest: string): Word[] {
  return words.filter(
    ({ canon }, index) => !(/^\p{Lu}/u.test(canon) && /^\W*\d{4,6}\b/.test(words[index + 1]?.key ?? rest)),
  );
}

/** Are these words only pieces of a postal address or a telephone number: names, figures, words for streets? */
export function areContactWords(words: readonly Word[], rest = ''): boolean {
  if (words.length === 0 || words.length > 24) return words.length === 0;
  const bare = withoutStates(words, rest);
  if (termsIn(bare.map(({ key }) => key)).some((term) => forbidden.has(term.class))) return false;
  return words.every(
    (word) =>
      word.kind === 'number' ||
      word.kind === 'punct' ||
      street.test(word.key) ||
      /^\p{Lu}/u.test(word.canon) ||
      /\d/.test(word.key) ||
      word.kind === 'email',
  );
}

/** Mailboxes of one organisation: the same registrable domain. */
export function sameMailDomain(a: readonly Word[], b: readonly Word[]): boolean {
  const all = [...a, ...b];
  if (a.length === 0 || b.length === 0 || !all.every(({ kind }) => kind === 'email')) return false;
  return new Set(all.map(({ key }) => registrableDomain(key))).size === 1;
}

const invites =
  /^\W*(?:please|you (?:can|may)|contact|write|e-?mail|call|questions?|(?:courtesy )?copies|feel free|for (?:any |general |further |press |other )?(?:questions|support|help|enquiries|inquiries|queries|feedback)|if you have (?:any )?(?:other |further )?questions?|to (?:contact|reach) us)\b/i;
const contactTarget = /[\w.+-]+@[\w-]+\.\w+|\+\d[\d ()-]{6,}|\b(?:contact|support) (?:form|page|portal)\b/i;
/** Terms with which a sentence says more than how to get in touch. */
const beyondContact: readonly TermClass[] = [
  'negation',
  'money',
  'remedy',
  'right',
  'sensitive',
  'time',
  'ai',
  'purpose',
  'termination',
  'conduct',
  'retention',
  'data',
  'party',
];
const rightsTalk =
  /opt.?(?:out|in)|unsubscrib|object|withdraw|complain|delet|eras|access request|data (?:subject|protection)|dpo\b|appeal|must|report/i;

/** Does a short sentence say no more than how to reach the organisation? */
export function isContactSentence(text: string): boolean {
  if (text.length > 160 || !contactTarget.test(text) || !invites.test(text) || rightsTalk.test(text))
    return false;
  const bare = text.replace(/\be-?mail address(?:es)?\b/gi, '').replace(/\+\d[\d ()-]{6,}/g, '');
  return !termsIn(wordsOf(bare).map(({ key }) => key)).some((term) => beyondContact.includes(term.class));
}
