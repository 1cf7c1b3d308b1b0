import { createHash } from 'node:crypto';
import type { Classification } from '../classify/model.ts';
import type { Comparison } from '../compare/model.ts';
import { writtenLanguage } from '../markup/language.ts';
import { Constant, h, renderDocument } from '../markup/html.ts';
import { comparisonContent } from './comparison.ts';
import { styleSheet } from './style.ts';
import { pageWords } from './words/words.ts';

const styleHash = createHash('sha256').update(styleSheet).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

/**
 * A comparison page in one file, for `compare --html`: findings, then every change. It loads nothing, so it can be
 * mailed or filed as it is; its style stands in the page because there is no site beside it.
 */
export function standaloneComparison(comparison: Comparison, classification: Classification): string {
  const language = writtenLanguage(comparison.new.language, 'en');
  const title = pageWords[language].compareTitle(comparison.new.title);
  return renderDocument(
    h(
      'html',
      { lang: language },
      h(
        'head',
        {},
        h('meta', { charset: 'utf-8' }),
        h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('title', {}, title),
        Constant.style(styleSheet),
      ),
      h(
        'body',
        {},
        h(
          'main',
          { id: 'text' },
          h('div', { class: 'title' }, h('h1', {}, title)),
          ...comparisonContent(comparison, classification, language),
        ),
      ),
    ),
  );
}
