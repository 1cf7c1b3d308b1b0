import { compareDocuments } from '../../lambda/core/compare/compare.ts';
import { wordsIn } from '../../lambda/core/compare/counts.ts';
import type { Comparison, Span } from '../../lambda/core/compare/model.ts';
import { tidySpans } from '../../lambda/core/compare/tidy.ts';
import type { Format, PolicyDocument } from '../../lambda/core/document/model.ts';
import { parseDocument } from '../../lambda/core/document/parse.ts';
import { sourceOf } from '../../lambda/core/document/source.ts';

/** What a reader of a comparison has to look at: places that changed, and words marked in them. */
export interface Marked {
  readonly fragments: number;
  readonly words: number;
}

/** Everything the benchmark needs of the core; bundled as it is for deployment, so that what is measured is what runs. */
export const engine = {
  parse: (text: string, format: Format): PolicyDocument => parseDocument(sourceOf(text, format)),
  compare: (old: PolicyDocument, fresh: PolicyDocument): Comparison => compareDocuments(old, fresh),
  marked,
  markedIn,
};

export type Engine = typeof engine;

/** Counts a comparison as it is displayed. */
function marked({ alignments }: Comparison): Marked {
  let fragments = 0;
  let words = 0;
  for (const one of alignments) {
    const spans = spansOf(one);
    fragments += markedIn(spans).fragments;
    words += markedIn(spans).words;
  }
  return { fragments, words };
}

function spansOf(one: Comparison['alignments'][number]): readonly Span[] {
  if ('spans' in one) return tidySpans(one.spans);
  if (one.op === 'added') return [{ op: 'insert', text: one.new.block.text }];
  return one.op === 'removed' ? [{ op: 'delete', text: one.old.block.text }] : [];
}

/** A fragment is a stretch without anything equal in it. */
function markedIn(spans: readonly Span[]): Marked {
  let fragments = 0;
  let words = 0;
  spans.forEach(({ op, text }, at) => {
    if (op === 'equal') return;
    words += wordsIn(text);
    if (at === 0 || spans[at - 1]?.op === 'equal') fragments++;
  });
  return { fragments, words };
}
