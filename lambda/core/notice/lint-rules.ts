import type { LintSubject } from './lint-subject.ts';

/** One rule of the linter: its id, and what in a notice breaks it. */
export interface LintRule {
  readonly rule: string;
  readonly problems: (subject: LintSubject) => readonly string[];
}

const mostSubjectCharacters = 120;
const mostHtmlBytes = 100_000;
const mostTextBytes = 30_000;

const expressions = /\{\{[\s\S]*?\}\}\}?/gu;
const tracking =
  /[?&;](?:utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|mkt_tok|_hsenc|_hsmi|trk|igshid|vero_id|oly_\w+)=/iu;
const marketing =
  /\b(?:unsubscribe|opt[- ]out of (?:these|our) e-?mails|newsletter|special offer|discount|limited time|act now|buy now|upgrade now|free trial|promotion|abmelden|abbestellen|sonderangebot|rabatt|jetzt kaufen|désabonner|désinscrire|promotion|remise|achetez|darse de baja|cancelar la suscripción|oferta|descuento|compre ahora)\b/giu;

function found(text: string, pattern: RegExp): readonly string[] {
  return [...new Set(text.match(pattern) ?? [])];
}

function isOwnLink(target: string, { hosts, facts }: LintSubject): boolean {
  if (target.toLowerCase().startsWith('mailto:')) return target === `mailto:${facts.contact}`;
  if (!URL.canParse(target)) return false;
  const { protocol, host, hostname } = new URL(target);
  const local = hostname === 'localhost' || hostname === '127.0.0.1';
  return hosts.includes(host) && (protocol === 'https:' || (protocol === 'http:' && local));
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** What a notice must and must not be; every row has a test with a notice that breaks it. */
export const lintRules: readonly LintRule[] = [
  {
    rule: 'known-variables',
    problems: ({ notice }) =>
      [...found(notice.text, expressions), ...found(notice.html, expressions)].filter(
        (one) => one !== '{{name}}' && one !== '{{nameHtml}}',
      ),
  },
  {
    rule: 'escaped-variables-in-html',
    problems: ({ notice }) => found(notice.html, /\{\{(?!nameHtml\}\})[^}]*\}?\}?/gu),
  },
  { rule: 'plain-variables-in-text', problems: ({ notice }) => found(notice.text, /\{\{nameHtml\}\}/gu) },
  {
    rule: 'no-raw-or-block-expressions',
    problems: ({ notice }) => found(notice.text + notice.html, /\{\{[{#/>!&^~]/gu),
  },
  {
    rule: 'no-personal-data-in-subject',
    problems: ({ notice }) => (notice.subject.includes('{{') ? [notice.subject] : []),
  },
  {
    rule: 'short-subject',
    problems: ({ notice: { subject } }) =>
      Array.from(subject).length > mostSubjectCharacters || /[\r\n]/u.test(subject) || subject.trim() === ''
        ? [subject]
        : [],
  },
  {
    rule: 'no-images',
    problems: ({ markup }) =>
      found(markup, /<(?:img|picture|svg|image|v:\w+)\b|\bbackground\s*=|\bsrc(?:set)?\s*=/giu),
  },
  { rule: 'no-scripts', problems: ({ markup }) => found(markup, /<script\b|\son\w+\s*=|javascript:/giu) },
  {
    rule: 'no-forms',
    problems: ({ markup }) => found(markup, /<(?:form|input|button|select|textarea)\b/giu),
  },
  {
    rule: 'no-remote-styles',
    problems: ({ markup }) => found(markup, /<link\b|@import|@font-face|url\s*\(/giu),
  },
  {
    rule: 'no-embedding',
    problems: ({ markup }) =>
      found(markup, /<(?:iframe|object|embed|video|audio|base)\b|http-equiv\s*=\s*["']?refresh/giu),
  },
  { rule: 'no-marketing', problems: ({ ownWords }) => found(ownWords, marketing) },
  { rule: 'no-tracking', problems: ({ targets }) => targets.filter((target) => tracking.test(target)) },
  {
    rule: 'own-links',
    problems: (subject) => subject.targets.filter((target) => !isOwnLink(target, subject)),
  },
  { rule: 'says-when', problems: ({ facts, missing }) => missing(facts.date) },
  { rule: 'says-why', problems: ({ facts, missing }) => missing(facts.why) },
  {
    rule: 'says-who',
    problems: ({ facts, missing }) => [facts.legalName, ...facts.postalAddress].flatMap(missing),
  },
  {
    rule: 'says-what-to-do',
    problems: ({ facts, missing }) => [facts.leave ?? [], facts.contact].flat().flatMap(missing),
  },
  {
    rule: 'says-what-changes',
    problems: ({ facts, missing }) => [
      ...(facts.statement === null ? [] : missing(facts.statement)),
      ...facts.bullets.shown.flatMap(({ place, quotations }) =>
        [place, ...quotations.map(({ text }) => text)].flatMap(missing),
      ),
    ],
  },
  {
    rule: 'has-links',
    problems: ({ facts: { links }, missing }) =>
      [links.compare.href.url, links.read.href.url].flatMap(missing),
  },
  {
    rule: 'small-enough',
    problems: ({ notice: { html, text } }) => [
      ...(bytes(html) > mostHtmlBytes ? [`the HTML part has ${bytes(html)} bytes`] : []),
      ...(bytes(text) > mostTextBytes ? [`the text part has ${bytes(text)} bytes`] : []),
    ],
  },
];
