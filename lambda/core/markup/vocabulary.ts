/** The only tags we write: those that begin a line of the source, those that do not, and those without an end tag. */
const blockTags = [
  'html',
  'head',
  'title',
  'body',
  'header',
  'main',
  'footer',
  'nav',
  'article',
  'section',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'pre',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'details',
  'summary',
] as const;
const inlineTags = ['a', 'span', 'strong', 'em', 's', 'code', 'ins', 'del', 'bdi', 'cite'] as const;
const voidTags = ['meta', 'link', 'hr', 'br'] as const;

export type Tag = (typeof blockTags)[number] | (typeof inlineTags)[number] | (typeof voidTags)[number];

/** The only attributes we write, beside `href`: none that runs, loads or submits anything. */
export type AttributeName =
  | 'id'
  | 'class'
  | 'lang'
  | 'dir'
  | 'name'
  | 'content'
  | 'charset'
  | 'rel'
  | 'type'
  | 'title'
  | 'role'
  | 'tabindex'
  | 'aria-label'
  | 'aria-labelledby'
  | 'aria-current'
  | 'aria-hidden'
  | 'http-equiv'
  | 'datetime'
  | 'start'
  | 'value'
  | 'scope'
  | 'style'
  | 'width'
  | 'align'
  | 'valign'
  | 'cellpadding'
  | 'cellspacing'
  | 'border'
  | 'bgcolor'
  | 'hreflang';

const blocks: ReadonlySet<string> = new Set(blockTags);
const voids: ReadonlySet<string> = new Set(voidTags);

/** Is the tag followed by a newline? It costs a byte and makes the page readable as source. */
export function isBlock(tag: Tag): boolean {
  return blocks.has(tag) || voids.has(tag);
}

/** Is the tag one without content? */
export function isVoid(tag: Tag): boolean {
  return voids.has(tag);
}
