import { datesOnLines } from './date-lines.ts';
import { connectors } from './labels.ts';

/**
 * Is a text nothing but a metadata date with its label ("Gültig ab: 1. Mai 2024"), in any language and style that posting
 * keeps up? Not one word may be left over, so that whatever else changes there is seen.
 */
export function isDateRow(text: string): boolean {
  const found = datesOnLines({ source: text, visible: text }, false, null);
  if (found.length === 0) return false;
  let rest = text;
  for (const { label, readings } of found) {
    const { start = 0, end = 0 } = readings[0] ?? {};
    rest = blanked(rest, start, end);
    const at = rest.slice(0, start).lastIndexOf(label);
    if (at < 0) return false;
    rest = blanked(rest, at, at + label.length);
  }
  const left = rest.match(/[\p{L}\p{N}.]*[\p{L}\p{N}]/gu) ?? [];
  return left.every((word) => connectorWords.has(word.toLowerCase()));
}

const connectorWords: ReadonlySet<string> = new Set(connectors);

function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}
