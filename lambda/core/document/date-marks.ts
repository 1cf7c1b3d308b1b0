import { datesOnLines } from '../effective-date/date-lines.ts';
import { headingOf } from './elements.ts';
import type { Block } from './model.ts';

/**
 * The blocks with the places of their metadata dates ("Effective Date: January 3rd, 2017"), found by the rules that find
 * the date posting keeps up. The blocks are read as the rows of one page, so that a label may stand in the block above.
 */
export function withDates(blocks: readonly Block[]): readonly Block[] {
  const rows = blocks.map(rowOf);
  const page = rows.join('\n');
  const found = datesOnLines({ source: page, visible: page }, false, null);
  if (found.length === 0) return blocks;
  let start = 0;
  let next = 0;
  return blocks.map((block, at) => {
    const row = rows[at] ?? '';
    const shift = start + row.length - block.text.length;
    start += row.length + 1;
    const dates: { start: number; end: number }[] = [];
    for (let date = found[next]?.readings[0]; date !== undefined && date.start < start;) {
      dates.push({ start: date.start - shift, end: date.end - shift });
      date = found[++next]?.readings[0];
    }
    return dates.length === 0 ? block : { ...block, dates };
  });
}

/** As a page shows it to the rules: headings and items, of which a version history is made, begin with their mark. */
function rowOf({ kind, text }: Block): string {
  if (headingOf(kind) !== null) return `# ${text}`;
  return kind === 'li' || kind === 'tr' ? `- ${text}` : text;
}
