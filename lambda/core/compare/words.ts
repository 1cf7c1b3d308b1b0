import { commonRuns } from './lcs.ts';
import type { Span } from './model.ts';
import type { Coded } from './vocabulary.ts';
import { Vocabulary } from './vocabulary.ts';

/** What became of one text in another, word by word; `degraded` when a cap made a stretch count as rewritten. */
export interface WordSpans {
  readonly spans: readonly Span[];
  readonly degraded: boolean;
}

/**
 * Compares two texts word by word. Tokens are aligned by canonical form without case, but only what is the same characters
 * comes out `equal`, so both texts rebuild exactly and a changed quotation mark is an edit a rule can name.
 */
export function wordSpans(oldText: string, newText: string): WordSpans {
  const vocabulary = new Vocabulary();
  return codedSpans(vocabulary.code(oldText), vocabulary.code(newText));
}

/** As `wordSpans`, of texts already coded by one vocabulary. */
export function codedSpans(old: Coded, fresh: Coded): WordSpans {
  const { runs, degraded } = commonRuns(old.keys, fresh.keys);
  const spans = new SpanWriter(old, fresh);
  for (const run of runs) {
    for (let step = 0; step < run.length; step++) {
      if (old.raw[run.old + step] === fresh.raw[run.new + step]) spans.keep(run.old + step, run.new + step);
    }
  }
  return { spans: spans.finish(), degraded };
}

/** Writes the spans between kept tokens. White space before a change goes with what is equal when both sides have it. */
class SpanWriter {
  private readonly spans: { op: Span['op']; text: string }[] = [];
  private oldAt = 0;
  private newAt = 0;
  private equalFrom = 0;

  constructor(
    private readonly old: Coded,
    private readonly fresh: Coded,
  ) {}

  /** The token at these positions is equal; everything since the last one is not, but for white space. */
  keep(oldToken: number, newToken: number): void {
    const oldStart = this.old.starts[oldToken] ?? 0;
    const newStart = this.fresh.starts[newToken] ?? 0;
    const oldEnd = this.old.ends[oldToken] ?? oldStart;
    const newEnd = this.fresh.ends[newToken] ?? newStart;
    if (!this.sameGap(oldStart, newStart)) {
      this.close();
      this.change(oldStart, newStart);
    }
    this.oldAt = oldEnd;
    this.newAt = newEnd;
  }

  /** The spans, in order, none empty, no two of one kind in a row. */
  finish(): readonly Span[] {
    this.close();
    this.change(this.old.text.length, this.fresh.text.length);
    this.close();
    return this.spans;
  }

  private sameGap(oldStart: number, newStart: number): boolean {
    const length = oldStart - this.oldAt;
    if (length !== newStart - this.newAt) return false;
    if (length === 0) return true;
    return this.old.text.slice(this.oldAt, oldStart) === this.fresh.text.slice(this.newAt, newStart);
  }

  /** Writes what was equal so far. */
  private close(): void {
    this.push('equal', this.old.text.slice(this.equalFrom, this.oldAt));
    this.equalFrom = this.oldAt;
  }

  private change(oldEnd: number, newEnd: number): void {
    const gone = this.old.text.slice(this.oldAt, oldEnd);
    const come = this.fresh.text.slice(this.newAt, newEnd);
    const lead = gone.startsWith(' ') && come.startsWith(' ') ? 1 : 0;
    const rest = Math.min(gone.length, come.length) - lead;
    const trail = rest > 0 && gone.endsWith(' ') && come.endsWith(' ') ? 1 : 0;
    this.push('equal', gone.slice(0, lead));
    this.push('delete', gone.slice(lead, gone.length - trail));
    this.push('insert', come.slice(lead, come.length - trail));
    this.equalFrom = oldEnd - trail;
    this.oldAt = oldEnd;
    this.newAt = newEnd;
  }

  private push(op: Span['op'], text: string): void {
    if (text === '') return;
    const last = this.spans.at(-1);
    if (last?.op === op) last.text += text;
    else this.spans.push({ op, text });
  }
}
