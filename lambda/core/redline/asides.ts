import type { Block, Link, Mark } from '../document/model.ts';
import type { Aside, MarkAside } from './model.ts';

/** What changed between two blocks beside their words. */
export function asidesOf(old: readonly Block[], fresh: readonly Block[]): readonly Aside[] {
  return [
    ...numberAsides(old, fresh),
    ...linkAsides(old, fresh),
    ...markAsides(old, fresh, 'struck', 'struck', 'unstruck'),
    ...markAsides(old, fresh, 'hidden', 'hidden', 'unhidden'),
  ];
}

/** The new number of an item of an ordered list. */
function numberAsides(old: readonly Block[], fresh: readonly Block[]): readonly Aside[] {
  const from = old[0]?.ordinal;
  const to = fresh[0]?.ordinal;
  return from === undefined || to === undefined || from === to
    ? []
    : [{ kind: 'number', from: String(from), to: String(to) }];
}

/** Links are held together by their words, in order; equal targets are no news. */
function linkAsides(old: readonly Block[], fresh: readonly Block[]): readonly Aside[] {
  const olds = old.flatMap(({ links }) => links);
  const news = fresh.flatMap(({ links }) => links);
  const gone = without(olds, news);
  const come = without(news, olds);
  const asides: Aside[] = [];
  for (const link of gone) {
    const at = come.findIndex(({ text }) => text === link.text);
    const [twin] = at === -1 ? [] : come.splice(at, 1);
    asides.push({ kind: 'link', text: link.text, from: link.href, to: twin?.href ?? null });
  }
  return [...asides, ...come.map(({ text, href }): Aside => ({ kind: 'link', text, from: null, to: href }))];
}

function without(links: readonly Link[], others: readonly Link[]): Link[] {
  const left = others.map(keyOf);
  return links.filter((link) => {
    const at = left.indexOf(keyOf(link));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

function keyOf({ text, href }: Link): string {
  return JSON.stringify([text, href]);
}

function markAsides(
  old: readonly Block[],
  fresh: readonly Block[],
  mark: Mark['kind'],
  come: MarkAside['kind'],
  gone: MarkAside['kind'],
): readonly Aside[] {
  const before = marked(old, mark);
  const after = marked(fresh, mark);
  return [
    ...after.filter((text) => !before.includes(text)).map((text): Aside => ({ kind: come, text })),
    ...before.filter((text) => !after.includes(text)).map((text): Aside => ({ kind: gone, text })),
  ];
}

function marked(blocks: readonly Block[], kind: Mark['kind']): readonly string[] {
  return blocks.flatMap(({ text, marks }) =>
    marks.filter((one) => one.kind === kind).map(({ start, end }) => text.slice(start, end)),
  );
}
