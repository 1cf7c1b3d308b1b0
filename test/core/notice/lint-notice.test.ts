import * as fc from 'fast-check';
import type { Finding } from '../../../lambda/core/classify/model.ts';
import { composeNotice } from '../../../lambda/core/notice/compose.ts';
import type { NoticeInput } from '../../../lambda/core/notice/input.ts';
import { lintRules } from '../../../lambda/core/notice/lint-rules.ts';
import { lintNotice } from '../../../lambda/core/notice/lint.ts';
import type { Notice } from '../../../lambda/core/notice/model.ts';
import { classification } from '../pages/example.ts';
import { noticeInput } from './example.ts';
import { anyText } from '../../any-text.ts';

const good = composeNotice(noticeInput('en'));

/** One notice that breaks each rule. */
const broken: Readonly<Record<string, Notice>> = {
  'known-variables': { ...good, text: `${good.text}{{email}}` },
  'escaped-variables-in-html': { ...good, html: good.html.replace('{{nameHtml}}', '{{name}}') },
  'plain-variables-in-text': { ...good, text: good.text.replace('{{name}}', '{{nameHtml}}') },
  'no-raw-or-block-expressions': { ...good, html: good.html.replace('{{nameHtml}}', '{{#if nameHtml}}') },
  'no-personal-data-in-subject': { ...good, subject: 'Ada {{name}}' },
  'short-subject': { ...good, subject: 'a'.repeat(121) },
  'no-images': {
    ...good,
    html: good.html.replace('</h1>', '</h1><img src="https://fjordlight.example/p.gif">'),
  },
  'no-scripts': { ...good, html: good.html.replace('</h1>', '</h1><p onclick="x()">') },
  'no-forms': { ...good, html: good.html.replace('</h1>', '</h1><button>') },
  'no-remote-styles': { ...good, html: good.html.replace('<style>', '<style>@import "x.css";') },
  'no-embedding': { ...good, html: good.html.replace('</h1>', '</h1><iframe></iframe>') },
  'no-marketing': { ...good, text: `${good.text}\nUnsubscribe here.` },
  'no-tracking': { ...good, text: `${good.text}\nhttps://policies.fjordlight.example/?utm_source=mail` },
  'own-links': {
    ...good,
    html: good.html.replace('</h1>', '</h1><a href="https://brightwave.example/">x</a>'),
  },
  'says-when': { ...good, text: good.text.replaceAll('2027', '') },
  'says-why': { ...good, html: good.html.replace('because you have an account', 'because') },
  'says-who': { ...good, text: good.text.replace('24103 Kiel', '') },
  'says-what-to-do': { ...good, html: good.html.replace('close your account', '') },
  'says-what-changes': { ...good, text: good.text.replace('90 days', '') },
  'has-links': { ...good, text: good.text.replaceAll('/versions/2/', '/') },
  'small-enough': { ...good, html: good.html + 'a'.repeat(100_000) },
};

test('a composed notice breaks no rule, in any language', () => {
  for (const language of ['en', 'de', 'fr', 'es', 'pt-BR']) {
    const input = noticeInput(language);
    expect(lintNotice(composeNotice(input), input)).toEqual([]);
  }
});

test.each(lintRules.map(({ rule }) => rule))('the rule %s is broken by a notice that breaks it', (rule) => {
  const notice = broken[rule];
  if (notice === undefined) throw new Error(`no example breaks ${rule}`);
  expect(lintNotice(notice, noticeInput('en')).map((one) => one.rule)).toContain(rule);
});

test('http links are for the laptop alone', () => {
  const local = (url: string): NoticeInput => {
    const input = noticeInput('en');
    return { ...input, settings: { ...input.settings, site: { url } } };
  };
  const laptop = local('http://127.0.0.1:8080');
  expect(lintNotice(composeNotice(laptop), laptop)).toEqual([]);
  const open = local('http://policies.fjordlight.example');
  expect(lintNotice(composeNotice(open), open).map(({ rule }) => rule)).toContain('own-links');
});

const hostile = [
  '{{name}}',
  '{{{nameHtml}}}',
  '{{#each x}}',
  '{',
  '{{',
  '}}',
  '<script>alert(1)</script>',
  '</bdi><img src=x onerror=alert(1)>',
  '</style>',
  '-->',
  'Unsubscribe from our newsletter: 50 % discount',
  'https://evil.example/?utm_source=a',
  'javascript:alert(1)',
  '\u202Egnp.exe\u2066',
  '\u0000\u0007\u001B[31m',
  '\uD800',
  '"”“\'`=',
  '\n\n   Before: fake\n',
  'A very long sentence about data. '.repeat(40),
  'w'.repeat(2000),
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...hostile), anyText()), { maxLength: 4 })
  .map((all) => all.join(' '));

test('whatever the policy says, a composed notice breaks no rule and stays small', () => {
  const template = classification.findings[0];
  if (template === undefined) throw new Error('the example has findings');
  const quote = fc.option(words.map((text) => ({ text, start: 0, end: text.length })));
  const finding = fc
    .record({ section: fc.array(words, { maxLength: 3 }), old: quote, new: quote, minor: fc.boolean() })
    .map(({ minor, ...rest }): Finding => ({
      ...template,
      ...rest,
      significance: minor ? 'minor' : 'significant',
    }));
  fc.assert(
    fc.property(
      fc.array(finding, { maxLength: 12 }),
      words,
      fc.constantFrom('en', 'de', 'fr', 'es', 'xx'),
      fc.constantFrom('en', 'und', 'it', '"><x'),
      (findings, title, language, documentLanguage) => {
        const input: NoticeInput = {
          ...noticeInput(language),
          settings: { ...noticeInput(language).settings, policies: {} },
          title,
          documentLanguage,
          classification: { ...classification, findings },
        };
        const notice = composeNotice(input);
        expect(lintNotice(notice, input)).toEqual([]);
        expect(notice.html.match(/\{\{/gu)).toHaveLength(1);
        expect(notice.text.match(/\{\{/gu)).toHaveLength(1);
      },
    ),
    { numRuns: 60 },
  );
});
