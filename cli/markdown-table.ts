type Alignment = 'left' | 'right';

/** A Markdown table with aligned columns, as prettier writes it. The first row is the head. */
export function markdownTable(
  alignments: readonly Alignment[],
  rows: readonly (readonly string[])[],
): string {
  const widths = alignments.map((_, column) => Math.max(3, ...rows.map((row) => width(row[column] ?? ''))));
  const rule = alignments.map((alignment, column) => {
    const dashes = '-'.repeat(widths[column] ?? 3);
    return alignment === 'right' ? `${dashes.slice(1)}:` : dashes;
  });
  const [head = [], ...body] = rows.map((row) =>
    row.map((cell, column) => pad(cell, widths[column] ?? 3, alignments[column] ?? 'left')),
  );
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function pad(cell: string, to: number, alignment: Alignment): string {
  const space = ' '.repeat(to - width(cell));
  return alignment === 'right' ? space + cell : cell + space;
}

function width(cell: string): number {
  return Array.from(cell).length;
}
