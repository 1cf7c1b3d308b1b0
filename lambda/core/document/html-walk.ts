import type { DefaultTreeAdapterTypes } from 'parse5';
import type { BlockWriter } from './block-writer.ts';
import type { Context } from './context.ts';
import { inside, outermost } from './context.ts';
import type { Tag } from './elements.ts';
import { blockElements, cellElements, marksOf, skipped } from './elements.ts';
import type { Block, Mark, SourceRange } from './model.ts';
import { ItemNumbers } from './item-numbers.ts';
import { isDataRow } from './table.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** How a walk is set up. */
export interface WalkOptions {
  /** The attribute source ranges come from when the HTML was made from Markdown; null: they are those of the HTML itself. */
  readonly rangeAttribute: string | null;
  /** Puts shielded template tags back into text. */
  readonly restore: (text: string) => string;
}

/** What has to be undone when an element is left. */
interface Open {
  readonly outer: Context;
  readonly marks: readonly Mark['kind'][];
  readonly isLink: boolean;
}

/** Turns a walk over an HTML tree into blocks: lists, quotes, tables, preformatted text, marks and links. */
export class HtmlWalk {
  private readonly open: Open[] = [];
  private readonly numbers = new ItemNumbers();
  private context = outermost;
  private breakDue = false;
  private lang = '';
  private hidden = false;
  private range: SourceRange | null = null;

  constructor(
    private readonly writer: BlockWriter,
    private readonly options: WalkOptions,
  ) {}

  /** Begins an element; false when what is in it is no text of the document. */
  enter(element: Element): boolean {
    const tag = tagOf(element);
    if (tag.name === 'html') this.lang = tag.attributes.get('lang') ?? tag.attributes.get('xml:lang') ?? '';
    if (skipped.has(tag.name)) return false;
    this.takeRange(tag);
    const outer = this.context;
    if (blockElements.has(tag.name)) this.enterBlock(element, tag);
    else this.enterInline(element, tag);
    const marks = marksOf(tag);
    for (const mark of marks) this.writer.mark(mark);
    if (marks.includes('hidden')) this.context = { ...this.context, isHidden: true };
    const href = tag.name === 'a' ? tag.attributes.get('href') : undefined;
    if (href !== undefined) this.writer.link(this.options.restore(href.trim()));
    this.open.push({ outer, marks, isLink: href !== undefined });
    return true;
  }

  /** Ends an element that was entered. */
  leave(element: Element): void {
    const opened = this.open.pop();
    if (opened === undefined) return;
    if (opened.isLink) this.writer.unlink();
    if (blockElements.has(element.tagName)) this.endBlock();
    for (const mark of opened.marks) this.writer.unmark(mark);
    if (this.context.inRow && !opened.outer.inRow) this.writer.flush();
    this.context = opened.outer;
    this.placeWriter();
  }

  /** A text node with its place in the source. Blank lines divide preformatted text. */
  text(value: string, start: number, end: number): void {
    if (!this.context.inPre || this.context.inRow) return this.write(value, start, end);
    value.split(/\n[ \t]*\n/).forEach((part, at) => {
      if (at > 0) this.writer.flush();
      this.write(part, start, end);
    });
  }

  finish(): { readonly blocks: readonly Block[]; readonly lang: string; readonly hidden: boolean } {
    return { blocks: this.writer.finish(), lang: this.lang, hidden: this.hidden };
  }

  private takeRange({ attributes }: Tag): void {
    const { rangeAttribute } = this.options;
    const range = rangeAttribute === null ? null : /^(\d+):(\d+)$/.exec(attributes.get(rangeAttribute) ?? '');
    if (range !== null) this.range = { start: Number(range[1]), end: Number(range[2]) };
  }

  private write(value: string, start: number, end: number): void {
    if (this.breakDue && /\S/.test(value)) this.breakDue = false;
    if (this.context.isHidden && /[\p{L}\p{N}]/u.test(value)) this.hidden = true;
    const text = this.options.restore(value);
    if (this.range !== null) this.writer.write(text, this.range.start, this.range.end);
    else this.writer.write(text, start + value.search(/\S|$/), end - (value.length - value.trimEnd().length));
  }

  private enterBlock(element: Element, tag: Tag): void {
    this.endBlock();
    const isRow = tag.name === 'tr' && !this.context.inRow && isDataRow(element);
    this.context = inside(this.context, tag, isRow);
    this.placeWriter();
    if (tag.name === 'li') this.writer.layout.number(this.numbers.next(element));
    if (this.context.inRow && cellElements.has(tag.name)) this.enterCell(element);
  }

  private placeWriter(): void {
    this.writer.place = this.context.place;
    this.writer.landmark = this.context.part.landmark;
  }

  private enterCell(cell: Element): void {
    const cells = cell.parentNode?.childNodes ?? [];
    const first = cells.find((node) => 'tagName' in node && cellElements.has(node.tagName));
    const at = cell.sourceCodeLocation?.startOffset ?? 0;
    if (first !== cell) this.write(' | ', at, at);
    this.writer.cell(cell.tagName === 'th');
  }

  private endBlock(): void {
    if (this.context.inRow) this.writer.space();
    else this.writer.flush();
    this.breakDue = false;
  }

  private enterInline(element: Element, tag: Tag): void {
    if (tag.name === 'br') this.lineBreak();
    if (tag.name !== 'img') return;
    const at = element.sourceCodeLocation;
    this.write(tag.attributes.get('alt') ?? '', at?.startOffset ?? 0, at?.endOffset ?? 0);
  }

  /** One break is white space, two in a row end a paragraph. */
  private lineBreak(): void {
    if (this.breakDue && !this.context.inRow) this.writer.flush();
    this.writer.space();
    this.writer.layout.lineBreak();
    this.breakDue = true;
  }
}

const noAttributes: ReadonlyMap<string, string> = new Map();

function tagOf({ tagName, attrs }: Element): Tag {
  if (attrs.length === 0) return { name: tagName, attributes: noAttributes };
  return { name: tagName, attributes: new Map(attrs.map(({ name, value }) => [name, value])) };
}
