import type { SiteFile } from '../site.ts';
import { styleBase, styleMedia } from './style-base.ts';
import { styleRedline } from './style-redline.ts';

/** The whole style sheet. */
export const styleSheet = `${styleBase}${styleRedline}${styleMedia}`;

/** The one style sheet of the site, shared by every page ever written. */
export const styleFile: SiteFile = {
  path: 'style.css',
  body: styleSheet,
  contentType: 'text/css; charset=utf-8',
  cache: 'short',
};
