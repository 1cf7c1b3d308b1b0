import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeCorrection, composeNotice } from '../../../lambda/core/notice/compose.ts';
import { excerpts } from '../../../lambda/core/notice/excerpt.ts';
import { lintCorrection } from '../../../lambda/core/notice/lint.ts';
import type { NoticeInput } from '../../../lambda/core/notice/input.ts';
import type { Notice } from '../../../lambda/core/notice/model.ts';
import { recipientVariables } from '../../../lambda/core/notice/recipient.ts';
import { classification, decision, finding, newer, older } from '../pages/example.ts';
import { correctionInput, noticeInput } from './example.ts';

const golden = join(__dirname, '..', '..', 'golden');

test.each(['en', 'de', 'fr', 'es'])('the %s notice is the one a person has read and approved', (language) => {
  const { subject, text, html } = composeNotice(noticeInput(language));
  expect(`${subject}\n\n${text}`).toBe(readFileSync(join(golden, `notice.${language}.txt`), 'utf8'));
  expect(html).toBe(readFileSync(join(golden, `notice.${language}.html`), 'utf8'));
});

const amendments = [
  ['postponed', '2027-03-15'],
  ['withdrawn', null],
] as const;
const corrections = ['en', 'de', 'fr', 'es'].flatMap((language) =>
  amendments.map(([kind, to]) => ({ language, kind, to })),
);

test.each(corrections)(
  'the $language correction of a $kind version is the one a person has read and approved',
  ({ language, kind, to }) => {
    const input = correctionInput(language, to);
    const notice = composeCorrection(input);
    expect(lintCorrection(notice, input)).toEqual([]);
    const file = join(golden, `correction.${kind}.${language}`);
    expect(`${notice.subject}\n\n${notice.text}`).toBe(readFileSync(`${file}.txt`, 'utf8'));
    expect(notice.html).toBe(readFileSync(`${file}.html`, 'utf8'));
  },
);

test('a correction that leaves out its date, what it means or its address is found out', () => {
  const input = correctionInput('en', '2027-03-15');
  const { text, ...rest } = composeCorrection(input);
  const rules = (cut: string): string[] =>
    lintCorrection({ ...rest, text: text.replaceAll(cut, '') }, input).map(({ rule }) => rule);
  expect(rules('March 15, 2027')).toContain('says-when');
  expect(rules('Only the date is different.')).toContain('says-what-changes');
  expect(rules('24103 Kiel')).toContain('says-who');
});

test('without an earlier date, a correction names the present version without one', () => {
  const input = { ...correctionInput('en', null), previousEffectiveDate: null };
  expect(composeCorrection(input).text).toContain('The present version stays in force.');
});

test('a locale finds its language, and a language we do not write falls back to the first of the settings', () => {
  expect(composeNotice(noticeInput('de-AT')).language).toBe('de');
  expect(composeNotice(noticeInput('pt_BR')).language).toBe('en');
  const { settings } = noticeInput('en');
  const french: NoticeInput = { ...noticeInput('xx'), settings: { ...settings, languages: ['fr', 'en'] } };
  expect(composeNotice(french).language).toBe('fr');
});

test('passages in another language than the notice are said to be so', () => {
  expect(composeNotice(noticeInput('de')).text).toContain('in der Sprache des Dokuments');
  expect(composeNotice(noticeInput('en')).text).not.toContain('in the language of the document');
});

test('the most severe changes are told, the others counted with a link', () => {
  const many = Array.from({ length: 20 }, (_, at) =>
    finding([older, newer], `Section ${at}`, `Old words ${at}.`, `New words ${at}.`),
  );
  const notice = composeNotice({
    ...noticeInput('en'),
    classification: { ...classification, findings: many },
  });
  expect(notice.text).toContain('* Section 6');
  expect(notice.text).not.toContain('* Section 7');
  expect(notice.text).toContain('and 13 more changes of substance');
});

test('rules that speak about the same words give one entry', () => {
  const twice = classification.findings.slice(0, 1).flatMap((one) => [one, { ...one, rule: 'K02' }]);
  const notice = composeNotice({
    ...noticeInput('en'),
    classification: { ...classification, findings: twice },
  });
  expect(notice.text.match(/after 90 days/gu)).toHaveLength(1);
});

test('when a person has a notice sent about small changes, they are told', () => {
  const minor = classification.findings.filter(({ significance }) => significance === 'minor');
  const notice = composeNotice({
    ...noticeInput('en'),
    classification: { ...classification, findings: minor },
  });
  expect(notice.text).toContain('the information that you give us');
});

test('text that only moved is quoted once, and a finding about the whole document is a sentence', () => {
  const moved = finding([older, newer], 'Your rights', 'Write to us.', 'Write to us.');
  const whole = finding([older, newer], '', null, null, {
    section: [],
    rule: 'K46',
    reason: 'Read it as a new one.',
    shift: { lost: [], gained: [] },
  });
  const told = (language: string): Notice =>
    composeNotice({
      ...noticeInput(language),
      classification: { ...classification, findings: [moved, whole, { ...whole, rule: 'K44' }] },
    });
  expect(told('en').text).toContain('Moved: Write to us.');
  expect(told('en').text).toContain('* The document as a whole\n     Read it as a new one.');
  expect(told('de').text).toContain('* Das Dokument als Ganzes\n     Weniger als die Hälfte');
  // Our own words are not marked as words of the policy, which is in English.
  expect(told('fr').html).toMatch(/<h3[^>]*(?<!lang="en")>L’ensemble du document<\/h3>/u);
  expect(told('fr').html).toContain('<span><bdi>Moins de la moitié');
  expect(told('fr').text).toContain('quelle\u202F; lisez-le');
  expect(told('es').text).toContain('* El documento en su conjunto\n     Las dos versiones están en idiomas');
});

test('a change that applies at once promises no time before it', () => {
  const now = composeNotice({ ...noticeInput('en'), decision: decision(2, { postAs: 'current' }) });
  expect(now.text).not.toContain('Until then');
  expect(now.text).toContain('you can stop using the service and close your\n  account.');
});

test('without an earlier date, the present version is named without one', () => {
  const { text } = composeNotice({ ...noticeInput('en'), previousEffectiveDate: null });
  expect(text).toContain('Until then, the present\nversion continues to apply.');
});

test('a long clause is cut so that what differs can be seen', () => {
  const lead = 'word '.repeat(200);
  const [before, now] = excerpts(`${lead}kept for 30 days`, `${lead}kept for 90 days`, 80);
  expect(before).toBe('… word word word word word word kept for 30 days');
  expect(now).toBe('… word word word word word word kept for 90 days');
});

test.each(['en', 'de', 'fr', 'es'])(
  'the %s notice stays under 100 KB, however many changes there are and however long',
  (language) => {
    // Characters of four bytes, and such as take six when they are escaped.
    const long = '<"&\'{{𝕩}} '.repeat(2_000);
    const many = Array.from({ length: 300 }, (_, at) =>
      finding([older, newer], `${at} ${long}`, `${at} ${long}`, `${long} ${at} ${long}`),
    );
    const { html, text } = composeNotice({
      ...noticeInput(language),
      title: long,
      classification: { ...classification, findings: many },
    });
    const name = recipientVariables('"'.repeat(10_000), language).nameHtml;
    const longest = html.replaceAll('{{nameHtml}}', () => name);
    expect(longest).toContain(name);
    expect(Buffer.byteLength(longest)).toBeLessThan(100_000);
    expect(Buffer.byteLength(text)).toBeLessThan(100_000);
  },
);

test('the subject keeps company, document and date however long the names are', () => {
  const { settings } = noticeInput('en');
  const long = {
    ...settings,
    company: { ...settings.company, name: 'Very Long Company Name '.repeat(4).trim() },
    policies: {},
  };
  const { subject } = composeNotice({
    ...noticeInput('en'),
    settings: long,
    title: 'A title of many words '.repeat(9),
  });
  expect(Array.from(subject).length).toBeLessThanOrEqual(120);
  expect(subject).toMatch(/^Very Long Company.*A title of many.* changes on February 3, 2027$/u);
});
