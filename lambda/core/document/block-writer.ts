import { BlockLayout } from './block-layout.ts';
import { headingOf } from './elements.ts';
import type { Block, BlockKind, Landmark, Link, Mark, SourceRange } from './model.ts';

/** What the next block will be. */
export interface Place {
  readonly kind: BlockKind;
  readonly depth: number;
}

/** The longest policy we know, of 176 KB, has 1,331; what comes after stands in one last block. */
export const mostBlocks = 20_000;
const folded = /[ \t\n\r\f]+/g;
const unfolded = /[\t\n\r\f]| {2}/;

/** Collects inline text into blocks: folds white space, keeps marks, links and the headings above. */
export class BlockWriter {
  private readonly blocks: Block[] = [];
  readonly layout = new BlockLayout();
  place: Place = { kind: 'p', depth: 0 };
  /** The part of the page the next block stands in. */
  landmark: Landmark | null = null;
  private text = '';
  private spaceDue = false;
  private source: SourceRange | null = null;
  private links: Omit<Link, 'text'>[] = [];
  private marks: Mark[] = [];
  private readonly openMarks = new Map<Mark['kind'], { count: number; start: number }>();
  private openLink: { readonly href: string; start: number } | null = null;
  private path: readonly string[] = [];
  private levels: readonly number[] = [];

  /** Adds text as decoded; `start`..`end` is where it stands in the source. */
  write(raw: string, start: number, end: number): void {
    const text = unfolded.test(raw) ? raw.replace(folded, ' ') : raw;
    const lead = text.startsWith(' ');
    const trail = text.endsWith(' ');
    const core = text.slice(lead ? 1 : 0, trail && text.length > 1 ? -1 : undefined);
    if (lead) this.spaceDue = true;
    if (core === '') return;
    if (this.spaceDue && this.text !== '') this.addSpace();
    this.text += core;
    this.spaceDue = trail;
    this.source = { start: this.source?.start ?? start, end: Math.max(end, this.source?.end ?? end) };
  }

  /** What was opened just before the space begins after it. Offsets are kept, never read back: the text grows long. */
  private addSpace(): void {
    const at = this.text.length;
    for (const open of this.openMarks.values()) if (open.start === at) open.start++;
    if (this.openLink?.start === at) this.openLink.start++;
    this.layout.spaceAt(at);
    this.text += ' ';
  }

  /** A break in the line: white space. */
  space(): void {
    this.spaceDue = true;
  }

  get isEmpty(): boolean {
    return this.text === '';
  }

  /** A cell of the row begins here. */
  cell(heading: boolean): void {
    this.layout.cell(this.text.length, heading);
  }

  mark(kind: Mark['kind']): void {
    const open = this.openMarks.get(kind);
    if (open === undefined) this.openMarks.set(kind, { count: 1, start: this.text.length });
    else open.count++;
  }

  unmark(kind: Mark['kind']): void {
    const open = this.openMarks.get(kind);
    if (open === undefined || --open.count > 0) return;
    this.endMark(kind, open.start);
    this.openMarks.delete(kind);
  }

  link(href: string): void {
    this.unlink();
    this.openLink = { href, start: this.text.length };
  }

  unlink(): void {
    if (this.openLink !== null) this.endLink(this.openLink);
    this.openLink = null;
  }

  private get isFull(): boolean {
    return this.blocks.length >= mostBlocks;
  }

  /** Ends the block, if it holds anything a reader sees; what is marked or linked goes on in the next. */
  flush(): void {
    if (this.isFull) this.space();
    else this.end();
  }

  /** All blocks, when nothing more comes. */
  finish(): readonly Block[] {
    if (this.isFull) this.place = { kind: 'p', depth: 0 };
    if (this.isFull) this.layout.drop();
    this.end();
    return this.blocks;
  }

  private end(): void {
    for (const [kind, open] of this.openMarks) this.endMark(kind, open.start);
    if (this.openLink !== null) this.endLink(this.openLink);
    if (/[^\s|]/.test(this.text)) this.add();
    else this.layout.drop();
    this.text = '';
    this.spaceDue = false;
    this.source = null;
    this.links = [];
    this.marks = [];
    for (const open of this.openMarks.values()) open.start = 0;
    if (this.openLink !== null) this.openLink.start = 0;
  }

  private add(): void {
    const { kind, depth } = this.place;
    const level = headingOf(kind) === null ? 0 : Number(kind.slice(1));
    if (level > 0) this.leaveSections(level);
    const { text, marks } = this;
    const links = this.links.map((link) => ({ ...link, text: text.slice(link.start, link.end) }));
    this.blocks.push({
      kind,
      text,
      path: this.path,
      links,
      marks,
      depth,
      source: this.source ?? { start: 0, end: 0 },
      ...this.layout.take(kind === 'li', text),
      ...(this.landmark !== null && { landmark: this.landmark }),
    });
    if (level === 0) return;
    this.path = [...this.path, text];
    this.levels = [...this.levels, level];
  }

  private leaveSections(level: number): void {
    const above = this.levels.findLastIndex((one) => one < level) + 1;
    this.path = this.path.slice(0, above);
    this.levels = this.levels.slice(0, above);
  }

  private endMark(kind: Mark['kind'], start: number): void {
    if (start < this.text.length) this.marks.push({ kind, start, end: this.text.length });
  }

  private endLink({ href, start }: { readonly href: string; readonly start: number }): void {
    if (start < this.text.length) this.links.push({ href, start, end: this.text.length });
  }
}
