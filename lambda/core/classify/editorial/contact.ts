import { termsIn } from '../../lexicon/lexicon.ts';
import { registrableDomain } from '../normal/addresses.ts';
import type { TermClass } from '../../lexicon/model.ts';
import type { Word } from '../words.ts';
import { wordsOf } from '../words.ts';

const street =
  /^(?:street|st|avenue|ave|road|rd|floor|fl|suite|ste|plaza|platz|way|drive|dr|lane|ln|boulevard|blvd|box|p\.?o|building|bldg|house|square|court|place|quay|wharf|straße|strasse|str|rue|via|viale|piazza|calle|avenida|allee|weg|gasse|laan|plein|unit|level|room|tower|park|zip|cedex)$/;
const place =
  /\b(?:street|avenue|ave|road|floor|suite|plaza|platz|drive|lane|boulevard|p\.? ?o\.? box|stra(?:ß|ss)e|rue|via|calle|registered (?:office|address|seat)|postal|address|headquarter|offices? at|located at|mail to|by mail|zip|phone|tel\.?|telephone|fax|hotline|sales:|support:)/iu;
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
  return (
    place.test(text) ||
    postcode.test(text) ||
    /@|\+\d{2}|\(\d{3}\)|\b(?:call|ring|dial)\b.{0,20}\d{3}/i.test(text)
  );
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

/** The changed figures are a part of a number of seven or more figures behind a word that says to call it. */
function isTelephone(words: readonly Word[], lead: string, rest: string): boolean {
  const [head = '', tail = ''] = [/[+\d ().-]*$/.exec(lead)?.[0], /^[\d ().-]*/.exec(rest)?.[0]];
  const figures = `${head}${words.map(({ key }) => key).join('')}${tail}`.replace(/\D/g, '');
  return (
    figures.length >= 7 &&
    /\b(?:call|ring|dial|phone|tel\.?|telephone|fax|hotline|mobile|number)\b\W*(?:\p{L}+ ){0,3}\W*$/iu.test(
      lead.slice(0, lead.length - head.length),
    )
  );
}

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
  if (isTelephone(words, lead, rest)) return true;
  if (/\d/.test(last.key) && next !== '' && !street.test(next)) return false;
  if (/[$€£]\s?$/.test(lead)) return false;
  const isNameOnly = words.every(({ key }) => !/\d/.test(key) && !street.test(key));
  return !isNameOnly || ((nearAddress.test(lead) || beforeNumber.test(rest)) && !sharing.test(sentence));
}

/** The words without a state or country that a postcode follows: there it is part of an address, not of a law. */
function withoutStates(words: readonly Word[], rest: string, lead: string): Word[] {
  if (/\b\d{4,6}(?: \p{Lu}[\p{L}-]+){0,2},? $/u.test(lead) && /^\W*$/.test(rest))
    return words.filter(({ canon }) => !/^\p{Lu}/u.test(canon));
  return words.filter(
    ({ canon }, index) => !(/^\p{Lu}/u.test(canon) && /^\W*\d{4,6}\b/.test(words[index + 1]?.key ?? rest)),
  );
}

/** Are these words only pieces of a postal address or a telephone number: names, figures, words for streets? */
export function areContactWords(words: readonly Word[], rest = '', lead = ''): boolean {
  if (words.length === 0 || words.length > 24) return words.length === 0;
  const bare = withoutStates(words, rest, lead);
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

const seat =
  /^\W*(?:our|the|its) (?:(?:registered|postal|mailing|business|office|company) ){0,2}(?:address|office|seat) is (?:at |in |located at )?(.+?)\W*$/iu;

/** `Our registered address is 4 Mill Lane, Ashford`: where to write to, and no more. */
export function isAddressSentence(text: string): boolean {
  const address = seat.exec(text)?.[1];
  return (
    address !== undefined &&
    /\d/.test(address) &&
    address.split(/[\s,]+/).every((word) => /^[\p{Lu}\p{Nd}]|^(?:of|and|the)$/u.test(word))
  );
}

const invites =
  /^\W*(?:please|you (?:can|may)|contact|write|send|drop|e-?mail|call|we (?:can|may) be (?:reached|contacted)|questions?|in case of (?:any )?questions?|(?:courtesy )?copies|feel free|for (?:any |general |further |press |other )?(?:questions|support|help|enquiries|inquiries|queries|feedback)|if you have (?:any )?(?:other |further )?questions?|to (?:contact|reach) us)\b/i;
const contactTarget =
  /[\w.+-]+@[\w-]+\.\w+|\+\d[\d ()-]{6,}|\b(?:contact|support) (?:form|page|portal)\b|\b(?:contact|e-?mail|reach|call|ask|write to) (?:us|(?:our )?support)\b/i;
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
