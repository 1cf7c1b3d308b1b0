import type { MarkdownIt } from 'markdown-it';

const definition = /^\[\^[^\]\s]{1,60}\]:[ \t]*/;

/** Teaches markdown-it footnote definitions, `[^1]: text`, which it would read as link targets or plain paragraphs. */
export function footnotes(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'reference',
    'footnote',
    (state, startLine, endLine, silent) => {
      const opening = definition.exec(lineOf(startLine));
      if (opening === null) return false;
      if (silent) return true;
      let nextLine = startLine + 1;
      while (nextLine < endLine && isContinued(lineOf(nextLine))) nextLine++;
      const content = state
        .getLines(startLine, nextLine, state.blkIndent, false)
        .trim()
        .slice(opening[0].length);
      state.line = nextLine;
      const open = state.push('footnote_open', 'div', 1);
      open.attrSet('role', 'doc-footnote');
      state.push('paragraph_open', 'p', 1).map = [startLine, nextLine];
      const inline = state.push('inline', '', 0);
      inline.content = content;
      inline.map = [startLine, nextLine];
      inline.children = [];
      state.push('paragraph_close', 'p', -1);
      state.push('footnote_close', 'div', -1);
      return true;

      function lineOf(line: number): string {
        return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
      }
    },
    { alt: ['paragraph', 'reference'] },
  );
}

function isContinued(line: string): boolean {
  return line.trim() !== '' && !definition.test(line);
}
