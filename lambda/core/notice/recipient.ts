import { writtenLanguage } from '../markup/language.ts';
import { displayText, escapeAnywhere } from '../markup/text.ts';
import type { NoticeVariables } from './model.ts';
import { noticeWords } from './words/words.ts';

const longestName = 100;
/** Direction marks, zero-width spaces and the like; the joiners that scripts and emoji are written with stay. */
const invisible = /(?![\u200C\u200D])\p{Cf}/gu;
/** An address to visit is no name: somebody would have us send advertisements. */
const address = /:\/\/|\bwww\./iu;

/**
 * What the mail service writes into a notice for one recipient: the name on one line, at most 100 characters, without
 * control or direction characters, and its twin escaped for HTML. Without a name, a neutral word of the language.
 */
export function recipientVariables(name: string, language: string): NoticeVariables {
  const given = cleanName(name);
  const shown = given === '' ? noticeWords(writtenLanguage(language, 'en')).someone : given;
  return { name: shown, nameHtml: escapeAnywhere(shown) };
}

function cleanName(name: string): string {
  // A name of many kilobytes is cut before the costly normalisation.
  const text = name.slice(0, longestName * 20).replaceAll(/[\s\p{Z}]+/gu, ' ');
  const clean = displayText(text).replaceAll(invisible, '').normalize('NFC').trim();
  return address.test(clean) ? '' : Array.from(clean).slice(0, longestName).join('').trim();
}
