/** A sentence with its place in the text it was cut from; end exclusive, trailing white space included. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

let segmenter: Intl.Segmenter | undefined;
/** Made when first used: to find its rules takes ten milliseconds, and a version without a changed block needs none. */
function segmented(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  return segmenter.segment(text);
}

/** Beyond this the segmenter is fed in pieces: it is quadratic on Node 20. */
const piece = 8_000;
const abbreviation =
  /(?:^|[\s("'\u201c\u2018])(?:e\.g|i\.e|cf|etc|viz|vs|no|nos|art|arts|sec|secs|para|paras|cl|ch|pt|p|pp|ed|al|st|mr|mrs|ms|dr|prof|hon|sr|jr|inc|ltd|llc|corp|co|bros|dept|est|approx|incl|excl|max|min|tel|fig|vol|reg|regs|u\.s|u\.k|u\.s\.c|e\.u|d\.c|a\.m|p\.m|abs|bzw|z\.b|d\.h|u\.a|usw|ggf|nr|str|ziff|vgl|inkl|bspw|env|av|bd|n|sra|srta|[a-z]|\d{1,3}|[ivxlc]{1,5})\.\s*$/i;
const continues = /^[\s"'\u201d\u2019)\]]*[\p{Ll},;]/u;

/**
 * Cuts one block into sentences, the same way on both sides of a comparison: `Intl.Segmenter`, with cuts taken back after
 * abbreviations, numbering and before a lower-case word. Joining the texts gives the block back. Call it per block, never per document.
 */
export function sentences(text: string): Sentence[] {
  const cuts = cutsOf(text);
  const found: Sentence[] = [];
  let start = 0;
  for (const cut of cuts) {
    if (cut < text.length && isSuppressed(text, start, cut)) continue;
    found.push({ text: text.slice(start, cut), start, end: cut });
    start = cut;
  }
  return found;
}

function cutsOf(text: string): number[] {
  const cuts: number[] = [];
  for (let from = 0; from < text.length;) {
    const to = pieceEnd(text, from);
    for (const { index } of segmented(text.slice(from, to))) if (index > 0) cuts.push(from + index);
    cuts.push(to);
    from = to;
  }
  return cuts;
}

/** A piece ends after a full stop where there is one, else at a space, so that no word is cut. */
function pieceEnd(text: string, from: number): number {
  if (text.length - from <= piece) return text.length;
  const stop = text.lastIndexOf('. ', from + piece);
  if (stop > from) return stop + 2;
  const space = text.lastIndexOf(' ', from + piece);
  return space > from ? space + 1 : from + piece;
}

function isSuppressed(text: string, start: number, cut: number): boolean {
  const before = text.slice(Math.max(start, cut - 24), cut);
  return abbreviation.test(before) || continues.test(text.slice(cut, cut + 12));
}
