/** MDX: imports and exports at the top of a Markdown file, before any text. */
const statement =
  /^(?:import\s[^\n]*['"][^'"\n]+['"];?|export\s+(?:const|default|function|let)\s[^\n]*)[ \t]*$/;

/** A Markdown text with its leading import and export lines blanked; offsets stay. */
export function withoutImports(text: string): string {
  let at = 0;
  let done = '';
  while (at < text.length) {
    const stop = text.indexOf('\n', at);
    const end = stop < 0 ? text.length : stop + 1;
    const line = text.slice(at, end);
    if (line.trim() !== '' && !statement.test(line.trimEnd())) break;
    done += line.replace(/[^\n]/g, ' ');
    at = end;
  }
  return done + text.slice(at);
}
