import { stripVTControlCharacters } from 'node:util';

const widest = 110;

/** Breaks a line at spaces to the terminal's width (at most 110 columns), further lines indented by `indent`. */
export function wrap(line: string, indent: number): string {
  const width = Math.min(process.stdout.columns ?? widest, widest);
  const lead = /^ */.exec(line)?.[0] ?? '';
  const lines = [lead];
  for (const word of line.trim().split(' ')) {
    const current = lines.at(-1) ?? '';
    const glued = current.trim() === '' ? current + word : `${current} ${word}`;
    if (columns(glued) <= width || current.trim() === '') lines[lines.length - 1] = glued;
    else lines.push(' '.repeat(indent) + word);
  }
  return lines.join('\n');
}

function columns(text: string): number {
  return stripVTControlCharacters(text).length;
}
