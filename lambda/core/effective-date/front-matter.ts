import type { LabelKind } from './labels.ts';

/** A date key of the front matter and where its value begins. */
export interface FrontMatterKey {
  readonly key: string;
  readonly kind: LabelKind;
  readonly valueAt: number;
}

const opening = /^\uFEFF?(---|\+\+\+)[^\S\n]*\r?\n/;
const line = /^([^\S\n]*["']?([\p{L}_\- ]{3,40})["']?[^\S\n]*[:=][^\S\n]*["']?)[^\n]*$/gmu;

const kinds: Readonly<Record<LabelKind, readonly string[]>> = {
  effective: ['effectivedate', 'effective', 'dateeffective', 'effectiveas', 'effectivefrom', 'validfrom'],
  updated: (
    'lastupdated lastupdate lastmodified lastmodifiedat lastmod lastrevised lastrevision updated updatedat ' +
    'updateddate updatedate dateupdated datemodified modified modifieddate revised revisiondate'
  ).split(' '),
  issued: ['date', 'published', 'publishdate', 'publisheddate', 'datepublished', 'versiondate'],
};
const kindOf = new Map(
  (['effective', 'updated', 'issued'] as const).flatMap((kind) =>
    kinds[kind].map((key) => [key, kind] as const),
  ),
);

/** Where the front matter (YAML between `---`, TOML between `+++`) ends; 0 where there is none. */
export function frontMatterEnd(source: string): number {
  const open = opening.exec(source);
  if (open === null) return 0;
  const close = open[1] === '---' ? /^---[^\S\n]*$/gm : /^\+\+\+[^\S\n]*$/gm;
  close.lastIndex = open[0].length;
  const found = close.exec(source);
  return found === null ? 0 : found.index + found[0].length;
}

/** The date keys of the front matter, in order. */
export function dateKeys(source: string, end: number): readonly FrontMatterKey[] {
  return [...source.slice(0, end).matchAll(line)].flatMap((found) => {
    const [, before = '', key = ''] = found;
    const kind = kindOf.get(key.toLowerCase().replaceAll(/[-_\s]/g, ''));
    return kind === undefined ? [] : [{ key: key.trim(), kind, valueAt: found.index + before.length }];
  });
}

/** The language tag the document names for itself: `lang:` in the front matter or `<html lang>`; null when none. */
export function statedLanguage(source: string, end: number): string | null {
  const head = source.slice(0, Math.max(end, 5000));
  const key = /^(?:lang|language|locale)[^\S\n]*[:=][^\S\n]*["']?([a-z]{2,3}(?:[-_][a-z]{2})?)\b/im;
  const attribute = /<html\b[^<>]{0,500}?\blang=["']?([a-z]{2,3}(?:-[a-z]{2})?)\b/i;
  return (end > 0 ? key.exec(head.slice(0, end))?.[1] : undefined) ?? attribute.exec(head)?.[1] ?? null;
}
