import type { TermClass } from '../lexicon/model.ts';
import type { Change, Rule } from '../rules/model.ts';

const longestQuote = 160;

const mostTerms = 3;

/** Connectives: named only where the rule is about them. */
const connectives: readonly TermClass[] = ['and', 'or', 'condition', 'actor'];

/** What differs in few words, as they stand in the text: `"30" → "90"`, `"never" is gone`. */
function shiftOf(change: Change, named: Named): string {
  const [old, fresh] = [termsText(named(change.lost)), termsText(named(change.gained))];
  const { deleted, inserted } = change.written;
  return old + fresh === ''
    ? arrow(quotedShort(deleted), quotedShort(inserted), change)
    : arrow(old, fresh, change);
}

type Named = (terms: Change['lost']) => Change['lost'];

/** The terms that a rule's reason is about; all but connectives where it does not say, or where none of its own moved. */
function namedBy({ names }: Pick<Rule, 'names'>, change: Change): Named {
  const own: Named = (terms) => terms.filter((term) => names?.includes(term.class));
  if (own([...change.lost, ...change.gained]).length > 0) return own;
  return (terms) => terms.filter((term) => !connectives.includes(term.class));
}

function arrow(from: string, to: string, change: Change): string {
  if (from === '' && to === '') return `${quoted(change.before)} → ${quoted(change.after)}`;
  if (from === '') return `${to} ${isMany(to) ? 'are' : 'is'} added`;
  if (to === '') return `${from} ${isMany(from) ? 'are' : 'is'} gone`;
  return `${from} → ${to}`;
}

/** Several quoted things stand there. */
function isMany(list: string): boolean {
  return /" and (?:"|\d)/.test(list);
}

function quotedShort(text: string): string {
  return text === '' ? '' : quoted(text);
}

/** At most three terms, as they stand in the text: `"must", "never" and 4 more`. */
function termsText(terms: Change['lost']): string {
  const all = [...new Set(terms.map(({ term, written }) => `"${written ?? term}"`))];
  const shown = all.slice(
    0,
    all.length === mostTerms ? mostTerms : mostTerms - (all.length > mostTerms ? 1 : 0),
  );
  const last = all.length > mostTerms ? `${all.length - shown.length} more` : (shown.pop() ?? '');
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** A rule's reason with its places filled in. */
export function filled(rule: Pick<Rule, 'reason' | 'names'>, change: Change): string {
  const named = namedBy(rule, change);
  const { deleted, inserted } = change.written;
  const values: Readonly<Record<string, string>> = {
    section: change.section.at(-1) ?? 'the document',
    lost: termsText(named(change.lost)) || quotedShort(deleted) || 'words',
    gained: termsText(named(change.gained)) || quotedShort(inserted) || 'words',
    terms: termsText(named([...change.lost, ...change.gained])) || 'words',
    shift: shiftOf(change, named),
    said: cut(change.after || change.before),
    becomes: becoming(change),
    old: cut(change.before),
    new: cut(change.after),
    steps: stepsText(change) || change.editorial.join(', '),
    transformations: change.editorial.join(', '),
  };
  return rule.reason.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function stepsText(change: Change): string {
  const shown = change.steps.slice(0, mostTerms).map(({ written, old, new: fresh }) => {
    const [from, to] = [quotedShort(written?.old ?? old), quotedShort(written?.new ?? fresh)];
    return arrow(from, to, change);
  });
  const more = change.steps.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** `Retention: "30 days" becomes "90 days".` One sentence; old and new are always shown. */
export function summaryOf(change: Change, title: string): string {
  const place = change.section.at(-1);
  return `${place === undefined || place === '' ? '' : `${cut(place)}: `}${title}: ${becoming(change)}.`;
}

/** `"30 days" becomes "90 days"`, without the full stop. */
function becoming(change: Change): string {
  switch (change.op) {
    case 'added':
      return `new is ${quoted(change.after)}`;
    case 'removed':
      return `gone is ${quoted(change.before)}`;
    case 'moved':
      return `${quoted(change.after)} now stands here${change.sectionBefore?.at(-1) === undefined ? '' : `, before under "${cut(change.sectionBefore.at(-1) ?? '')}"`}`;
    case 'reworded':
      return `${quoted(change.before)} becomes ${quoted(change.after)}`;
  }
}

function quoted(text: string): string {
  return text === '' ? 'nothing' : `"${cut(text)}"`;
}

/** At most 160 characters, cut at a word, white space folded. */
export function cut(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  if (folded.length <= longestQuote) return folded;
  return `${folded.slice(0, folded.lastIndexOf(' ', longestQuote) > 60 ? folded.lastIndexOf(' ', longestQuote) : longestQuote)} …`;
}
