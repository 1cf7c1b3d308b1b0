import { displayText } from '../markup/text.ts';

/** Text without characters that hide or reorder, and with nothing the mail service would read as an expression. */
export function plain(text: string): string {
  return displayText(text).replaceAll(/\{(?=\{)/gu, '{ ');
}
