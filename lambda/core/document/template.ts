import { templateEnd } from '../compare/scan-special.ts';

/**
 * A text whose template tags (`{{ }}`, `{% %}`, `<% %>`) are replaced by codes of the same length that no Markdown or HTML
 * parser looks into; template comments and attribute lists are blanked. `restore` puts the tags back into any text cut from it.
 */
export interface Shielded {
  readonly text: string;
  readonly tags: number;
  readonly restore: (text: string) => string;
}

/** The 32 noncharacters U+FDD0..U+FDEF: never in a real text. The last two begin and end a code. */
const firstDigit = 0xfdd0;
const base = 30;
const begin = '\ufdee';
const end = '\ufdef';
const code = /\ufdee[\ufdd0-\ufded]*\ufdef/g;
const comments: readonly (readonly [open: string, close: string])[] = [
  ['{#', '#}'],
  ['<%#', '%>'],
  ['{{!', '}}'],
  ['{/*', '*/}'],
];
const mark = /\{[{%#/:]|<%/g;

/** Replaces template tags; offsets and length of the text stay as they are. Linear. */
export function shield(source: string): Shielded {
  const numbers = new Map<string, number>();
  const ends = new Ends(source);
  const pieces: string[] = [];
  let done = 0;
  let tags = 0;
  mark.lastIndex = 0;
  for (let found = mark.exec(source); found !== null; found = mark.exec(source)) {
    const at = found.index;
    const [to, cover] = covered(source, at, ends, numbers);
    if (to === 0) continue;
    pieces.push(source.slice(done, at), cover);
    if (cover.startsWith(begin)) tags++;
    done = to;
    mark.lastIndex = to;
  }
  const originals = new Map([...numbers].map(([tag, number]) => [codeOf(number, tag.length), tag]));
  return {
    text: pieces.join('') + source.slice(done),
    tags,
    restore:
      tags === 0 ? (text) => text : (text) => text.replace(code, (found) => originals.get(found) ?? found),
  };
}

/** Where things end in one text. A closing mark is looked for once and remembered: hostile input stays linear. */
class Ends {
  private readonly next = new Map<string, number>();

  constructor(private readonly source: string) {}

  /** One past the template comment or attribute list that begins at `at`, 0 if none does. */
  ofComment(at: number): number {
    const pair = comments.find(([open]) => this.source.startsWith(open, at));
    if (pair === undefined) return 0;
    const [open, close] = pair;
    const from = at + open.length;
    let found = this.next.get(close) ?? -1;
    if (found >= 0 && found < from) found = this.source.indexOf(close, from);
    else if (!this.next.has(close)) found = this.source.indexOf(close, from);
    this.next.set(close, found);
    return found < 0 || found - at > longestComment ? 0 : found + close.length;
  }
}

/** Where the tag or comment at an offset ends (0 = there is none) and what stands for it. */
function covered(
  source: string,
  at: number,
  ends: Ends,
  numbers: Map<string, number>,
): readonly [to: number, cover: string] {
  attributes.lastIndex = at;
  const list = attributes.exec(source);
  if (list !== null) return [at + list[0].length, blank(list[0])];
  const sentence = toTranslate(source, at);
  if (sentence !== '') return [at + sentence.length, sentence];
  const comment = ends.ofComment(at);
  if (comment > 0) return [comment, blank(source.slice(at, comment))];
  const to = templateEnd(source, at);
  if (to === 0) return [0, ''];
  const tag = source.slice(at, to);
  const number = numbers.get(tag) ?? numbers.size;
  const cover = codeOf(number, tag.length);
  if (cover.length !== tag.length) return [0, ''];
  numbers.set(tag, number);
  return [to, cover];
}

/** A sentence that stands in the tag which has it translated: `{% trans "We keep it." %}`, `{{ _('We keep it.') }}`. */
const forTranslation =
  /(\{%-?\s{0,9}trans(?:late)?\s{1,9}|\{\{-?\s{0,9}(?:gettext|_)\(\s{0,9})(["'])((?:(?!\2)[^\n\\]){1,2000})(\2[^"'{}\n]{0,200}[%}]\})/y;

/** The tag at an offset with nothing left of it but its sentence, at its place; empty when it holds none. */
function toTranslate(source: string, at: number): string {
  forTranslation.lastIndex = at;
  const [, before = '', mark = '', sentence = '', after = ''] = forTranslation.exec(source) ?? [];
  return blank(before + mark) + sentence + blank(after);
}

const longestComment = 20_000;
/** Heading ids and attribute lists as generators write them at the end of a line: `{#id}`, `{: .class #id }`. */
const attributes = /\{(?:#[\w-]+|:[^{}\n]{0,200})\}(?=[ \t]*(?:\n|$))/y;

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** A code of at least `length` characters that names a number. */
function codeOf(number: number, length: number): string {
  let digits = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / base)) {
    digits = String.fromCharCode(firstDigit + (rest % base)) + digits;
  }
  return begin + digits.padStart(length - 2, String.fromCharCode(firstDigit)) + end;
}
