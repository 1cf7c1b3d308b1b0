import type { Block } from '../../document/model.ts';
import type { Evidence } from '../evidence.ts';
import { canonicalText } from '../evidence.ts';
import { isDateLine } from '../normal/dates.ts';
import { isCourtesy } from './courtesy.ts';
import { isIntroduction } from './introduction.ts';
import { isKnownWord } from './known-words.ts';
import { isBareLead, isCopyrightLine, isFurniture } from './furniture.ts';
import { heavy, isPointer, weighs } from './pointer.ts';
import { areContactWords, isContactSentence, isContactText } from './contact.ts';
import { wordsOf } from '../words.ts';
import { areRecipients } from './recipients.ts';

/** A statement that stands in one version only. */
export interface Whole {
  readonly text: string;
  readonly block: Block;
  readonly op: 'added' | 'removed';
}

type Recogniser = (whole: Whole, evidence: Evidence) => boolean;

const weightyHeading = new Set([
  'negation',
  'jurisdiction',
  'eligibility',
  'scope',
  'sensitive',
  'number',
  'time',
  'ai',
  'condition',
]);
/** The number of a heading is no figure in it. */
const numbering = /^\W*(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.):]\s+/i;

/** Why a statement may come or go without a change of meaning; the first that applies is named. */
export const wholeRecognisers: Readonly<Record<string, Recogniser>> = {
  'metadata date': ({ text }) => text.length < longestShort && isDateLine(wordsOf(text)),
  punctuation: ({ text }) => text.length < 12 && canonicalText(text) === '' && !/\d/.test(text),
  'said elsewhere': ({ text, op, block }, evidence) => {
    const said = canonicalText(text);
    const enough = said.split(' ').length >= 3 || isHeading(block);
    return enough && (op === 'removed' ? evidence.newSentences : evidence.oldSentences).has(said);
  },
  'translation link': ({ text, block }) =>
    (text.length < 60 && isLinkOnly(block, text) && languageName.test(text)) || languageEntry.test(text),
  navigation: ({ text, block }, { headings }) =>
    !areRecipients(block.path) &&
    !weighs(text, heavy) &&
    (block.landmark === 'navigation' ||
      (isLinkOnly(block, text) &&
        (isInternal(block) || text.length < 60 || headings.has(canonicalText(text))))),
  'contents entry': ({ text, block }, { headings }) =>
    block.kind === 'li' &&
    (isInternal(block)
      ? isLinkOnly(block, text) || headings.has(canonicalText(text))
      : isBrokenContents(block, headings)),
  'page furniture': ({ text, block }, { frame }) => isFurniture(text) || frame.has(block),
  'list introduction': ({ text, op }) => op === 'added' && isBareLead(text),
  'copyright line': ({ text }) => isCopyrightLine(text),
  'change log entry': ({ text, block }) => isLogEntry(text, block),
  'heading wording': ({ text, block }) =>
    (isHeading(block) || isRunInHeading(text, block)) &&
    !weighs(text.replace(numbering, ''), weightyHeading) &&
    !areRecipients(block.path),
  pointer: ({ text, block }) => isPointer(text, block),
  courtesy: ({ text }) => isCourtesy(text),
  introduction: ({ text }) => isIntroduction(text),
  'contact sentence': ({ text, block }) =>
    isContactSentence(text) && (block.kind !== 'li' || /@|\+\d|https?:/.test(text)),
  'person named': ({ text, block }) =>
    block.kind === 'li' &&
    text.split(' ').length <= 5 &&
    isPerson(text) &&
    block.path.some((heading) => people.test(heading)),
  'contact detail': ({ text }) =>
    text.length < longestShort && !/@/.test(text) && isContactText(text) && areContactWords(wordsOf(text)),
};

/** The name of the transformation that explains why a statement came or went, or null. */
export function wholeName(whole: Whole, evidence: Evidence): string | null {
  for (const [name, recognises] of Object.entries(wholeRecognisers))
    if (recognises(whole, evidence)) return name;
  return null;
}

const log =
  /^\W*(?:[\d.]+ )?(?:change ?log|(?:revision|version|document|change|update) history|history of (?:changes|revisions|updates)|(?:previous|archived|past|older) versions)\W*$/i;
const dated =
  /^\W*(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|v?\d+(?:\.\d+)+|(?:version|revision) \d|(?:\d{1,2}(?:st|nd|rd|th)? )?\p{Lu}\p{L}{2,8}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4})/iu;

/** `3 March 2024: letters added` under `Change log`: it tells of a change and makes none. */
export function isLogEntry(text: string, { path }: Block): boolean {
  return log.test(path.at(-1) ?? '') && dated.test(text);
}

/** Is the block a heading? */
export function isHeading({ kind }: Block): boolean {
  return /^h\d$/.test(kind);
}

const languageName =
  /(?:^|[^\p{L}])(?:Deutsch|Français|Español|Português|Italiano|Nederlands|Polski|Svenska|Dansk|Norsk|Suomi|Русский|Українська|日本語|中文|한국어|Türkçe|العربية|English|German|French|Spanish|Portuguese|Italian|Japanese|Chinese|Korean|Hindi|Indonesian|Bahasa Indonesia|Arabic|Russian)(?=$|[^\p{L}])/iu;
/** `English (US)`: an entry of a language menu, linked or not. */
const languageEntry =
  /^\W*(?:Deutsch|Français|Español|Português|Italiano|Nederlands|Polski|English|German|French|Spanish|Portuguese|Italian|Japanese|Chinese|Korean)(?: \([\p{L} ]{2,16}\))?\W*$/u;
const longestShort = 200;
const people =
  /\b(?:team|member|committee|board|staff|contact|people|report|author|organi[sz]er|maintainer|group|incident|enforcement|moderator)/i;

/** Two to five capitalised words of which at least half are no words of the language. */
function isPerson(text: string): boolean {
  const words = text.split(/\s+/);
  const strange = words.filter((word) => !isKnownWord(word.toLowerCase()));
  return (
    words.length >= 2 &&
    words.every((word) => /^\p{Lu}\p{L}/u.test(word)) &&
    strange.length * 2 >= words.length
  );
}

/** A sentence all in bold that opens its block stands for a heading. */
function isRunInHeading(text: string, block: Block): boolean {
  const bold = block.marks.filter(({ kind, start }) => kind === 'strong' && start < 6);
  return (
    text.length < 80 &&
    bold.some(({ start, end }) => block.text.slice(start, end).includes(text.replace(/^[\W\d]+|\W+$/gu, '')))
  );
}

/** A contents entry whose link target has spaces is no link: `[Rights](#Your rights)` stands in the text as written. */
function isBrokenContents({ text }: Block, headings: ReadonlySet<string>): boolean {
  return /\]\(#/.test(text) && headings.has(canonicalText(text.replace(/^\W*\[|\]\(#.*$/g, '')));
}

function isLinkOnly(block: Block, text: string): boolean {
  const linked = block.links.reduce((sum, link) => sum + link.end - link.start, 0);
  return (
    block.links.length > 0 &&
    linked >= block.text.replace(/[^\p{L}\p{Nd} ]/gu, '').length * 0.8 &&
    text.length <= block.text.length
  );
}

function isInternal(block: Block): boolean {
  return block.links.length > 0 && block.links.every(({ href }) => href.startsWith('#'));
}
