import { createServer, type Server } from 'node:http';
import Handlebars from 'handlebars';
import { type Browser, chromium } from 'playwright-core';
import { parseLocalDate } from '../../lambda/core/calendar/local-date.ts';
import { classify } from '../../lambda/core/classify/classify.ts';
import type { CorrectionInput } from '../../lambda/core/notice/correction.ts';
import type { NoticeInput } from '../../lambda/core/notice/input.ts';
import { composeCorrection, composeNotice } from '../../lambda/core/notice/compose.ts';
import { recipientVariables } from '../../lambda/core/notice/recipient.ts';
import { siteIndex } from '../../lambda/core/pages/index-page.ts';
import type { PolicyPagesInput } from '../../lambda/core/pages/input.ts';
import { contentSecurityHeader } from '../../lambda/core/pages/content-security.ts';
import { policyPages } from '../../lambda/core/pages/policy-site.ts';
import { standaloneComparison } from '../../lambda/core/pages/standalone.ts';

/** Bodies by path; `mail/<language>/` holds the notice as its reader gets it. */
export type Bodies = Map<string, string>;

/** The whole site of one policy, its notice in each language, and comparisons in one file, with reasons in each. */
export function bodiesOf(input: PolicyPagesInput, notice: NoticeInput, customer: string): Bodies {
  const { settings, policyId, versions, posting } = input;
  const written = [
    ...policyPages(input).write,
    ...siteIndex({ settings, policies: [{ policyId, versions }] }).write,
  ];
  const bodies: Bodies = new Map(written.map(({ path, body }) => [`/${path}`, body]));
  for (const language of ['en', 'de', 'fr', 'es']) {
    const { html } = composeNotice({ ...notice, language });
    const fill = Handlebars.compile(html, { noEscape: true });
    bodies.set(`/mail/${language}/index.html`, fill(recipientVariables(customer, language)));
  }
  for (const [kind, to] of amendments) {
    const { html } = composeCorrection(correctionOf(notice, to));
    const fill = Handlebars.compile(html, { noEscape: true });
    bodies.set(`/mail/${kind}/index.html`, fill(recipientVariables(customer, 'en')));
  }
  const { comparison, assessment } = posting;
  if (comparison && assessment?.changes) {
    bodies.set('/standalone/en/index.html', standaloneComparison(comparison, assessment.changes));
    const found = classify(comparison);
    for (const language of ['de', 'fr', 'es']) {
      const translated = { ...comparison, new: { ...comparison.new, language } };
      const page = standaloneComparison(translated, found);
      bodies.set(`/standalone/${language}/index.html`, page);
    }
  }
  return bodies;
}

const amendments = [
  ['postponed', '2027-03-15'],
  ['withdrawn', null],
] as const;

/** The correction of the same notice. */
function correctionOf(notice: NoticeInput, to: string | null): CorrectionInput {
  const { decision, ...same } = notice;
  const { effectiveDate: from, version } = decision;
  const amendment = { from, to: to === null ? null : parseLocalDate(to) };
  return { ...same, version, announcedDate: from, amendment };
}

/** Addresses of the pages a person opens. */
export function pagesOf(bodies: Bodies): readonly string[] {
  return [...bodies.keys()].filter((path) => path.endsWith('index.html')).map((path) => path.slice(0, -10));
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  xml: 'application/atom+xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Serves the bodies as the site does, response header included; mails and files come without it. */
export async function serve(bodies: Bodies): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url ?? '/', 'http://site').pathname);
    const body = bodies.get(path.endsWith('/') ? `${path}index.html` : path);
    const isSite = !path.startsWith('/mail/') && !path.startsWith('/standalone/');
    if (isSite) response.setHeader('Content-Security-Policy', contentSecurityHeader);
    response.setHeader('Content-Type', types[path.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8');
    response.writeHead(body === undefined ? 404 : 200).end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://127.0.0.1:${address.port}`, server };
}

/** Debian's chromium, without a network of its own. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}
