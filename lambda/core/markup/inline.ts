import type { Block, Mark } from '../document/model.ts';
import { type Content, h } from './html.ts';
import { Href } from './href.ts';
import type { Tag } from './vocabulary.ts';

/** Where links of a policy lead: relative ones against the company's site, fragments to headings of the same page. */
export interface LinkContext {
  readonly base: string;
  readonly fragments: ReadonlySet<string>;
}

interface Wrap {
  readonly start: number;
  readonly end: number;
  readonly around: (inner: Content) => Content;
}

/** Hidden text has no tag on purpose: what binds a reader is shown. */
const markTags: Readonly<Record<Mark['kind'], Tag | null>> = {
  struck: 's',
  hidden: null,
  strong: 'strong',
  emphasis: 'em',
  code: 'code',
};

/** The words of a block, or of a part of it (UTF-16 offsets), with its links and emphasis. */
export function inlineContent(
  block: Block,
  context: LinkContext,
  start = 0,
  end = block.text.length,
): readonly Content[] {
  const wraps = [...linkWraps(block, context), ...markWraps(block)].filter(
    (one) => one.start < one.end && one.start < end && one.end > start,
  );
  const breaks = (block.breaks ?? []).filter((at) => at > start && at < end);
  if (wraps.length === 0 && breaks.length === 0) return [block.text.slice(start, end)];
  return wrapped(block.text, wraps, breaks, [start, end]);
}

/** Cuts at every boundary, so that ranges which overlap without nesting still give well-formed elements. */
function wrapped(
  text: string,
  wraps: readonly Wrap[],
  breaks: readonly number[],
  [start, end]: readonly [number, number],
): readonly Content[] {
  const bounds = [...wraps.flatMap((one) => [one.start, one.end]), ...breaks, ...breaks.map((at) => at + 1)];
  const inside = bounds.filter((at) => at > start && at < end);
  const cuts = [...new Set([start, ...inside, end])].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    if (breaks.includes(from)) return h('br', {});
    const to = cuts[index + 1] ?? end;
    const covering = wraps.filter((one) => one.start <= from && one.end >= to);
    return covering.reduceRight<Content>((inner, one) => one.around(inner), text.slice(from, to));
  });
}

/** Links come first, so they are outermost; a link inside a link is dropped, as HTML has none. */
function linkWraps(block: Block, context: LinkContext): readonly Wrap[] {
  let free = 0;
  const wraps: Wrap[] = [];
  for (const { start, end, href } of block.links.toSorted((a, b) => a.start - b.start)) {
    const target = linkTarget(href, context);
    if (target === null || start < free) continue;
    free = end;
    wraps.push({ start, end, around: (inner) => h('a', { href: target }, inner) });
  }
  return wraps;
}

function linkTarget(href: string, { base, fragments }: LinkContext): Href | null {
  if (!href.startsWith('#')) return Href.external(href, base);
  const id = decoded(href.slice(1));
  return fragments.has(id) ? Href.fragment(id) : null;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function markWraps(block: Block): readonly Wrap[] {
  return block.marks.flatMap(({ kind, start, end }) => {
    const tag = markTags[kind];
    return tag === null ? [] : [{ start, end, around: (inner: Content): Content => h(tag, {}, inner) }];
  });
}
