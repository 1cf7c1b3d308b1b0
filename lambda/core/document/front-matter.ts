import type { SourceRange } from './model.ts';

/** The fields of YAML or TOML front matter that concern us; `end` is where the body begins, 0 without front matter. */
export interface FrontMatter {
  readonly end: number;
  readonly title: { readonly text: string; readonly range: SourceRange } | null;
  readonly language: string;
}

const none: FrontMatter = { end: 0, title: null, language: '' };
const fence = /^(---|\+\+\+)[ \t]*\n/;

/** Reads front matter at the very start of a text; a fence that is never closed is no front matter. */
export function frontMatterOf(text: string): FrontMatter {
  const open = fence.exec(text);
  if (open === null) return none;
  const close = closing(text, open[1] ?? '', open[0].length);
  if (close === null) return none;
  const inside = text.slice(0, close.start);
  return {
    end: close.end,
    title: fieldOf(inside, 'title'),
    language: fieldOf(inside, 'lang(?:uage)?|locale')?.text ?? '',
  };
}

function closing(text: string, mark: string, from: number): SourceRange | null {
  for (let start = from; start < text.length && start >= from;) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    if (text.slice(start, end).trimEnd() === mark) return { start, end: stop < 0 ? end : end + 1 };
    if (stop < 0) return null;
    start = stop + 1;
  }
  return null;
}

function fieldOf(inside: string, names: string): { text: string; range: SourceRange } | null {
  const found = new RegExp(`^(?:${names})[ \\t]*[:=][ \\t]*(.*)$`, 'im').exec(inside);
  const written = found?.[1]?.trim() ?? '';
  const text = written.replace(/^(["'])(.*)\1$/, '$2').trim();
  if (found === null || text === '') return null;
  const start = found.index + found[0].indexOf(written);
  return { text, range: { start, end: start + written.length } };
}
