import { lex } from './lex.ts';
import type { Span } from './model.ts';

/** An island of equal text with at most this many words, all of them stop-words, is not worth breaking a change for. */
const smallIsland = 2;
const stopWords = new Set(
  (
    'a an and any are as at be by for from has have if in into is it its of on or our such that the their them these they this ' +
    'those to was we were which will with you your der die das den dem des ein eine einer und oder von zu mit für auf im in ist ' +
    'sind wir sie le la les l un une des du de et ou à au aux en nous vous pour par est el los las y o del al para por con que'
  ).split(' '),
);

/**
 * Spans as they are shown: islands of one or two stop-words between two changes are absorbed, deletions come before
 * insertions. Both texts still rebuild. For display only: evidence is taken from the spans as they were.
 */
export function tidySpans(spans: readonly Span[]): readonly Span[] {
  const tidy: Span[] = [];
  let gone = '';
  let come = '';
  const flush = () => {
    if (gone !== '') tidy.push({ op: 'delete', text: gone });
    if (come !== '') tidy.push({ op: 'insert', text: come });
    gone = '';
    come = '';
  };
  spans.forEach((span, at) => {
    if (span.op === 'equal' && !isIsland(spans, at)) {
      flush();
      tidy.push(span);
      return;
    }
    if (span.op !== 'insert') gone += span.text;
    if (span.op !== 'delete') come += span.text;
  });
  flush();
  return tidy;
}

/** Only between replacements: an island beside a pure insertion tells where it was inserted. */
function isIsland(spans: readonly Span[], at: number): boolean {
  if (at === 0 || at === spans.length - 1) return false;
  if (!isReplacement(spans, at - 1, -1) || !isReplacement(spans, at + 1, 1)) return false;
  const tokens = lex(spans[at]?.text ?? '').filter(({ kind }) => kind !== 'space');
  return (
    tokens.length <= smallIsland && tokens.every(({ kind, key }) => kind === 'word' && stopWords.has(key))
  );
}

/** Do a deletion and an insertion stand together here? */
function isReplacement(spans: readonly Span[], at: number, step: 1 | -1): boolean {
  const ops = new Set([spans[at]?.op, spans[at + step]?.op]);
  return ops.has('delete') && ops.has('insert');
}
