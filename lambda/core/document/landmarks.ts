import type { Tag } from './elements.ts';
import type { Landmark } from './model.ts';

/** Which part of a page a text stands in; `inSection`: so deep in it that a header is that of a section, not of the page. */
export interface PagePart {
  readonly landmark: Landmark | null;
  readonly inSection: boolean;
}

/** The page itself. */
export const wholePage: PagePart = { landmark: null, inSection: false };

const sectioning = new Set(['main', 'article', 'section', 'nav', 'aside']);
const ofPage: Readonly<Record<string, Landmark>> = { header: 'header', footer: 'footer' };
const anywhere: Readonly<Record<string, Landmark>> = { nav: 'navigation', aside: 'aside' };
const byRole: Readonly<Record<string, Landmark>> = {
  navigation: 'navigation',
  menu: 'navigation',
  search: 'navigation',
  banner: 'header',
  contentinfo: 'footer',
  complementary: 'aside',
};

/** The part of the page inside an element, by its role, else by its name (HTML-AAM 1.0, section 3.5). */
export function partInside(outer: PagePart, { name, attributes }: Tag): PagePart {
  const named = anywhere[name] ?? (outer.inSection ? undefined : ofPage[name]);
  return {
    landmark: byRole[attributes.get('role') ?? ''] ?? named ?? outer.landmark,
    inSection: outer.inSection || sectioning.has(name),
  };
}
