import type { AcceptedCounts } from '../store/mailbox.ts';
import type { Outcome } from '../store/message.ts';
import { html, type Html } from './html.ts';
import { count, pageOf } from './page.ts';
import { rows } from './rows.ts';
import { find, type Found, type Wanted } from './search.ts';
import type { Inbox } from './inbox.ts';

const outcomes = [
  'delivered',
  'bounced',
  'complained',
  'suppressed',
  'delayed',
  'rejected',
  'rendering failed',
] as const satisfies readonly Outcome[];
const pageSize = 50;
const largestPage = 1000;

/** What a list address asks for: `?q=ada&outcome=bounced&page=2&size=50`; nonsense reads as its default. */
export function readWanted(parameters: URLSearchParams): Wanted {
  const size = Math.floor(Number(parameters.get('size') ?? pageSize));
  return {
    words: parameters.get('q') ?? '',
    outcome: outcomes.find((outcome) => outcome === parameters.get('outcome')),
    page: Math.floor(Number(parameters.get('page') ?? 1)) || 1,
    pageSize: size >= 1 ? Math.min(size, largestPage) : pageSize,
  };
}

/** The list, newest first, under search field and filters. */
export function listPage(inbox: Inbox, wanted: Wanted): string {
  const found = find(inbox.mailbox.list(), wanted);
  const accepted = inbox.mailbox.counts();
  return pageOf(
    inbox.title,
    html`<header class="top">
        <div class="row">
          <h1><a href="/">${inbox.title}</a></h1>
          <form role="search" action="/">
            <input
              type="search"
              name="q"
              value="${wanted.words}"
              placeholder="Search recipient, subject or tag"
              aria-label="Search"
            />
            ${wanted.outcome === undefined ? undefined : html`<input type="hidden" name="outcome" value="${wanted.outcome}" />`}
          </form>
        </div>
        ${filters(accepted, wanted)}
      </header>
      <main>
        ${freshNotice(wanted, accepted)} ${found.total === 0 ? empty(accepted, wanted) : rows(found.messages)}
        ${pager(found, wanted)}
      </main>`,
  );
}

function filters(accepted: AcceptedCounts, wanted: Wanted): Html {
  const all = filter(
    'All',
    accepted.messages,
    wanted.outcome === undefined,
    address({ ...wanted, outcome: undefined, page: 1 }),
  );
  const present = outcomes.filter((outcome) => accepted.byOutcome[outcome] > 0);
  const each = present.map((outcome) => {
    const label = outcome.charAt(0).toUpperCase() + outcome.slice(1);
    return filter(
      label,
      accepted.byOutcome[outcome],
      wanted.outcome === outcome,
      address({ ...wanted, outcome, page: 1 }),
    );
  });
  return html`<nav class="filters" aria-label="Outcome">${[all, ...each]}</nav>`;
}

function filter(label: string, number: number, current: boolean, href: string): Html {
  const inside = html`${label} <span class="count">${count(number)}</span>`;
  return current
    ? html`<a href="${href}" aria-current="page">${inside}</a>`
    : html`<a href="${href}">${inside}</a>`;
}

/** The script shows this when more has been accepted since the page was made. */
function freshNotice(wanted: Wanted, accepted: AcceptedCounts): Html {
  return html`<p
    id="fresh"
    role="status"
    data-accepted="${accepted.messages}"
    data-first="${wanted.page === 1 ? 'yes' : 'no'}"
    hidden
  >
    <a href="${address({ ...wanted, page: 1 })}"></a>
  </p>`;
}

function empty(accepted: AcceptedCounts, wanted: Wanted): Html {
  if (accepted.messages === 0) {
    return html`<div class="empty">
      <h2>Nothing yet</h2>
      <p>Mails appear here the moment SES accepts them.</p>
    </div>`;
  }
  const what = wanted.words === '' ? 'Nothing with this outcome' : `Nothing matches “${wanted.words}”`;
  return html`<div class="empty">
    <h2>${what}</h2>
    <p><a href="/">Show all ${count(accepted.messages)}</a></p>
  </div>`;
}

function pager(found: Found, wanted: Wanted): Html | undefined {
  if (found.total === 0) return undefined;
  const first = (found.page - 1) * wanted.pageSize + 1;
  const range = `${count(first)}–${count(first + found.messages.length - 1)} of ${count(found.total)}`;
  const turn = (page: number, label: string, rel: string): Html =>
    page < 1 || page > found.pages
      ? html`<span></span>`
      : html`<a class="turn" rel="${rel}" href="${address({ ...wanted, page })}">${label}</a>`;
  return html`<nav class="pager" aria-label="Pages">
    ${turn(found.page - 1, '← Newer', 'prev')}<span class="quiet">${range}</span
    >${turn(found.page + 1, 'Older →', 'next')}
  </nav>`;
}

/** The parameters that differ from their defaults. */
function queryOf(wanted: Wanted): Record<string, string> {
  return {
    ...(wanted.words === '' ? {} : { q: wanted.words }),
    ...(wanted.outcome === undefined ? {} : { outcome: wanted.outcome }),
    ...(wanted.page === 1 ? {} : { page: String(wanted.page) }),
    ...(wanted.pageSize === pageSize ? {} : { size: String(wanted.pageSize) }),
  };
}

function address(wanted: Wanted): string {
  return `/?${new URLSearchParams(queryOf(wanted)).toString()}`.replace(/\?$/, '');
}
