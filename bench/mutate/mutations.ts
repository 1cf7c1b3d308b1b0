import type { Mutation } from './ways.ts';
import { minor, significant, swap } from './ways.ts';

const period = /\b\d+(?=\)?[ -](?:business |calendar |working )?(?:hour|day|week|month|year)s?\b)/;

/** One-word edits that a reader would want to be told of. */
export const significantMutations: readonly Mutation[] = [
  ...significant(
    'number',
    swap(period, (match) => String(Number(match) + 30)),
    swap(/(?<=[$€£])\d+/, (match) => String(Number(match) * 10)),
    swap(/\b\d+(?=\s?(?:%|percent))/, (match) => String(Number(match) + 5)),
  ),
  ...significant(
    'unit',
    swap(/\bdays\b/, 'months'),
    swap(/\bmonths\b/, 'years'),
    swap(/\bhours\b/, 'days'),
    swap(/\byears\b/, 'months'),
  ),
  ...significant(
    'negation',
    swap(/\b(?:will|may|shall|must|do|does|is|are) not (?!only)/, (match) => match.replace('not ', '')),
    swap(/\b(?:[Ww]e|[Yy]ou) (?:will|may|must|shall|can) (?!not\b|also\b|only\b)/, (match) => `${match}not `),
    swap(/\bnever /, ''),
    swap(/\bwithout\b/, 'with'),
  ),
  ...significant(
    'modal',
    swap(/\bmay (?!not)/, 'will '),
    swap(/\bwill (?!not)/, 'may '),
    swap(/\bmust\b/, 'should'),
    swap(/\bshould\b/, 'must'),
    swap(/\bcan (?!not)/, 'must '),
  ),
  ...significant(
    'party',
    swap(/\bthird part(?:y|ies)\b/, 'advertisers'),
    swap(/\baffiliates\b/, 'partners'),
    swap(/\bservice providers\b/, 'data brokers'),
    swap(/\bwe (?=\w+)/, 'our partners '),
    swap(/\byou (?=may|must|can|will)/, 'we '),
  ),
  ...significant(
    'data',
    swap(/\be-?mail address(?:es)?\b/, 'phone number'),
    swap(/\bIP address(?:es)?\b/, 'precise location'),
    swap(/\bcookies\b/, 'fingerprints'),
    swap(/\bpersonal (?:data|information)\b/, 'health data'),
    swap(/\bnames?, (?=\w)/, (match) => `${match}photos, `),
  ),
  ...significant(
    'practice',
    swap(/\bcollect\b/, 'sell'),
    swap(/\bshare\b/, 'sell'),
    swap(/\bdisclose\b/, 'publish'),
    swap(/\bdelete\b/, 'keep'),
    swap(/\bstore\b/, 'share'),
  ),
  ...significant(
    'scope',
    swap(/\bonly /, ''),
    swap(/\bany\b/, 'some'),
    swap(/\bat least\b/, 'at most'),
    swap(/\bbefore\b/, 'after'),
    swap(/\bunless\b/, 'if'),
    swap(/\bexcept\b/, 'including'),
    swap(/(?<=\w) and (?=\w)/, ' or '),
    swap(/(?<=\w) or (?=\w)/, ' and '),
  ),
  ...significant(
    'purpose',
    swap(/\bto (?:improve|provide) (?=\w)/, 'to advertise and improve '),
    swap(/\banalytics\b/, 'advertising'),
    swap(/\bmarketing\b/, 'research'),
  ),
  ...significant(
    'law and remedy',
    swap(/\bCalifornia\b/, 'Texas'),
    swap(/\bGerman(?=y\b)/, 'Ital'),
    swap(/\barbitration\b/, 'litigation'),
    swap(/\bliable\b/, 'responsible'),
    swap(/\bopt[- ]out\b/, 'opt in'),
    swap(/\bterminate\b/, 'limit'),
  ),
];

const typo = (word: string): string => word.slice(0, 2) + (word[3] ?? '') + (word[2] ?? '') + word.slice(4);

/** Edits that leave the meaning alone. */
export const editorialMutations: readonly Mutation[] = [
  ...minor(
    'typo',
    swap(/(?<=\s)(?:information|website|available|important|describe|purposes|provide)\b/, typo),
  ),
  ...minor(
    'doubled word',
    swap(/(?<=\w )(?:the|of|to)(?= \w)/, (match) => `${match} ${match}`),
  ),
  ...minor('punctuation', swap(/\.$/, ''), swap(/(?<=, \w+)(?= and \w)/, ',')),
  ...minor('reflow', (sentence) => (sentence.length < 60 ? null : sentence.replace(/(?<=^.{40,}?) /, '\n'))),
  ...minor(
    'quotes and dashes',
    swap(/'/, '’'),
    swap(/ - /, ' – '),
    swap(/"([^"]+)"/, (match) => `“${match.slice(1, -1)}”`),
  ),
  ...minor(
    'case',
    swap(
      /\b(?:services?|website|account|policy|terms)\b/,
      (match) => `${match[0]?.toUpperCase() ?? ''}${match.slice(1)}`,
    ),
  ),
  ...minor('white space', swap(/ (?=\w)/, '\u00a0')),
  ...minor(
    'spelling variant',
    swap(/(?<=\w{3})iz(?=e[ds]?\b|ing\b|ation)/, 'is'),
    swap(/\bcolor|behavior|favor|honor\b/, (match) => match.replace('or', 'our')),
  ),
  ...minor(
    'contraction',
    swap(/\b(?:do|does|is|are) not\b/, (match) => match.replace(' not', "n't")),
    swap(/\b[Ww]e will\b/, (match) => match.replace(' will', "'ll")),
  ),
  ...minor(
    'emphasis',
    swap(/(?<=\s)(?:information|services?|account)\b/, (match) => `**${match}**`),
  ),
  ...minor(
    'synonym',
    swap(/\bprior to\b/, 'before'),
    swap(/\bin order to\b/, 'to'),
    swap(/\bregarding\b/, 'about'),
  ),
];
