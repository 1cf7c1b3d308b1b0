import type { HeadingKind, Mark } from './model.ts';

/** What an HTML element means for the block model; everything else is inline and says nothing. */
export const skipped: ReadonlySet<string> = new Set(
  'script style template noscript head title svg math iframe object audio video canvas select datalist textarea'.split(
    ' ',
  ),
);

/** Elements that begin and end a block. */
export const blockElements: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody ' +
    'td tfoot th thead tr ul'
  ).split(' '),
);

export const listElements: ReadonlySet<string> = new Set(['ul', 'ol', 'menu', 'dir', 'dl']);
export const itemElements: ReadonlySet<string> = new Set(['li', 'dt', 'dd']);
export const cellElements: ReadonlySet<string> = new Set(['td', 'th']);

const markElements: Readonly<Record<string, Mark['kind']>> = {
  s: 'struck',
  strike: 'struck',
  del: 'struck',
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};
const headingKinds: Readonly<Record<string, HeadingKind>> = {
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h5',
  h6: 'h6',
};

/** An element's name and attributes, lower-case names. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** h1..h6, or null for any other element. */
export function headingOf(name: string): HeadingKind | null {
  return headingKinds[name] ?? null;
}

/** The marks an element puts on its text: by its name and by its style. */
export function marksOf(tag: Tag): readonly Mark['kind'][] {
  const marks: Mark['kind'][] = [];
  const named = markElements[tag.name];
  if (named !== undefined) marks.push(named);
  if (tag.attributes.size === 0) return marks;
  const style = styleOf(tag);
  if (style.split(';').some((one) => /^text-decoration[a-z-]*:.*line-through/.test(one)))
    marks.push('struck');
  if (isHidden(tag, style)) marks.push('hidden');
  return marks;
}

function styleOf(tag: Tag): string {
  return (tag.attributes.get('style') ?? '').toLowerCase().replace(/\s+/g, '');
}

const hidingStyle =
  /(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|font-size:0(?:\.0+)?(?:px|pt|em|rem|%)?(?:;|!|$)|opacity:0(?:\.0+)?(?:;|!|$))/;

function isHidden(tag: Tag, style: string): boolean {
  return tag.attributes.has('hidden') || hidingStyle.test(style);
}

/** Is it a container of footnotes, as generators write it? */
export function isFootnotes(tag: Tag): boolean {
  if (tag.attributes.size === 0) return false;
  const role = tag.attributes.get('role') ?? '';
  if (role === 'doc-endnotes' || role === 'doc-footnote') return true;
  return /(?:^|\s)footnotes?(?:\s|$)/.test(tag.attributes.get('class') ?? '');
}
