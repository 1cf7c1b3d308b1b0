import { canonical } from './canon.ts';

const label =
  /^(?:(?:section|article|clause|part|chapter|paragraph|annex|appendix|schedule|exhibit|abschnitt|artikel|kapitel|sección|artículo|chapitre|§{1,2})\s*)?(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxlc]{1,6})[.):]|\((?:\d{1,3}|[a-z]|[ivxlc]{1,6})\)|\d{1,3}(?:\.\d{1,3})+|§{1,2}\s*\d{1,3}[a-z]?)(?:\s*[-:.)])?\s+/i;

/** The numbering a block begins with (`4.2`, `(a)`, `Section 3:`), with its trailing white space; empty if none. */
export function numberingOf(text: string): string {
  return label.exec(text.slice(0, 60))?.[0] ?? '';
}

/** The words of a block without its numbering, in lower case, without typography and white space folded. */
export function looseForm(text: string): string {
  const bare = text.slice(numberingOf(text).length);
  return canonical(bare === '' ? text : bare).toLowerCase();
}
