/**
 * A tag, comment or unseen element: what stands for it where a reader looks: `\n` where a
 * block ends, `|` for a cell, `-` for a list item, `#` for a heading.
 */
export interface MarkupSpan {
  readonly start: number;
  readonly end: number;
  readonly shownAs: string;
}

const tagName = /<(\/?)([a-z][a-z0-9-]*)/iy;
const unseen = new Set(['script', 'style', 'title', 'textarea', 'template']);
const blocks = new Set(
  (
    'address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 head header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);

/** Every markup span of an HTML text (or of HTML inside Markdown), in order. What is never closed is no markup. */
export function* markupSpans(text: string): Generator<MarkupSpan> {
  const next = nextOf(text);
  let at = text.indexOf('<');
  while (at !== -1) {
    const span = spanAt(text, at, next);
    if (span !== null) yield span;
    at = text.indexOf('<', span === null ? at + 1 : span.end);
  }
}

type Next = (needle: string, from: number) => number;

function spanAt(text: string, start: number, next: Next): MarkupSpan | null {
  if (text.startsWith('<!--', start)) {
    const close = next('-->', start + 4);
    return close === -1 ? null : { start, end: close + 3, shownAs: '' };
  }
  tagName.lastIndex = start;
  const found = tagName.exec(text);
  const close = next('>', start);
  const reopened = next('<', start + 1);
  if (found === null || close === -1 || (reopened !== -1 && reopened < close)) return null;
  const name = found[2]?.toLowerCase() ?? '';
  const opens = found[1] === '';
  const end = opens && unseen.has(name) ? endOfUnseen(text, name, close + 1, next) : close + 1;
  return { start, end, shownAs: shownAs(name, opens) };
}

function shownAs(name: string, opens: boolean): string {
  if (name === 'td' || name === 'th') return opens ? '|' : ' ';
  if (name === 'li') return opens ? '\n- ' : '\n';
  if (/^h[1-6]$/.test(name)) return opens ? '\n# ' : '\n';
  return blocks.has(name) ? '\n' : ' ';
}

function endOfUnseen(text: string, name: string, from: number, next: Next): number {
  const close = next(`</${name}`, from);
  const end = close === -1 ? -1 : text.indexOf('>', close);
  return end === -1 ? from : end + 1;
}

/** `indexOf` that remembers its last answer for each needle, so that a text of openers alone stays linear. */
function nextOf(text: string): Next {
  const known = new Map<string, number>();
  return (needle, from) => {
    const last = known.get(needle);
    if (last !== undefined && (last === -1 || last >= from)) return last;
    const found = text.indexOf(needle, from);
    known.set(needle, found);
    return found;
  };
}
