import type { Finding } from '../classify/model.ts';
import type { WrittenLanguage } from '../markup/language.ts';
import { displayText, shortened } from '../markup/text.ts';
import { reasonIn } from '../reasons/reason.ts';
import { excerpts } from './excerpt.ts';
import type { NoticeWords } from './words/model.ts';
import { noticeWords } from './words/words.ts';

/** One labelled quotation; `whole` is a sentence of ours about the document as such and has no label. */
export interface Quotation {
  readonly kind: 'before' | 'now' | 'added' | 'removed' | 'moved' | 'whole';
  readonly label: string;
  readonly text: string;
}

/** One change as the notice tells it: where, and the old and new words. */
export interface Bullet {
  readonly place: string;
  /** Does the policy give the place its name? Else the name is ours, and in the language of the notice. */
  readonly isHeading: boolean;
  readonly quotations: readonly Quotation[];
}

/** What a notice lists, and how many changes it leaves to the comparison page. */
export interface Bullets {
  readonly shown: readonly Bullet[];
  readonly more: number;
  readonly moreMinor: number;
}

const most = 7;
const longestQuote = 280;
const longestPlace = 90;

/** The changes customers must know, most severe first; small ones are counted, and shown only when there is nothing else. */
export function bulletsOf(findings: readonly Finding[], language: WrittenLanguage): Bullets {
  const weighty = distinct(findings.filter(({ significance }) => significance !== 'minor'));
  const minor = distinct(findings.filter(isSmall));
  const listed = weighty.length === 0 ? minor : weighty;
  const shown = listed.slice(0, most).map((finding) => bullet(finding, language));
  const rest = listed.length - shown.length;
  return weighty.length === 0
    ? { shown, more: 0, moreMinor: rest }
    : { shown, more: rest, moreMinor: minor.length };
}

/** A small change of some words; what is said about the version as such is no change to count. */
function isSmall(finding: Finding): boolean {
  return finding.significance === 'minor' && !isAboutWhole(finding);
}

function isAboutWhole({ old, new: fresh }: Finding): boolean {
  return old === null && fresh === null;
}

/** Several rules may speak about the same words; a reader needs them once. Of the whole, each says another thing. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const { old, new: fresh, section, rule } = finding;
    const key = JSON.stringify(isAboutWhole(finding) ? rule : [old?.text, fresh?.text, section]);
    return !seen.has(key) && seen.add(key);
  });
}

function bullet(finding: Finding, language: WrittenLanguage): Bullet {
  const words = noticeWords(language);
  if (isAboutWhole(finding)) {
    // Not shortened: a reason is one sentence, and to fold its spaces would take away those that forbid a break.
    const text = displayText(reasonIn(finding, language).text);
    return { place: words.whole, isHeading: false, quotations: [{ kind: 'whole', label: '', text }] };
  }
  const heading = shortened(finding.section.at(-1) ?? '', longestPlace);
  const quotations = quotationsOf(finding, words);
  return { place: heading || words.start, isHeading: heading !== '', quotations };
}

function quotationsOf({ old, new: fresh }: Finding, words: NoticeWords): readonly Quotation[] {
  if (old !== null && fresh !== null && old.text === fresh.text) {
    return [{ kind: 'moved', label: words.moved, text: shortened(fresh.text, longestQuote) }];
  }
  if (old !== null && fresh !== null) {
    const [before, now] = excerpts(old.text, fresh.text, longestQuote);
    return [
      { kind: 'before', label: words.before, text: before },
      { kind: 'now', label: words.now, text: now },
    ];
  }
  if (fresh !== null)
    return [{ kind: 'added', label: words.added, text: shortened(fresh.text, longestQuote) }];
  return old === null
    ? []
    : [{ kind: 'removed', label: words.removed, text: shortened(old.text, longestQuote) }];
}
