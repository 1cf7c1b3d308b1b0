import { shortened } from '../markup/text.ts';

/** Words of equal text left before the first difference, so that the cut quote can be understood. */
const lead = 8;

/** Old and new words of one change, cut to `limit` characters around what differs. */
export function excerpts(before: string, after: string, limit: number): readonly [string, string] {
  const old = words(before);
  const fresh = words(after);
  const same = sharedStart(old, fresh);
  const longest = Math.max(length(old), length(fresh));
  const skip = longest <= limit ? 0 : Math.max(0, same - lead);
  return [cut(old, skip, limit), cut(fresh, skip, limit)];
}

function words(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

function length(all: readonly string[]): number {
  return all.reduce((sum, word) => sum + word.length + 1, 0);
}

function sharedStart(a: readonly string[], b: readonly string[]): number {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  return same;
}

function cut(all: readonly string[], skip: number, limit: number): string {
  const rest = shortened(all.slice(skip).join(' '), limit - 2);
  return skip === 0 || rest === '' ? rest : `… ${rest}`;
}
