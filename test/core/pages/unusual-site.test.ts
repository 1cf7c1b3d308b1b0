import type { Amendment, VersionRecord } from '../../../lambda/core/archive.ts';
import { parseLocalDate } from '../../../lambda/core/calendar/local-date.ts';
import { siteIndex } from '../../../lambda/core/pages/index-page.ts';
import type { PolicyPagesInput } from '../../../lambda/core/pages/input.ts';
import { policyPages } from '../../../lambda/core/pages/policy-site.ts';
import { standaloneComparison } from '../../../lambda/core/pages/standalone.ts';
import { cites } from '../../../lambda/core/rules/citations.ts';
import {
  announced,
  baseline,
  classification,
  currentInput,
  finding,
  newer,
  older,
  parsed,
  policyId,
  record,
  settings,
  upcomingInput,
} from './example.ts';

function body(input: PolicyPagesInput, path: string): string {
  return policyPages(input).write.find((file) => file.path === path)?.body ?? '';
}

const unnamed = { ...settings, policies: {} };

test('a text without a date is posted without one', () => {
  const undated = { ...baseline, record: { ...baseline.record, decision: null } };
  const input = { ...currentInput, versions: [undated.record], posting: undated, inForce: null };
  expect(body(input, 'privacy-policy/index.html')).toContain('No effective date stated');
  const index = siteIndex({ settings, policies: [{ policyId, versions: [undated.record] }] });
  expect(index.write[1]?.body).toContain('No effective date stated');
});

test('a policy the settings do not name goes by its title, and without one by its id', () => {
  const input = { ...upcomingInput, settings: unnamed };
  expect(body(input, 'privacy-policy/history/index.html')).toContain('<h1>Privacy Policy: all versions</h1>');
  const posting = { ...announced, document: { ...newer, title: '', blocks: [], language: 'und' } };
  const nameless = { ...input, posting };
  expect(body(nameless, 'privacy-policy/history/index.html')).toContain(
    '<h1>privacy-policy: all versions</h1>',
  );
  expect(body(nameless, 'privacy-policy/upcoming/index.html')).toContain('<h1>privacy-policy</h1>');
  const index = siteIndex({ settings: unnamed, policies: [{ policyId, versions: upcomingInput.versions }] });
  expect(index.write[1]?.body).toContain('>privacy-policy</a>');
});

test('a policy that was never posted is not listed', () => {
  const published = record(1, 'published', { decision: null });
  const index = siteIndex({ settings, policies: [{ policyId, versions: [published] }] });
  expect(index.write[1]?.body).not.toContain('<h2>');
});

test('a withdrawn version keeps its place in history, and says that it never applied', () => {
  const rows: readonly VersionRecord[] = [baseline.record, record(2, 'withdrawn'), record(3, 'current')];
  const posting = { ...announced, record: record(3, 'current') };
  const page = body({ ...currentInput, versions: rows, posting }, 'privacy-policy/history/index.html');
  expect(page).toContain('Withdrawn, never in force');
  expect(page).not.toContain('compare/2...3');
});

test('history leads to the comparisons that were written, whatever became of the older version since', () => {
  const compared = { ...record(3, 'superseded'), comparedWith: 2 };
  const rows = [baseline.record, record(2, 'withdrawn'), compared, record(4, 'current')];
  const posting = { ...announced, record: record(4, 'current') };
  const page = body({ ...currentInput, versions: rows, posting }, 'privacy-policy/history/index.html');
  expect(page).toContain('compare/2...3/');
  expect(page).not.toContain('compare/1...3/');
});

test('a short policy has no list of contents', () => {
  const posting = { ...announced, document: parsed('# P\n\n## One\n\nText.') };
  expect(body({ ...upcomingInput, posting }, 'privacy-policy/upcoming/index.html')).not.toContain(
    'class="contents"',
  );
});

test('without a verdict the comparison still shows every change', () => {
  const posting = { ...announced, assessment: null };
  const page = body({ ...upcomingInput, posting }, 'privacy-policy/compare/1...2/index.html');
  expect(page).toContain('Nothing of substance changed.');
  expect(page).toContain('<del>30</del><ins>90</ins>');
});

test('in a language we do not write, the page speaks the first language of the settings and marks the text', () => {
  const document = { ...newer, language: 'it' };
  const comparison = announced.comparison && { ...announced.comparison, new: document };
  const input = { ...upcomingInput, posting: { ...announced, document, comparison } };
  expect(body(input, 'privacy-policy/compare/1...2/index.html')).toContain(
    '<div class="redlines" lang="it">',
  );
  expect(body(input, 'privacy-policy/upcoming/index.html')).toContain('<article lang="it">');
});

test('a German comparison gives reasons and authorities in German, and marks what is there in English only', () => {
  const document = { ...newer, language: 'de' };
  const comparison = announced.comparison && { ...announced.comparison, new: document };
  const kept = finding([older, newer], 'Logs', 'After 30 days.', 'After 90 days.', {
    rule: 'K23',
    shift: { lost: ['30'], gained: ['90'] },
    citations: [cites.gdpr13, 'House rule 7'],
    also: [{ rule: 'K26', reason: '', shift: { lost: ['will'], gained: ['may'] }, citations: [cites.wp29] }],
  });
  const earlier = finding([older, newer], 'Names', 'Old.', 'New.');
  const changes = { ...classification, findings: [kept, earlier] };
  const assessment = announced.assessment && { ...announced.assessment, changes };
  const page = body(
    { ...upcomingInput, posting: { ...announced, document, comparison, assessment } },
    'privacy-policy/compare/1...2/index.html',
  );
  expect(page).toContain('</span>Wie lange Daten gespeichert werden, ändert sich: „30“ → „90“.</p>');
  expect(page).toContain('<cite>Art. 13 Abs. 1 und 2 DSGVO; <span lang="en">House rule 7</span></cite>');
  expect(page).toContain('Außerdem: </span>Eine Zusage wird schwächer: „will“ → „may“.</p>');
  expect(page).toContain('<span lang="en">Data is kept for longer than before.</span>');
});

test('why a version was withdrawn for a newer one is said in the language of the pages', () => {
  const withdrawn: Amendment = {
    number: 1,
    kind: 'withdrawn',
    from: parseLocalDate('2027-02-03'),
    to: null,
    by: 'post',
    reason: 'Version 3 leaves the text in force as it is, but for small changes.',
    givesWayTo: 3,
    at: '2027-01-20T09:00:00Z',
    totals: null,
  };
  const gone = { ...announced.record, state: 'withdrawn' as const, amendments: [withdrawn] };
  const pageIn = (language: string): string => {
    const posting = { ...announced, record: record(3, 'current'), document: { ...newer, language } };
    const rows = [baseline.record, gone, posting.record];
    return body({ ...currentInput, versions: rows, posting }, 'privacy-policy/history/index.html');
  };
  expect(pageIn('en')).toContain(`Reason: ${withdrawn.reason}`);
  expect(pageIn('de')).toContain('Grund: Fassung 3 lässt den geltenden Text bis auf kleine Änderungen');
  expect(pageIn('fr')).toContain('Motif\u202F: la version 3 laisse le texte en vigueur tel quel');
  expect(pageIn('es')).toContain('Motivo: la versión 3 deja el texto vigente como está');
});

test('findings about the same words stand together, moved words are quoted once, whole ones not at all', () => {
  const both = [older, newer] as const;
  const clause = finding(both, 'Rights', 'Old.', 'New.', { reason: 'First reason.' });
  const findings = [
    clause,
    { ...clause, reason: 'Second reason.' },
    finding(both, 'Storage', 'Same.', 'Same.', { reason: 'It moved.' }),
    finding(both, '', null, null, { section: [], reason: 'The file is cut off.', citations: [] }),
  ];
  if (announced.comparison === null) throw new Error('the example has a comparison');
  const page = standaloneComparison(announced.comparison, { ...classification, findings });
  expect(page).toContain('3 changes of substance');
  expect(page).toContain('First reason.');
  expect(page).toContain('Second reason.');
  expect(page.match(/Same\./gu)).toHaveLength(1);
  expect(page).toContain('The file is cut off.');
  expect(page).toContain('style-src &#39;sha256-');
});
