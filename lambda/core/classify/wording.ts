import type { Change } from '../rules/model.ts';

const longestQuote = 160;

/** What differs in few words: `30 days -> 90 days`, or the terms that came or went. */
export function shiftOf(change: Change): string {
  const [old, fresh] = [termsText(change.lost), termsText(change.gained)];
  const [from, to] =
    old + fresh === '' ? [cut(change.deleted.join(' ')), cut(change.inserted.join(' '))] : [old, fresh];
  if (from === '' && to === '') return `${quoted(change.before)} -> ${quoted(change.after)}`;
  if (from === '') return `"${to}" is added`;
  if (to === '') return `"${from}" is gone`;
  return `"${from}" -> "${to}"`;
}

function termsText(terms: Change['lost']): string {
  return [...new Set(terms.map(({ term }) => term))].slice(0, 6).join(', ');
}

/** A rule's reason with its places filled in. */
export function filled(template: string, change: Change): string {
  const values: Readonly<Record<string, string>> = {
    section: change.section.at(-1) ?? 'the document',
    lost: termsText(change.lost) || cut(change.deleted.join(' ')) || 'words',
    gained: termsText(change.gained) || cut(change.inserted.join(' ')) || 'words',
    terms: termsText([...change.lost, ...change.gained]),
    shift: shiftOf(change),
    old: cut(change.before),
    new: cut(change.after),
    steps:
      change.steps
        .slice(0, 3)
        .map((step) => `"${cut(step.old)}" -> "${cut(step.new)}"`)
        .join(', ') || change.editorial.join(', '),
    transformations: change.editorial.join(', '),
  };
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** `Retention: "30 days" becomes "90 days".` One sentence; old and new are always shown. */
export function summaryOf(change: Change, title: string): string {
  const place = change.section.at(-1);
  const head = `${place === undefined || place === '' ? '' : `${cut(place)}: `}${title}`;
  switch (change.op) {
    case 'added':
      return `${head}: new is ${quoted(change.after)}.`;
    case 'removed':
      return `${head}: gone is ${quoted(change.before)}.`;
    case 'moved':
      return `${head}: ${quoted(change.after)} now stands here${change.sectionBefore?.at(-1) === undefined ? '' : `, before under "${cut(change.sectionBefore.at(-1) ?? '')}"`}.`;
    case 'reworded':
      return `${head}: ${quoted(change.before)} becomes ${quoted(change.after)}.`;
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
