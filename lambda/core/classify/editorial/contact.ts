import { termsIn } from '../../lexicon/lexicon.ts';
import { registrableDomain } from '../normal/addresses.ts';
import type { Word } from '../words.ts';

const street =
  /^(?:street|st|avenue|ave|road|rd|floor|fl|suite|ste|plaza|platz|way|drive|dr|lane|ln|boulevard|blvd|box|p\.?o|building|bldg|house|square|court|place|quay|wharf|straße|strasse|str|rue|via|viale|piazza|calle|avenida|allee|weg|gasse|laan|plein|unit|level|room|tower|park|zip|cedex)$/;
const place =
  /\b(?:street|avenue|ave|road|floor|suite|plaza|platz|drive|lane|boulevard|p\.? ?o\.? box|stra(?:ß|ss)e|rue|via|calle|registered (?:office|address)|postal|address|headquarter|offices? at|located at|mail to|by mail|zip|phone|tel\.?|telephone|fax|hotline|sales:|support:)|\b[A-Z]{2} \d{5}\b|\b\d{4,5} [A-Z]\p{L}+/iu;
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
  return place.test(text) || /@|\+\d{2}|\(\d{3}\)/.test(text);
}

/** Are these words only pieces of a postal address or a telephone number: names, figures, words for streets? */
export function areContactWords(words: readonly Word[]): boolean {
  if (words.length === 0 || words.length > 24) return words.length === 0;
  if (termsIn(words.map(({ key }) => key)).some((term) => forbidden.has(term.class))) return false;
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
