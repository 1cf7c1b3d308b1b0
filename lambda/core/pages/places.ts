import type { Finding, Quote } from '../classify/model.ts';
import { changeId } from '../redline/html.ts';
import type { RedlineChange, RedlineSection, SourceSpan } from '../redline/model.ts';

/**
 * Finds the change in a redline that a finding speaks about: the one whose source overlaps its quotation most. Findings
 * are about the published source and the redline about the posted text, so places may differ by the length of a date.
 */
export function placesOf(sections: readonly RedlineSection[]): (finding: Finding) => string | null {
  const changes = sections
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => (entry.kind === 'unchanged' || entry.kind === 'departed' ? [] : [entry]));
  return ({ old, new: fresh }) => {
    const found =
      widest(changes, fresh, ({ newRanges }) => newRanges) ??
      widest(changes, old, ({ oldRanges }) => oldRanges);
    return found === null ? null : changeId(found.number);
  };
}

function widest(
  changes: readonly RedlineChange[],
  quote: Quote | null,
  rangesOf: (change: RedlineChange) => readonly SourceSpan[],
): RedlineChange | null {
  let best: RedlineChange | null = null;
  let most = 0;
  for (const change of quote === null ? [] : changes) {
    const shared = rangesOf(change).reduce((sum, range) => sum + overlap(range, quote), 0);
    if (shared > most) [best, most] = [change, shared];
  }
  return best;
}

function overlap(range: SourceSpan, quote: Quote | null): number {
  if (quote === null) return 0;
  return Math.max(0, Math.min(range.end, quote.end) - Math.max(range.start, quote.start));
}
