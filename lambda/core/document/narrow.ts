import type { Block } from './model.ts';

/** Words are looked for by this much of them, in ranges no longer than this: hostile input stays linear. */
const mostOfWord = 60;
const longestRange = 40_000;

/** A block whose source range is whole lines, narrowed to where its first and last word stand in them. */
export function narrowed(block: Block, source: string): Block {
  const { start, end } = block.source;
  if (end - start > longestRange) return block;
  const { text } = block;
  const lines = source.slice(start, end);
  const first = /\S+/.exec(text.slice(0, mostOfWord))?.[0] ?? '';
  const last = text.slice(Math.max(text.lastIndexOf(' ') + 1, text.length - mostOfWord));
  const from = lines.indexOf(first);
  const to = lines.lastIndexOf(last);
  const lead = from < 0 ? lines.length - lines.trimStart().length : from;
  const stop = to < lead ? lines.trimEnd().length : to + last.length;
  return { ...block, source: { start: start + lead, end: start + Math.max(lead, stop) } };
}
