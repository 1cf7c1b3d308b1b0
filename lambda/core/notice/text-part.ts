import { labelled, type WrittenLanguage } from '../markup/language.ts';
import type { Bullet } from './bullets.ts';
import type { NoticeFacts, NoticeLink } from './facts.ts';
import { plain } from './plain.ts';

const width = 72;
/** Words of the policy stand indented, so that they are told from ours, by readers and by the linter. */
export const quoteIndent = '   ';

/** The text part: the same sentences as the HTML part, wrapped at 72 columns. */
export function textPart(facts: NoticeFacts): string {
  const { words, links } = facts;
  const [before, after] = words.greeting;
  const body = [
    wrap(facts.why),
    wrap(facts.when.join(' ')),
    heading(facts.changesHeading),
    ...(facts.statement === null ? [] : [wrap(facts.statement)]),
    ...facts.bullets.shown.map((one) => bulletText(one, facts.language)),
    ...[moreText(facts), facts.quotedIn].flatMap((line) => (line === null ? [] : [wrap(line)])),
    heading(words.choices),
    ...[links.compare, links.read].map((one) => linkText(one, facts.language)),
    `- ${labelled(words.ask, facts.language)}\n  ${facts.contact}`,
    ...(facts.leave === null ? [] : [`- ${wrap(facts.leave, '  ').trimStart()}`]),
    linkText(links.history, facts.language),
    wrap(facts.account),
    `-- \n${[facts.legalName, ...facts.postalAddress].join('\n')}`,
  ].join('\n\n');
  const head = `${facts.company}\n\n${wrap(facts.heading)}`;
  return `${plain(head)}\n\n${before}{{name}}${after}\n\n${plain(body)}\n`;
}

function heading(text: string): string {
  return `${text}\n${'-'.repeat(Array.from(text).length)}`;
}

function bulletText({ place, quotations }: Bullet, language: WrittenLanguage): string {
  const lines = quotations.map(({ label, text }) =>
    wrap(label === '' ? text : `${labelled(label, language)} ${text}`, `${quoteIndent}  `),
  );
  return [wrap(`* ${place}`, quoteIndent), ...lines].join('\n');
}

function moreText({ bullets, words }: NoticeFacts): string | null {
  const parts = [
    bullets.more > 0 ? words.more(bullets.more) : '',
    bullets.moreMinor > 0 ? words.moreMinor(bullets.moreMinor) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : `… ${parts.join(', ')}.`;
}

function linkText({ label, href }: NoticeLink, language: WrittenLanguage): string {
  return `- ${labelled(label, language)}\n  ${href.url}`;
}

/** Every space but those that forbid a break, such as the one before a colon in French. */
const breakable = /[^\S\u00A0\u202F]+/u;

/** Breaks at spaces; a word longer than a line stands alone. Every line begins with `indent`. */
function wrap(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(breakable).filter((one) => one !== '')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line].join('\n');
}
