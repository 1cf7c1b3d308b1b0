import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Amendment } from '../../../lambda/core/archive.ts';
import { compareDocuments } from '../../../lambda/core/compare/compare.ts';
import { genuineNoticesPath } from '../../../lambda/core/pages/genuine-notices.ts';
import { siteIndex } from '../../../lambda/core/pages/index-page.ts';
import type { PolicyPagesInput } from '../../../lambda/core/pages/input.ts';
import { contentSecurityHeader, contentSecurityPolicy } from '../../../lambda/core/pages/content-security.ts';
import { notFoundPage } from '../../../lambda/core/pages/not-found-page.ts';
import { policyPages } from '../../../lambda/core/pages/policy-site.ts';
import type { SiteFile } from '../../../lambda/core/site.ts';
import {
  amendedInput,
  announced,
  assessment,
  baseline,
  currentInput,
  decision,
  parsed,
  policyId,
  record,
  settings,
  upcomingInput,
} from './example.ts';
import { firstPolicy } from './example-policy.ts';

type Element = DefaultTreeAdapterTypes.Element;

function elements(node: DefaultTreeAdapterTypes.Node): readonly Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

function files(input: PolicyPagesInput): ReadonlyMap<string, SiteFile> {
  const index = siteIndex({ settings: input.settings, policies: [{ policyId, versions: input.versions }] });
  return new Map([...policyPages(input).write, ...index.write].map((file) => [file.path, file]));
}

function body(input: PolicyPagesInput, path: string): string {
  const file = files(input).get(path);
  if (file === undefined) throw new Error(`no file ${path}`);
  return file.body;
}

const baselineInput: PolicyPagesInput = {
  settings,
  policyId,
  versions: [baseline.record],
  posting: baseline,
  inForce: null,
};

test('an announced version is posted beside the text in force', () => {
  expect(policyPages(upcomingInput).write.map(({ path }) => path)).toEqual([
    'style.css',
    'privacy-policy/index.html',
    'privacy-policy/upcoming/index.html',
    'privacy-policy/versions/2/index.html',
    'privacy-policy/compare/1...2/index.html',
    'privacy-policy/history/index.html',
    'privacy-policy/feed.xml',
    'privacy-policy/feed.json',
  ]);
  const current = body(upcomingInput, 'privacy-policy/index.html');
  expect(current).toContain('after 30 days');
  expect(current).toContain('A new version applies from February 3, 2027.');
  expect(current).toContain('href="../privacy-policy/upcoming/"');
  expect(current).toContain('Effective Date: January 3rd, 2017');
  const upcoming = body(upcomingInput, 'privacy-policy/upcoming/index.html');
  expect(upcoming).toContain('This version is not yet in force. It applies from February 3, 2027.');
  expect(upcoming).toContain('after 90 days');
});

test('on its date the announced version is the text in force, and no longer upcoming', () => {
  const change = policyPages(currentInput);
  expect(change.remove).toEqual(['privacy-policy/upcoming/index.html']);
  expect(change.write.map(({ path }) => path)).not.toContain('privacy-policy/upcoming/index.html');
  const current = body(currentInput, 'privacy-policy/index.html');
  expect(current).toContain('Effective February 3, 2027');
  expect(current).toContain('after 90 days');
  expect(current).not.toContain('class="banner"');
});

test('a first version is posted alone, and a first version with a date ahead says so', () => {
  expect(body(baselineInput, 'privacy-policy/index.html')).toContain('First version');
  expect([...files(baselineInput).keys()].some((path) => path.includes('compare'))).toBe(false);
  const ahead = { ...baseline, record: { ...baseline.record, state: 'upcoming' as const } };
  const input = { ...baselineInput, versions: [ahead.record], posting: ahead };
  expect(body(input, 'privacy-policy/index.html')).toContain('not yet in force');
});

test('before its state is known, the decision says how a version is posted', () => {
  const posting = { ...announced, record: { ...announced.record, state: 'assessed' as const } };
  const input = { ...upcomingInput, posting };
  expect(body(input, 'privacy-policy/upcoming/index.html')).toContain('not yet in force');
});

test('permanent pages say nothing that taking effect could make untrue', () => {
  for (const path of ['privacy-policy/versions/2/index.html', 'privacy-policy/compare/1...2/index.html']) {
    expect(body(currentInput, path)).toBe(body(upcomingInput, path));
    expect(files(currentInput).get(path)?.cache).toBe('immutable');
  }
});

test('the same input gives the same bytes', () => {
  expect(policyPages(upcomingInput)).toEqual(policyPages(structuredClone(upcomingInput)));
});

test('customers are also shown what changed since they were last told', () => {
  const since = { ...assessment, version: 3, previous: 2, lastTold: 1, sinceTold: assessment.changes };
  const posting = {
    record: record(3, 'upcoming', { decision: decision(3) }),
    document: announced.document,
    assessment: since,
    comparison: compareDocuments(announced.document, announced.document),
    comparisonSinceTold: announced.comparison,
  };
  const input = {
    ...upcomingInput,
    versions: [baseline.record, { ...announced.record, state: 'superseded' as const }, posting.record],
    posting,
  };
  expect([...files(input).keys()].filter((path) => path.includes('/compare/'))).toEqual([
    'privacy-policy/compare/2...3/index.html',
    'privacy-policy/compare/1...3/index.html',
  ]);
  expect(body(input, 'privacy-policy/upcoming/index.html')).toContain('compare/1...3/');
});

test('the comparison says what changes, why it counts and on what basis, and leads to the place', () => {
  const page = body(upcomingInput, 'privacy-policy/compare/1...2/index.html');
  expect(page).toContain('3 changes of substance');
  expect(page).toContain('We delete access logs after 90 days.');
  expect(page).toContain('Data is kept for longer than before.');
  expect(page).toContain('GDPR art. 13(2)(a)');
  expect(page).toContain('<del>30</del><ins>90</ins>');
  const places = [...page.matchAll(/class="place" href="#(change-\d+)"/gu)].map(([, id]) => id);
  expect(places).toHaveLength(4);
  for (const id of places) expect(page).toContain(`id="${id}"`);
});

test('every link of every page leads to a page of the site or to an id of the page', () => {
  const site = new Map([...files(baselineInput), ...files(upcomingInput)]);
  const dead = [...site.values()].flatMap(({ path, body, contentType }) => {
    if (!contentType.startsWith('text/html')) return [];
    const all = elements(parse(body));
    const ids = new Set(all.map((one) => attribute(one, 'id')));
    const leads = (href: string): boolean => {
      const url = new URL(href, `https://site.test/${path}`);
      if (href.startsWith('#')) return ids.has(decodeURIComponent(href.slice(1)));
      const file = decodeURI(url.pathname)
        .slice(1)
        .replace(/(^|\/)$/u, '$1index.html');
      return url.host !== 'site.test' || site.has(file);
    };
    const hrefs = all.flatMap((one) => attribute(one, 'href') ?? []);
    expect(hrefs.length).toBeGreaterThan(3);
    return hrefs.filter((href) => !leads(href)).map((href) => `${path} -> ${href}`);
  });
  expect(dead).toEqual([]);
});

test('ids are unique on every page, and no page carries script, style or form', () => {
  for (const { body, contentType } of files(upcomingInput).values()) {
    if (!contentType.startsWith('text/html')) continue;
    const all = elements(parse(body));
    const ids = all.flatMap((one) => attribute(one, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(all.filter(({ tagName }) => ['script', 'style', 'form', 'img'].includes(tagName))).toEqual([]);
    expect(body).toContain(contentSecurityPolicy.replaceAll("'", '&#39;'));
  }
  expect(contentSecurityHeader).toContain("frame-ancestors 'none'");
});

const never: Amendment = {
  number: 1,
  kind: 'withdrawn',
  from: decision(2).effectiveDate,
  to: null,
  by: 'Ada',
  reason: 'The office is closed.',
  at: '2027-01-20T09:00:00Z',
  totals: null,
};

test('a postponed version shows its new date, the old one, and why; its pages may change again', () => {
  const input = amendedInput('The office is closed.');
  expect(body(input, 'privacy-policy/index.html')).toContain('A new version applies from March 15, 2027.');
  for (const page of ['upcoming', 'versions/2', 'history']) {
    const shown = body(input, `privacy-policy/${page}/index.html`);
    expect(shown).toContain('Effective March 15, 2027');
    expect(shown).toContain(
      'Postponed from February 3, 2027 to March 15, 2027. Reason: The office is closed.',
    );
  }
  expect(files(input).get('privacy-policy/versions/2/index.html')?.cache).toBe('short');
  const history = body(input, 'privacy-policy/history/index.html');
  expect(history).toContain('Fjordlight: Privacy Policy changes on February 3, 2027');
  expect(history).toContain('Fjordlight: Privacy Policy changes later, on March 15, 2027');
  expect(JSON.parse(body(input, genuineNoticesPath))).toMatchObject({
    policies: [
      {
        versions: [
          {
            effectiveDate: '2027-03-15',
            notice: { subjects: { en: 'Fjordlight: Privacy Policy changes on February 3, 2027' } },
            amendments: [
              {
                kind: 'postponed',
                subjects: { en: 'Fjordlight: Privacy Policy changes later, on March 15, 2027' },
              },
            ],
          },
          { version: 1 },
        ],
      },
    ],
  });
  expect(body(input, 'privacy-policy/feed.xml')).toContain(`<updated>${never.at}</updated>`);
  expect(JSON.parse(body(input, 'privacy-policy/feed.json')).items[0]).toMatchObject({
    date_modified: never.at,
  });
});

test('a withdrawn version keeps its address and says so; the text in force says nothing of it', () => {
  const record = { ...announced.record, state: 'withdrawn' as const, amendments: [never] };
  const input: PolicyPagesInput = {
    ...upcomingInput,
    versions: [baseline.record, record],
    posting: baseline,
    withdrawn: { ...announced, record },
  };
  expect(policyPages(input).remove).toEqual(['privacy-policy/upcoming/index.html']);
  expect(body(input, 'privacy-policy/index.html')).not.toContain('class="banner"');
  const copy = body(input, 'privacy-policy/versions/2/index.html');
  expect(copy).toContain('<strong>Withdrawn, never in force</strong>');
  expect(copy).toContain('This version was withdrawn on January 20, 2027 and never applied.');
  expect(copy).toContain('Read the text in force today');
  expect(body(input, 'privacy-policy/compare/1...2/index.html')).toContain('Withdrawn, never in force');
  expect(body(input, 'privacy-policy/feed.json')).toContain('Withdrawn, never in force.');
  expect(JSON.parse(body(input, genuineNoticesPath))).toMatchObject({
    policies: [
      { versions: [{ standing: 'withdrawn', effectiveDate: null, amendments: [{ kind: 'withdrawn' }] }, {}] },
    ],
  });
});

test('history lists every posted version, the latest first, with the subject of its notice', () => {
  const page = body(upcomingInput, 'privacy-policy/history/index.html');
  expect(page.indexOf('Version 2')).toBeLessThan(page.indexOf('Version 1'));
  expect(page).toContain('Fjordlight: Privacy Policy changes on February 3, 2027');
  expect(page).toContain('Customers were told by e-mail from January 4, 2027');
});

test('versions that were never posted are nobody’s business', () => {
  const held = record(3, 'held', { decision: null });
  const input = { ...upcomingInput, versions: [...upcomingInput.versions, held] };
  for (const { body } of files(input).values()) expect(body).not.toContain(held.hash);
});

test('genuine notices are listed with their exact subjects, in every language', () => {
  const list: unknown = JSON.parse(body(upcomingInput, genuineNoticesPath));
  expect(list).toMatchObject({
    sender: 'privacy@notices.fjordlight.example',
    policies: [
      {
        id: 'privacy-policy',
        versions: [
          {
            version: 2,
            standing: 'upcoming',
            effectiveDate: '2027-02-03',
            notice: { subjects: { en: 'Fjordlight: Privacy Policy changes on February 3, 2027' } },
          },
          { version: 1, standing: 'current', notice: null },
        ],
      },
    ],
  });
});

test('the pages speak the language of the policy', () => {
  const document = { ...announced.document, language: 'de' };
  const page = body(
    { ...upcomingInput, posting: { ...announced, document } },
    'privacy-policy/upcoming/index.html',
  );
  expect(page).toContain('<html lang="de">');
  expect(page).toContain('Diese Fassung ist noch nicht in Kraft. Sie gilt ab dem 3. Februar 2027.');
});

test('a policy of 100 KB with 50 versions has a comparison page of at most three times its text', () => {
  const long = Array.from({ length: 46 }, (_, at) => firstPolicy.replaceAll('## ', `## ${at}. `)).join('\n');
  const older = parsed(long);
  const newer = parsed(long.replaceAll('after 30 days', 'after 90 days'));
  const comparison = compareDocuments(older, newer);
  const versions = Array.from({ length: 50 }, (_, at) => record(at + 1, 'superseded'));
  const posting = { ...announced, record: record(50, 'upcoming'), document: newer, comparison };
  const { write } = policyPages({ ...upcomingInput, versions, posting });
  const page = write.find(({ path }) => path.includes('/compare/'));
  expect(page?.body.length).toBeLessThan(3 * long.length);
});

test('an address that leads nowhere says so, and finds its style and the policies from any depth', () => {
  const page = notFoundPage(upcomingInput.settings, 'en');
  expect(page.path).toBe('404.html');
  expect(page.body).toContain('<h1>Page not found</h1>');
  expect(page.body).toContain(`href="${upcomingInput.settings.site.url}/style.css"`);
  expect(page.body).toContain(`href="${upcomingInput.settings.site.url}/"`);
});
