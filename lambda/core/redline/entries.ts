import type { Alignment } from '../compare/model.ts';
import { tidySpans } from '../compare/tidy.ts';
import { asidesOf } from './asides.ts';
import type { Happening, RedlineEntry } from './model.ts';
import { isChange, sidesOf } from './sides.ts';
import type { Movements } from './whereabouts.ts';

/** What a reader is shown of one alignment. */
export function entryOf(alignment: Alignment, number: number, movements: Movements): RedlineEntry {
  const { olds, news } = sidesOf(alignment);
  if (!isChange(alignment)) return { kind: 'unchanged', blocks: news };
  return {
    ...happeningOf(alignment, movements),
    number,
    asides: olds.length > 0 && news.length > 0 ? asidesOf(olds, news) : [],
    oldRanges: olds.map(({ source }) => source),
    newRanges: news.map(({ source }) => source),
  };
}

function happeningOf(alignment: Alignment, movements: Movements): Happening {
  if (alignment.op === 'added') return { kind: 'added', blocks: [alignment.new.block] };
  if (alignment.op === 'removed') return { kind: 'removed', blocks: [alignment.old.block] };
  if (alignment.op === 'kept') return { kind: 'asides', block: alignment.new.block };
  if (alignment.op === 'moved') {
    return { kind: 'moved', blocks: [alignment.new.block], movedFrom: movements.from(alignment) };
  }
  const spans = tidySpans(alignment.spans);
  if (alignment.op === 'split') return { kind: 'split', block: alignment.old.block, spans, movedFrom: null };
  const { block } = alignment.new;
  if (alignment.op === 'merged') return { kind: 'merged', block, spans, movedFrom: null };
  return { kind: alignment.op, block, spans, movedFrom: alignment.moved ? movements.from(alignment) : null };
}
