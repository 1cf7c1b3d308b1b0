import type { PolicyDocument } from '../document/model.ts';
import type { Change } from '../rules/model.ts';

const defined =
  /["“”„'‘’«»*_]{1,3}\s*([^"“”„«»*_]{2,60}?)\s*["“”'‘’«»*_]{1,3}\s*(?:\([^)]*\)\s*)?(?:means|shall mean|refers? to|is defined as|are defined as|bedeutet|bezeichnet|désigne|significa)/iu;
const plain = /^\W*((?:\p{Lu}[\p{L}-]*\s?){1,4}?)\s+(?:means|shall mean)\b/u;

/** The term that a definition sentence defines; null for any other sentence. */
export function definedTerm(text: string): string | null {
  return (defined.exec(text)?.[1] ?? plain.exec(text)?.[1])?.trim() ?? null;
}

/** Headings of the sections (the block's own text where there is none) whose clauses use the term that changed here. */
export function affectedSections(change: Change, document: PolicyDocument): string[] {
  const term = definedTerm(change.after) ?? definedTerm(change.before);
  if (term === null) return [];
  const uses = new RegExp(
    `(?<![\\p{L}\\p{Nd}])${term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}s?(?![\\p{L}\\p{Nd}])`,
    'u',
  );
  const users = document.blocks.filter(({ text }) => uses.test(text) && !text.includes(change.after));
  return [...new Set(users.map(({ path, text }) => path.join(' › ') || text.slice(0, 80)))];
}
