import { functionWords } from '../../lexicon/editorial.ts';
import { termsIn } from '../../lexicon/lexicon.ts';
import type { Term, TermClass } from '../../lexicon/model.ts';
import type { Edit } from '../residue.ts';
import type { Word } from '../words.ts';
import type { Neighbours } from './contact.ts';

/** What texts, pages and rooms are called that a policy names by their titles. */
const titled = new Set(
  'policy privacy notic term condition agreement statement charter guidelin guid handbook cod pag websit faq news blog portal form cent forum dashboard list channel manual report'.split(
    ' ',
  ),
);
const weighty: readonly TermClass[] = [
  'negation',
  'modal',
  'scope',
  'time',
  'number',
  'money',
  'sensitive',
  'jurisdiction',
  'party',
  'right',
  'remedy',
  'eligibility',
];
const refers =
  /\b(?:see|read|review|refer|described|explain|listed|publish(?:ed|es)?|post(?:ed|s)?|announced|found|available|governed|under|via|our|the|visit|according)\b/i;

/** Here a name says who receives data or which text binds. */
const binds =
  /\b(?:shar(?:e|ed|es|ing)|disclos|sell|sold|transfer|recipient|processor|vendor|supplier|partner|agree|bound|incorporat|supersed)/i;

/** The title of another text or page under which it is named: `the Ashdesk Privacy Notice`, `the Ashdesk charter`. */
export function isDocumentTitle({ deleted, inserted, previous, next }: Edit, sentence: string): boolean {
  const words = [...deleted, ...inserted].filter(
    (word) => !isTitled(word) && !functionWords.has(word.key) && word.key !== 'under',
  );
  const isInside =
    previous !== null && isCapital(previous) && next !== null && isTitled(next) && isCapital(next);
  return (
    words.length > 0 &&
    !words.some(({ key }) => /^(?:and|or|well)$/.test(key)) &&
    (isInside || words.every(isCapital)) &&
    [next, previous, ...deleted, ...inserted].some((word) => word !== null && isTitled(word)) &&
    !termsIn(words.map(({ key }) => key)).some((term) => weighty.includes(term.class)) &&
    refers.test(sentence) &&
    !binds.test(sentence)
  );
}

function isTitled({ key }: Word): boolean {
  return titled.has(key);
}

function isCapital({ canon, kind }: Word): boolean {
  return kind === 'word' && /\p{Lu}/u.test(canon);
}

/** `AWS` for the three words that its letters stand for, or the reverse. */
export function isAbbreviation({ deleted, inserted }: Edit): boolean {
  const stands = (short: readonly Word[], long: readonly Word[]): boolean =>
    short.length === 1 &&
    long.length > 1 &&
    long.every(isCapital) &&
    short[0]?.canon === long.map(({ canon }) => canon[0]).join('');
  return stands(deleted, inserted) || stands(inserted, deleted) || [deleted, inserted].every(areStates);
}

/** `US` and `U.S.`; what the table of synonyms cannot tell from the pronoun. */
function areStates([word, more]: readonly Word[]): boolean {
  return more === undefined && (word?.canon === 'US' || word?.key === 'usa');
}

/** `Ashford Limited ("Ashford")`: the words in brackets are the name before them again, or its initials. */
export function isShortName({ deleted, inserted }: Edit, { lead, rest }: Neighbours): boolean {
  const words = [...deleted, ...inserted];
  const said: readonly string[] = lead.match(/\p{Lu}[\p{L}\d-]*/gu) ?? [];
  const initials = (lead.match(/\p{L}[\p{L}\d-]*/gu) ?? []).map((name) => name[0]?.toUpperCase()).join('');
  return (
    words.length > 0 &&
    /\(\W*(?:the )?$/i.test(lead) &&
    /^\W*\)/.test(rest) &&
    words.every(
      ({ canon }) => said.includes(canon) || (canon.length > 1 && initials.endsWith(canon.toUpperCase())),
    )
  );
}

/** Do all these words stand inside a name in a title (`Ashcon US Guide`), none of them behind a word that says where or for whom it holds? */
export function isPartOfTitle(terms: readonly Term[], ...titles: readonly string[]): boolean {
  const limits = /\b(?:in|for|from|to|of|outside|within|residents?|customers?|users?)\b(?: \p{Ll}+)* ?$/u;
  return terms.every(({ class: termClass, written = '' }) => {
    if (termClass !== 'jurisdiction' && termClass !== 'ai') return false;
    const holding = titles.filter((title) => written !== '' && title.includes(written));
    return (
      /^\p{Lu}/u.test(written) &&
      holding.length > 0 &&
      holding.every((title) => {
        const at = title.indexOf(written);
        const rest = title.slice(at + written.length);
        return !limits.test(title.slice(0, at)) && /^ \p{Lu}/u.test(rest) && !limited.test(rest);
      })
    );
  });
}

/** Behind a country they say to whom the text applies, or that it is a text for that country. */
const limited =
  /^ (?:residents?|citizens?|customers?|users?|visitors?|consumers?|members?|privacy|polic|terms|notice|statement|data|law|addendum|supplement)/i;

const former = /^(?:formerly|previously|früher|ehemals|vormals|anciennement|antes)$/;

/** `(formerly Ashdesk)`: a former name, added in brackets or dropped; in `Birchdesk (formerly Ashdesk)` the new one comes before it. */
export function isFormerName({ deleted, inserted }: Edit): boolean {
  const words = deleted.length === 0 ? inserted : inserted.length === 0 ? deleted : [];
  const said = words.filter(({ key }) => key !== 'known' && key !== 'call');
  const last = said.at(-1);
  const isBehind = last !== undefined && former.test(last.key);
  const [first, ...names] = isBehind ? [last, ...said.slice(0, -1)] : said;
  return (
    first !== undefined &&
    former.test(first.key) &&
    names.length > 0 &&
    names.length < 5 &&
    names.every(isCapital)
  );
}
