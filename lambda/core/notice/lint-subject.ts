import { escapeText } from '../markup/text.ts';
import type { Settings } from '../settings/settings.ts';
import type { NoticeFacts } from './facts.ts';
import type { Notice } from './model.ts';
import { plain } from './plain.ts';
import { quoteIndent } from './text-part.ts';

/** A notice taken apart for the rules. */
export interface LintSubject {
  readonly notice: Notice;
  readonly facts: NoticeFacts;
  /** Hosts that links may lead to. */
  readonly hosts: readonly string[];
  /** The start tags and style sheets of the HTML part: all that a mail client acts on. */
  readonly markup: string;
  /** Link targets of both parts; those inside quotations of the text part are the policy's, not ours. */
  readonly targets: readonly string[];
  /** What we say in our own words: both parts and the subject without quotations and without names. */
  readonly ownWords: string;
  /** Says whether both parts contain a text, however it is wrapped or escaped. */
  readonly missing: (text: string) => readonly string[];
}

/** Takes a notice apart. */
export function subjectOf(notice: Notice, facts: NoticeFacts, settings: Settings): LintSubject {
  const tags = notice.html.match(/<[a-z!][^>]*>/giu) ?? [];
  const styles = notice.html.match(/<style[\s\S]*?<\/style>/giu) ?? [];
  const lines = notice.text.split('\n').filter((line) => !line.startsWith(quoteIndent));
  const named = [facts.subject, facts.heading, facts.why];
  const ownText = without(lines.join('\n'), named);
  const hrefs = [...notice.html.matchAll(/\shref\s*=\s*["']?([^"'\s>]*)/giu)].map(([, href = '']) => href);
  const urls = ownText.match(/\b[a-z][a-z0-9+.-]*:\/\/[^\s<>"]+/giu) ?? [];
  return {
    notice,
    facts,
    hosts: [settings.site.url, settings.company.website].map((url) => new URL(url).host),
    markup: [...tags, ...styles].join('\n'),
    targets: [...hrefs, ...urls],
    ownWords: without(`${notice.subject} ${ownText} ${ownHtml(notice.html)}`, [
      ...named,
      ...namesOf(facts, settings),
    ]),
    missing: missingIn(notice),
  };
}

/** The words of the HTML part without the quotations, their headings, and everything in angle brackets. */
function ownHtml(html: string): string {
  return html
    .replaceAll(/<style[\s\S]*?<\/style>/giu, ' ')
    .replaceAll(/<(bdi|h3)\b[\s\S]*?<\/\1>/giu, ' ')
    .replaceAll(/<[^>]*>/gu, ' ');
}

function namesOf({ postalAddress }: NoticeFacts, { company, site }: Settings): readonly string[] {
  return [company.name, company.legalName, company.contact, new URL(site.url).host, ...postalAddress];
}

/** Text, its white space folded, without some names as either part writes them. */
function without(text: string, names: readonly string[]): string {
  const forms = names
    .flatMap((name) => [folded(plain(name)), folded(escapeText(name))])
    .filter((form) => form !== '');
  return forms.reduce((rest, form) => rest.replaceAll(form, ' '), folded(text));
}

function missingIn(notice: Notice): LintSubject['missing'] {
  const text = folded(notice.text);
  const html = folded(notice.html);
  return (wanted) => [
    ...(text.includes(folded(plain(wanted))) ? [] : [`the text part lacks "${wanted}"`]),
    ...(html.includes(folded(escapeText(wanted))) ? [] : [`the HTML part lacks "${wanted}"`]),
  ];
}

function folded(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
