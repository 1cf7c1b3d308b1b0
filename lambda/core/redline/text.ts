import type { Span } from '../compare/model.ts';
import { revealedText } from '../markup/text.ts';
import type { Aside, RedlineChange, RedlineEntry, RedlineSection } from './model.ts';
import { redlineWords, whereaboutsText } from './words/words.ts';

/** How a terminal marks text; each function gets plain text and returns it marked. */
export interface Paint {
  readonly del: (text: string) => string;
  readonly ins: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

/** Marks that need no colour: `[-gone-]` and `{+come+}`. */
export const plainPaint: Paint = {
  del: (text) => `[-${text}-]`,
  ins: (text) => `{+${text}+}`,
  dim: (text) => text,
  bold: (text) => text,
};

const words = redlineWords.en;

/** The redline for a terminal, in English: sections with news, one labelled paragraph per change. */
export function redlineText(sections: readonly RedlineSection[], paint: Paint = plainPaint): string {
  const shown = sections.filter(({ entries }) => entries.some(({ kind }) => kind !== 'unchanged'));
  if (shown.length === 0) return `${words.nothing}\n`;
  return shown.map((section) => sectionText(section, paint)).join('\n');
}

function sectionText({ path, entries }: RedlineSection, paint: Paint): string {
  const title = path.length === 0 ? words.start : path.join(' › ');
  const lines = entries.map((entry) => entryText(entry, paint));
  return `${paint.bold(clean(title))}\n${lines.join('')}`;
}

function entryText(entry: RedlineEntry, paint: Paint): string {
  if (entry.kind === 'unchanged') return `  ${paint.dim(`… ${words.unchanged(entry.blocks.length)}`)}\n`;
  if (entry.kind !== 'departed') return changeText(entry, paint);
  const moved = `${clean(whereaboutsText(words, 'movedTo', entry.movedTo))} (${entry.number})`;
  return `  ${paint.dim(moved)}\n`;
}

function changeText(change: RedlineChange, paint: Paint): string {
  const from = 'movedFrom' in change ? change.movedFrom : null;
  const label = from === null ? '' : ` ${clean(whereaboutsText(words, 'movedFrom', from))}`;
  const head = `  ${paint.bold(`${change.number}. ${words.labels[change.kind]}`)}${label}\n`;
  const body = [...changedLines(change, paint), ...change.asides.map((aside) => asideText(aside, paint))];
  return head + body.map((line) => `     ${line}\n`).join('');
}

function changedLines(change: RedlineChange, paint: Paint): readonly string[] {
  if (change.kind === 'moved') return change.blocks.map(({ text }) => clean(text));
  if ('blocks' in change) {
    const mark = change.kind === 'added' ? paint.ins : paint.del;
    return change.blocks.map(({ text }) => mark(clean(text)));
  }
  if ('spans' in change) return [change.spans.map((span) => spanText(span, paint)).join('')];
  return [clean(change.block.text)];
}

function spanText({ op, text }: Span, paint: Paint): string {
  const shown = clean(text);
  if (op === 'equal') return shown;
  return op === 'delete' ? paint.del(shown) : paint.ins(shown);
}

function asideText(aside: Aside, paint: Paint): string {
  if (aside.kind !== 'link' && aside.kind !== 'number')
    return `${words.marks[aside.kind]}: ${clean(aside.text)}`;
  const targets = `${paint.del(clean(aside.from ?? words.noLink))} ${paint.ins(clean(aside.to ?? words.noLink))}`;
  return `${aside.kind === 'link' ? clean(words.link(aside.text)) : words.itemNumber}: ${targets}`;
}

/** No escape sequence of the policy reaches the terminal, and one passage stays on one line. */
function clean(text: string): string {
  return revealedText(text).replaceAll(/[\n\t]+/gu, ' ');
}
