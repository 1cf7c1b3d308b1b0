import type { Browser } from 'playwright-core';
import type { Classification } from '../../lambda/core/classify/model.ts';
import { compareDocuments } from '../../lambda/core/compare/compare.ts';
import type { Format, PolicyDocument } from '../../lambda/core/document/model.ts';
import { parseDocument } from '../../lambda/core/document/parse.ts';
import { sourceOf } from '../../lambda/core/document/source.ts';
import type { NoticeInput } from '../../lambda/core/notice/input.ts';
import type { PolicyPagesInput } from '../../lambda/core/pages/input.ts';
import type { Settings } from '../../lambda/core/settings/settings.ts';
import { noticeInput } from '../core/notice/example.ts';
import { amendedInput, assessment, finding, policyId, settings } from '../core/pages/example.ts';
import { payloads } from './payloads.ts';
import { type Bodies, bodiesOf, openBrowser, pagesOf, serve } from './site.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** The payload in every place a policy has: title, heading, text, list, table, quote, link words and target, code. */
function policyWith(payload: string, format: Format): string {
  const line = payload.replaceAll('\n', ' ');
  if (format === 'txt')
    return `PRIVACY POLICY\n\n1. RIGHTS\n\n${line}\n\nEffective Date: January 3rd, 2017\n`;
  if (format === 'md') {
    return `# ${line}\n\n## ${line}\n\n${line}\n\n- ${line}\n\n| ${line} | b |\n|---|---|\n| ${line} | d |\n\n> ${line}\n\n[${line}](${line}) \`${line}\` <${line}>\n\n[x]: ${line}\n\nEffective Date: January 3rd, 2017\n`;
  }
  const text = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const value = text.replaceAll('"', '&quot;');
  return `<h1>${text}</h1><h2 id="${value}">${text}</h2><p>${line}</p><p>${text}</p><ul><li>${text}</li></ul><p><a href="${value}" title="${value}">${text}</a></p><p>End.</p>`;
}

function documentWith(payload: string, format: Format): PolicyDocument {
  return parseDocument(sourceOf(policyWith(payload, format), format));
}

function settingsWith(payload: string): Settings {
  const { company } = settings;
  return {
    ...settings,
    company: { ...company, name: payload.slice(0, 100), legalName: payload, postalAddress: [payload] },
    policies: { [policyId]: { ...settings.policies[policyId]!, name: { en: payload } } },
  };
}

function inputsWith(payload: string, format: Format): readonly [PolicyPagesInput, NoticeInput] {
  const document = documentWith(payload, format);
  const older = documentWith(`before ${payload}`, format);
  const changes: Classification = {
    ...assessment.changes!,
    findings: [
      finding([older, document], payload, payload, `${payload} x`, {
        reason: payload,
        citations: [payload],
        summary: payload,
      }),
      finding([older, document], payload, null, null, { summary: payload }),
    ],
  };
  const { posting: amended, ...input } = amendedInput(payload);
  const posting = {
    ...amended,
    document,
    comparison: compareDocuments(older, document),
    assessment: { ...assessment, title: document.title, changes },
  };
  const hostile = settingsWith(payload);
  return [
    { ...input, settings: hostile, posting },
    {
      ...noticeInput('en'),
      settings: hostile,
      classification: changes,
      title: payload,
      documentLanguage: payload,
    },
  ];
}

/** Markdown payloads are looked at on every kind of page; the other formats only where their own parser shows. */
const seen = {
  md: [
    '/privacy-policy/upcoming/',
    '/privacy-policy/compare/',
    '/privacy-policy/history/',
    '/mail/en/',
    '/standalone/en/',
    '/standalone/de/',
  ],
  html: ['/privacy-policy/upcoming/', '/privacy-policy/compare/'],
  txt: ['/privacy-policy/upcoming/'],
} as const;

/** Opens pages of one payload after another and gathers what went wrong, by payload. */
async function openAll(
  format: Format,
  bodiesWith: (payload: string) => Bodies,
): Promise<Record<string, readonly string[]>> {
  const bodies: Bodies = new Map();
  const { url, server } = await serve(bodies);
  // Our own policy against scripts is switched off: the output alone must be harmless.
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  let found: string[] = [];
  await page.addInitScript('window.pwned = () => console.log("PWNED")');
  page.on('console', (message) =>
    message.text().includes('PWNED') ? found.push('a script ran') : undefined,
  );
  page.on('dialog', (dialog) => found.push(`dialog ${dialog.message()}`));
  page.on('request', (request) =>
    request.url().startsWith(url) ? undefined : found.push(`asked for ${request.url()}`),
  );
  const problems: Record<string, readonly string[]> = {};
  for (const payload of payloads) {
    found = [];
    bodies.clear();
    for (const [path, body] of bodiesWith(payload)) bodies.set(path, body);
    for (const path of pagesOf(bodies).filter((one) => seen[format].some((start) => one.startsWith(start)))) {
      await page.goto(url + path);
      const seenThere = await page.evaluate<readonly string[]>(look);
      found.push(...seenThere.map((problem) => `${path}: ${problem}`));
    }
    if (found.length > 0) problems[payload] = found;
  }
  await context.close();
  server.close();
  return problems;
}

/** Runs in the page: what would show that a payload became markup or broke the frame. */
const look = `(() => {
  const problems = [];
  const every = [...document.querySelectorAll('*')];
  for (const one of every) {
    for (const { name, value } of one.attributes) {
      if (name.startsWith('on')) problems.push('handler ' + one.outerHTML.slice(0, 80));
      if (name === 'href' && !/^(?:https?:|mailto:|#|\\.|[a-z0-9.-]*\\/|[a-z.-]+$)/u.test(value)) problems.push('link ' + value);
    }
    if (/^(?:script|iframe|img|svg|math|object|embed|form|input|video|audio|base|template|marquee)$/iu.test(one.tagName)) problems.push('tag ' + one.tagName);
  }
  if (document.querySelectorAll('main, [role=main]').length !== 1) problems.push('main');
  if (document.querySelectorAll('body > footer').length > 1) problems.push('footer');
  for (const one of every) { if (one.tabIndex >= 0) one.focus(); one.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })); }
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) problems.push('overflow ' + wide);
  return problems;
})()`;

test('there are at least forty payloads', () => {
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(40);
});

test.each(['md', 'html', 'txt'] as const)(
  'no payload in a %s policy runs, asks for anything or breaks the page',
  async (format) => {
    const bodiesWith = (payload: string): Bodies => bodiesOf(...inputsWith(payload, format), payload);
    expect(await openAll(format, bodiesWith)).toEqual({});
  },
);

test('the same look at pages that do not escape finds payloads that run', async () => {
  const raw = (payload: string): Bodies =>
    new Map([['/privacy-policy/upcoming/index.html', `<!doctype html><main>${payload}</main>`]]);
  const problems = await openAll('txt', raw);
  expect(problems['<script>pwned()</script>']).toContain('a script ran');
  expect(Object.keys(problems).length).toBeGreaterThan(30);
});
