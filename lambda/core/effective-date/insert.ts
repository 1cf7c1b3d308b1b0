import { dateLanguage, type DateLanguage } from '../calendar/languages.ts';
import { inWords } from '../calendar/local-date.ts';
import type { Format } from '../document/model.ts';
import type { LocalDate } from '../ids.ts';
import { frontMatterEnd } from './front-matter.ts';
import { markupSpans } from './markup.ts';

const label = {
  en: 'Effective Date: ',
  de: 'Gültig ab: ',
  fr: 'Date d’entrée en vigueur : ',
  es: 'Fecha de entrada en vigor: ',
  it: 'Data di entrata in vigore: ',
  pt: 'Data de entrada em vigor: ',
  nl: 'Ingangsdatum: ',
} as const satisfies Record<DateLanguage, string>;

/**
 * Adds a date line at the bottom, in the document's language (English for one we do not write). In HTML the bottom is
 * the end of the last `main`, else of a single `article`, else of the body; else the end of the text.
 */
export function insertDateLine(text: string, format: Format, date: LocalDate, language: string): string {
  const line = label[dateLanguage(language) ?? 'en'] + inWords(date, language);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (format === 'html') return insertParagraph(text, `<p>${line}</p>`, newline);
  const body = text === '' || text.endsWith('\n') ? text : text + newline;
  return body + (body === '' || /\n\r?\n$/.test(body) ? '' : newline) + line + newline;
}

function insertParagraph(text: string, paragraph: string, newline: string): string {
  const at = bottomOf(text);
  if (at === null) return text + (text === '' || text.endsWith('\n') ? '' : newline) + paragraph + newline;
  const indent = /(?:^|\n)([^\S\n]*)$/.exec(text.slice(Math.max(0, at - 200), at))?.[1];
  return indent === undefined
    ? text.slice(0, at) + paragraph + newline + text.slice(at)
    : text.slice(0, at) + paragraph + newline + indent + text.slice(at);
}

function bottomOf(text: string): number | null {
  const head = frontMatterEnd(text);
  const closing = [...markupSpans(text)].flatMap(({ start, end }) => {
    if (start < head) return [];
    const name = /^<\/(main|article|body|html)\b/i.exec(text.slice(start, end))?.[1]?.toLowerCase();
    return name === undefined ? [] : [{ name, start }];
  });
  const ends = (name: string): readonly number[] =>
    closing.filter((one) => one.name === name).map(({ start }) => start);
  const articles = ends('article');
  const article = articles.length === 1 ? articles : [];
  return ends('main').at(-1) ?? article[0] ?? ends('body').at(-1) ?? ends('html').at(-1) ?? null;
}
