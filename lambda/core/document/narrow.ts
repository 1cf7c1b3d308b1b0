import type { Block } from './model.ts';

/** A block whose source range is whole lines, narrowed to where its first and last word stand in them. */
export function narrowed(block: Block, source: string): Block {
  const { start, end } = block.source;
  const lines = source.slice(start, end);
  const first = /\S+/.exec(block.text)?.[0] ?? '';
  const last = block.text.slice(block.text.lastIndexOf(' ') + 1);
  const from = lines.indexOf(first);
  const to = lines.lastIndexOf(last);
  const lead = from < 0 ? lines.length - lines.trimStart().length : from;
  const stop = to < lead ? lines.trimEnd().length : to + last.length;
  return { ...block, source: { start: start + lead, end: start + Math.max(lead, stop) } };
}
