import type { Finding } from '../classify/model.ts';
import { shortened } from '../markup/text.ts';
import { excerpts } from './excerpt.ts';
import type { NoticeWords } from './words/words.ts';

/** One labelled quotation; `whole` is a sentence about the document as such and has no label. */
export interface Quotation {
  readonly kind: 'before' | 'now' | 'added' | 'removed' | 'moved' | 'whole';
  readonly label: string;
  readonly text: string;
}

/** One change as the notice tells it: where, and the old and new words. */
export interface Bullet {
  readonly place: string;
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
export function bulletsOf(findings: readonly Finding[], words: NoticeWords): Bullets {
  const weighty = distinct(findings.filter(({ significance }) => significance !== 'minor'));
  const minor = distinct(findings.filter(isSmall));
  const listed = weighty.length === 0 ? minor : weighty;
  const shown = listed.slice(0, most).map((finding) => bullet(finding, words));
  const rest = listed.length - shown.length;
  return weighty.length === 0
    ? { shown, more: 0, moreMinor: rest }
    : { shown, more: rest, moreMinor: minor.length };
}

/** A small change of some words; what is said about the version as such is no change to count. */
function isSmall({ significance, old, new: fresh }: Finding): boolean {
  return significance === 'minor' && (old !== null || fresh !== null);
}

/** Several rules may speak about the same words; a reader needs them once. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = JSON.stringify([finding.old?.text, finding.new?.text, finding.section]);
    return !seen.has(key) && seen.add(key);
  });
}

function bullet(finding: Finding, words: NoticeWords): Bullet {
  const place = shortened(finding.section.at(-1) ?? '', longestPlace);
  return { place: place === '' ? words.start : place, quotations: quotationsOf(finding, words) };
}

function quotationsOf({ old, new: fresh, summary }: Finding, words: NoticeWords): readonly Quotation[] {
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
  if (old !== null)
    return [{ kind: 'removed', label: words.removed, text: shortened(old.text, longestQuote) }];
  return [{ kind: 'whole', label: '', text: shortened(summary, longestQuote) }];
}
