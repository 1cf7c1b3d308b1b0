import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { noticeInput } from '../core/notice/example.ts';
import { amendedInput } from '../core/pages/example.ts';
import { bodiesOf, openBrowser, pagesOf, serve } from './site.ts';

const bodies = bodiesOf(amendedInput('The office is closed.'), noticeInput('en'), 'Ada Lovelace');
const pages = pagesOf(bodies);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let url: string;
let server: Server;

beforeAll(async () => {
  browser = await openBrowser();
  ({ url, server } = await serve(bodies));
});

afterAll(async () => {
  await browser.close();
  server.close();
});

test('there is a page of every type', () => {
  expect(pages).toEqual([
    '/privacy-policy/',
    '/privacy-policy/upcoming/',
    '/privacy-policy/versions/2/',
    '/privacy-policy/compare/1...2/',
    '/privacy-policy/history/',
    '/',
    '/mail/en/',
    '/mail/de/',
    '/mail/fr/',
    '/mail/es/',
    '/mail/postponed/',
    '/mail/withdrawn/',
    '/standalone/en/',
    '/standalone/de/',
    '/standalone/fr/',
    '/standalone/es/',
  ]);
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

const looks = [360, 768, 1440].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

test.each(looks)('no accessibility violation and no overflow at $width px, $colorScheme', async (look) => {
  const { width, colorScheme } = look;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    bypassCSP: true,
  });
  const page = await context.newPage();
  for (const path of pages) {
    await page.goto(url + path);
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    await page.addScriptTag({ content: axe });
    const violations: readonly Violation[] = await page.evaluate(
      'axe.run(document).then((found) => found.violations)',
    );
    const named = violations.map(
      ({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    );
    expect(named).toEqual([]);
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(`${path} ${String(overflow)}`).toBe(`${path} 0`);
  }
  await context.close();
});

async function withPage<T>(options: BrowserContextOptions, path: string, read: string): Promise<T> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('requestfailed', (request) => problems.push(request.url()));
  await page.goto(url + path);
  const value: T = await page.evaluate(read);
  await context.close();
  expect(problems).toEqual([]);
  return value;
}

test('the style sheet is loaded under the strict policy, and nothing is refused by it', async () => {
  for (const path of pages) {
    const font = await withPage<string>(
      {},
      path,
      'getComputedStyle(document.querySelector("h1")).fontFamily',
    );
    expect(font).toContain('Charter');
  }
});

test('without JavaScript every page shows its text, and folded text opens by keyboard', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${url}/privacy-policy/compare/1...2/`);
  const folded = page.locator('details.same').first();
  expect(await folded.locator('p').first().isVisible()).toBe(false);
  await folded.locator('summary').focus();
  await page.keyboard.press('Enter');
  expect(await folded.locator('p').first().isVisible()).toBe(true);
  await context.close();
});

test('the first press of the tab key offers to skip to the text, and focus can be seen', async () => {
  const page = await browser.newPage();
  await page.goto(`${url}/privacy-policy/`);
  await page.keyboard.press('Tab');
  const focused = await page.evaluate(
    '({ text: document.activeElement.textContent, left: document.activeElement.getBoundingClientRect().left, outline: getComputedStyle(document.activeElement).outlineStyle })',
  );
  expect(focused).toEqual({ text: 'Skip to the text', left: 0, outline: 'solid' });
  await page.close();
});

test('on paper the text stands alone, black on white, also in dark mode', async () => {
  const context = await browser.newContext({ colorScheme: 'dark' });
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(`${url}/privacy-policy/`);
  expect(await page.locator('.contents').isVisible()).toBe(false);
  expect(await page.locator('header.site nav').isVisible()).toBe(false);
  const colours = await page.evaluate(
    '[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]',
  );
  expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  await context.close();
});

test('the feed is well-formed XML', async () => {
  const page = await browser.newPage();
  await page.goto(`${url}/mail/en/`);
  const feed = JSON.stringify(bodies.get('/privacy-policy/feed.xml'));
  const root = await page.evaluate(
    `new DOMParser().parseFromString(${feed}, 'application/xml').documentElement.nodeName`,
  );
  expect(root).toBe('feed');
  await page.close();
});
