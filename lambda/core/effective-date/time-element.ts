import { readDates } from './read.ts';
import type { Reading } from './reading.ts';
import { noHints } from './view.ts';

const opening =
  /<time\b[^<>]{0,200}?\bdatetime\s*=\s*["']?([^"'<>\s]{8,40})[^<>]{0,200}>(?:\s|<[^<>/]{1,100}>)*$/i;
const reach = 600;

/** The date in the `datetime` attribute of the `<time>` element whose words begin at an offset; null when none. */
export function timeAround(source: string, at: number): Reading | null {
  const from = Math.max(0, at - reach);
  const before = source.slice(from, at);
  if (!/<time/i.test(before)) return null;
  const found = opening.exec(before);
  const value = found?.[1];
  if (found === null || value === undefined) return null;
  const start = from + found.index + found[0].indexOf(value, found[0].search(/datetime/i));
  return readDates({ source, visible: source }, start, noHints)[0] ?? null;
}
